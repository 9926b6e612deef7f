"""`report`: figures of a day, in any of the formats."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from macedesk.commandline.desk import DAY, FILE, OUT, TEMPLATE, opened, say_json
from models.errors import Refusal

if TYPE_CHECKING:
    from exports.template import Template
    from models.records.panel import PanelRecord
    from models.records.reports import ReportTable
    from models.workspace import Workspace

COMMITTEE, INSPECTION = "committee", "inspection"
QUARTERLY, PERFORMANCE = "quarterly", "performance"
NAMES = (
    QUARTERLY, "turned-away", PERFORMANCE, "equality", "measures", INSPECTION, COMMITTEE,
)  # fmt: skip
MOST_QUARTERS = 40


@click.command("report")
@FILE
@click.argument("name")
@click.option("--on", "on", type=DAY, required=True, help="Figures as they stood on this day.")
@click.option("--quarters", type=click.IntRange(1, MOST_QUARTERS), help="Of performance: how many.")
@click.option(
    "--by", "way", help="Told apart: performance by district, age, tier, …, quarterly by authority."
)
@click.option("--format", "formats", default="json", help="json,csv,xlsx,docx,png")
@OUT
@TEMPLATE
def report(
    file: Path,
    name: str,
    on: date,
    quarters: int | None,
    way: str | None,
    formats: str,
    out: Path | None,
    template: Path | None,
) -> None:
    """Write the report NAME as it stood on a day."""
    from exports import own_template
    from exports import report as report_files

    if name not in NAMES:
        raise Refusal(f"There is no report called {name}. There are: {', '.join(NAMES)}.")
    _check_told_apart(name, quarters, way)
    wanted = [one.strip().lower() for one in formats.split(",") if one.strip()]
    if unknown := [one for one in wanted if one not in report_files.FORMATS]:
        raise click.UsageError(f"Unknown format {unknown[0]}.")
    if out is None and wanted != ["json"]:
        raise click.UsageError("Name a folder with --out.")
    with opened(file) as workspace:
        if name == INSPECTION:
            _inspection(workspace, on, out, wanted, template)
            return
        tables = _tables(workspace, name, on, quarters or 2, way)
        panel = workspace.read.panel()
        look = own_template.look(workspace, template) if "docx" in wanted else None
        if name == COMMITTEE and out is not None:
            _published(workspace, tables, out, wanted, look)
            return
    if out is None:
        say_json(_as_form(tables, name, panel))
        return
    for table in tables:
        for written in report_files.write(table, panel, out, wanted, look):
            click.echo(f"wrote {written}")


def _check_told_apart(name: str, quarters: int | None, way: str | None) -> None:
    """Performance alone is told of several quarters or apart, the picture by authority."""
    from models.queries.breakdown import WAYS

    ways = [one.code for one in WAYS]
    if way is not None and way not in ways:
        raise click.UsageError(f"There is no way called {way}. There are: {', '.join(ways)}.")
    if name == QUARTERLY and way == "authority" and not quarters:
        return
    if (quarters or way) and name != PERFORMANCE or quarters and way:
        raise click.UsageError("Of performance alone: either --quarters or --by.")


def _tables(
    workspace: "Workspace", name: str, on: date, quarters: int, way: str | None
) -> "tuple[ReportTable, ...]":
    read = workspace.read
    if name == PERFORMANCE:
        return (read.performance_by(on, way) if way else read.performance(on, quarters),)
    if name == COMMITTEE:
        return read.public_reports(on)
    if name == QUARTERLY and way:
        return (read.quarterly_by_authority(on),)
    asked = {
        QUARTERLY: read.quarterly,
        "turned-away": read.turned_away,
        "equality": read.equality,
        "measures": read.measures_report,
    }
    return (asked[name](on),)


def _inspection(
    workspace: "Workspace",
    on: date,
    out: Path | None,
    wanted: list[str],
    template: Path | None,
) -> None:
    """The list child by child, written or printed, and logged either way."""
    from exports import inspection

    if unknown := [one for one in wanted if one not in inspection.FORMATS]:
        raise click.UsageError(f"The inspection list is not made as {unknown[0]}.")
    if out is None:
        say_json(inspection.printed(workspace, on))
        return
    on = min(on, workspace.store.clock.today())
    for one in wanted:
        path = out / f"{INSPECTION}-{on.isoformat()}.{one}"
        inspection.write(workspace, on, path, one, template)
        click.echo(f"wrote {path}")


def _as_form(tables: "tuple[ReportTable, ...]", name: str, panel: "PanelRecord") -> Any:
    from exports.report import as_form

    if name != COMMITTEE:
        return as_form(tables[0], panel)
    return {"on": tables[0].on.isoformat(),
            "reports": [{"name": one.name, **as_form(one, panel)} for one in tables]}  # fmt: skip


def _published(
    workspace: "Workspace",
    tables: "tuple[ReportTable, ...]",
    out: Path,
    wanted: list[str],
    look: "Template | None",
) -> None:
    """The report to committee in Word, its tables in every other format; all of it logged."""
    from exports import committee, filing, publishing
    from exports import report as report_files

    publishing.check(workspace)
    panel, paths = workspace.read.panel(), []
    if "docx" in wanted:
        paths.append(out / f"{COMMITTEE}-{tables[0].on.isoformat()}.docx")
        filing.put(committee.written(tables, panel, look), paths[0])
    rest = [one for one in wanted if one != "docx"]
    for table in tables:
        paths += report_files.write(table, panel, out, rest, look)
    publishing.log(workspace, [(path.name, path.read_bytes()) for path in paths])
    for path in paths:
        click.echo(f"wrote {path}")


COMMANDS = (report,)
