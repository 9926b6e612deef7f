"""`agenda`: build or print the running order, write what goes out before a meeting."""

from datetime import date
from pathlib import Path

import click

from macedesk import passphrase
from macedesk.commandline.desk import DAY, FILE, OUT, REASON, TEMPLATE, meeting_id, opened, warn
from models.records.item import ItemRow
from models.rules.day_words import in_words


@click.command("agenda")
@FILE
@click.option("--meeting", "held_on", type=DAY, required=True, help="The day of the meeting.")
@click.option("--build", is_flag=True, help="Make the meeting if missing and fill its agenda.")
@OUT
@click.option("--encrypt", is_flag=True, help="Protect each Word file with a passphrase.")
@REASON
@TEMPLATE
def agenda(
    file: Path,
    held_on: date,
    build: bool,
    out: Path | None,
    encrypt: bool,
    reason: str | None,
    template: Path | None,
) -> None:
    """Build or print the running order of a meeting."""
    with opened(file) as workspace:
        meeting = workspace.agenda.build(held_on) if build else meeting_id(workspace, held_on)
        rows = workspace.read.running_order(meeting)
        for row in rows:
            click.echo(_line(row))
        if not rows:
            click.echo(f"Nothing is on the agenda of {in_words(held_on)}.")
        if out is not None:
            from exports import issue

            secret = passphrase.for_documents() if encrypt else None
            for written in issue.write_before_meeting(
                workspace, meeting, out, template, passphrase=secret, reason=reason, tell=warn
            ):
                click.echo(f"wrote {written}")


def _line(row: ItemRow) -> str:
    slot = f"{row.slot:%H:%M}" if row.slot else "     "
    return f"{slot}  {row.reference:<4} {row.planned_minutes:>3} min  {row.kind:<12} {row.label}"


COMMANDS = (agenda,)
