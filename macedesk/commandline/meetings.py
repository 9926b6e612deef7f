"""`hold` and `parse`: a meeting from a script, and what the capture bar understands."""

import json
import sys
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from macedesk.commandline.desk import AS_JSON, DAY, FILE, meeting_id, opened, say_json
from macedesk.holding import Holding, moments
from models.clock import SetClock
from models.errors import Trouble
from models.rules.capture import as_form, as_usual, read_line
from models.workspace import Workspace

LARGEST_SCRIPT = 20_000_000


@click.command("hold")
@FILE
@click.option("--script", type=click.Path(path_type=Path, dir_okay=False), required=True)
@click.option("--until-item", type=int, default=None, help="Stop after this many items.")
def hold(file: Path, script: Path, until_item: int | None) -> None:
    """Hold a meeting from a script; print `kept N` after each durable line."""
    played = read_script(script)
    clock = SetClock(moments(played)[0])
    with opened(file, clock) as workspace:
        Holding(workspace, clock, played, kept=_kept, warn=_warn).run(until_item)


def read_script(path: Path) -> dict[str, Any]:
    """The script of a meeting; Trouble in plain words where it is none."""
    try:
        if path.stat().st_size > LARGEST_SCRIPT:
            raise Trouble("The script is too large.")
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError:
        raise Trouble(f"The script {path.name} cannot be read.") from None
    except (ValueError, RecursionError):
        raise Trouble(f"The script {path.name} is not JSON.") from None
    if not isinstance(found, dict) or not isinstance(found.get("meeting"), dict):
        raise Trouble(f"The script {path.name} names no meeting.")
    return found


def _kept(number: int) -> None:
    click.echo(f"kept {number}")
    sys.stdout.flush()


def _warn(sentence: str) -> None:
    click.echo(sentence, err=True)


@click.command("parse")
@FILE
@click.option("--meeting", "held_on", type=DAY, required=True)
@click.option("--item", "reference", required=True, help="An item's reference or a system id.")
@click.option("--text", default=None)
@click.option("--from", "lines", type=click.Path(path_type=Path, dir_okay=False), default=None)
@AS_JSON
def parse(
    file: Path,
    held_on: date,
    reference: str,
    text: str | None,
    lines: Path | None,
    as_json: bool,
) -> None:
    """Say what the capture bar understands of a line, said on the day of the meeting."""
    if (text is None) == (lines is None):
        raise click.UsageError("Give either --text or --from.")
    typed = [text or ""] if lines is None else lines.read_text("utf-8-sig").splitlines()
    with opened(file, SetClock(datetime.combine(held_on, time(10)))) as workspace:
        meeting = meeting_id(workspace, held_on)
        item = _item(workspace, meeting, reference)
        context = workspace.read.capture_context(meeting, item)
        readings = [
            [as_form(as_usual(one, context)) for one in read_line(line, context)] for line in typed
        ]
    if as_json:
        say_json(readings)
        return
    for line in readings:
        for one in line:
            click.echo(", ".join(f"{key}: {value}" for key, value in one.items() if value))


def _item(workspace: Workspace, meeting: int, reference: str) -> int:
    wanted = reference.strip().lower()
    for row in workspace.read.running_order(meeting):
        if wanted in {row.reference.lower(), (row.subject_reference or "").lower()}:
            return row.id
    raise Trouble(f"There is no item {reference} on that agenda.")


COMMANDS = (hold, parse)
