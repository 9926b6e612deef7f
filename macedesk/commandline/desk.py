"""A panel's file opened for one command, and how results are printed."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from macedesk import passphrase
from models.clock import Clock
from models.errors import Trouble
from models.records.meeting import MeetingRecord
from models.workspace import Workspace

FILE = click.argument("file", type=click.Path(path_type=Path))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document, nothing else.")
OUT = click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder.")
TEMPLATE = click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Made on this Word template instead of the panel's own.",
)
REASON = click.option("--reason", help="Why papers go out in spite of a doubt about a recipient.")


def warn(sentence: str) -> None:
    """Say on standard error what a person should know."""
    click.echo(sentence, err=True)


@contextmanager
def opened(file: Path, clock: Clock | None = None) -> Iterator[Workspace]:
    """The workspace of a file, closed afterwards; what opening did to it goes to standard error."""
    if "://" in str(file):
        raise Trouble("Panels on a server are not supported yet. Name a file.")
    workspace = Workspace.open(file, passphrase.for_file(file), clock=clock)
    try:
        if workspace.care.brought_up:
            click.echo(workspace.care.brought_up, err=True)
        yield workspace
    finally:
        workspace.close()


class DayType(click.ParamType[date]):
    """A date of the command line: ISO, or as people write it, day first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or wrong usage."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            return self._spoken(value, param, ctx)

    def _spoken(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from models.clock import SystemClock
        from models.rules.dates import spoken_date

        found = spoken_date(value, SystemClock().today()).value
        if found is None:
            self.fail(f"{value} is not a date. Write it as 2026-11-12.", param, ctx)
        return found


DAY = DayType()


def say_json(document: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1, default=_plain))


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return str(value)


def meeting_id(workspace: Workspace, held_on: date) -> int:
    """The meeting of a day; Trouble where there is none."""
    found: MeetingRecord | None = workspace.read.meeting_on(held_on)
    if found is None:
        raise Trouble(f"There is no meeting on {held_on.isoformat()}.")
    return found.id
