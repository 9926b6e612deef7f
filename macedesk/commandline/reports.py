"""`report`: figures of a day, in any of the formats."""

from datetime import date
from pathlib import Path

import click

from macedesk.commandline.desk import DAY, FILE, OUT, TEMPLATE, opened, say_json
from models.errors import Refusal

NAMES = ("quarterly", "turned-away")


@click.command("report")
@FILE
@click.argument("name")
@click.option("--on", "on", type=DAY, required=True, help="Figures as they stood on this day.")
@click.option("--format", "formats", default="json", help="json,csv,xlsx,docx,png")
@OUT
@TEMPLATE
def report(
    file: Path, name: str, on: date, formats: str, out: Path | None, template: Path | None
) -> None:
    """Write the report NAME as it stood on a day."""
    from exports import own_template
    from exports import report as report_files

    if name not in NAMES:
        raise Refusal(f"There is no report called {name}. There are: {', '.join(NAMES)}.")
    wanted = [one.strip().lower() for one in formats.split(",") if one.strip()]
    if unknown := [one for one in wanted if one not in report_files.FORMATS]:
        raise click.UsageError(f"Unknown format {unknown[0]}.")
    if out is None and wanted != ["json"]:
        raise click.UsageError("Name a folder with --out.")
    with opened(file) as workspace:
        ask = workspace.read.turned_away if name == "turned-away" else workspace.read.quarterly
        table = ask(on)
        panel = workspace.read.panel()
        look = own_template.look(workspace, template) if "docx" in wanted else None
    if out is None:
        say_json(report_files.as_form(table))
        return
    for written in report_files.write(table, panel, out, wanted, look):
        click.echo(f"wrote {written}")


COMMANDS = (report,)
