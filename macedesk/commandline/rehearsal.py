"""`demo`: the invented panel, in the window or without a display."""

import os
import sys
from datetime import date, datetime, time
from pathlib import Path

import click

from macedesk import collecting
from macedesk import demo as invented
from macedesk.commandline.desk import TEMPLATE
from macedesk.holding import Holding, moments
from models import codes
from models.clock import SetClock
from models.rules.timetable import due_dates

FOLDER = "macedesk-demo"
OFFICE = time(10, 0)
SENT = {
    "requests": ("requests", "updates"),
    "papers": ("agenda", "invitations"),
    "briefing": ("briefing",),
}
"""Steps of the timetable on which papers go out before the meeting, with their kinds."""


@click.command("demo")
@click.option("--headless", is_flag=True, help="Without a window: hold the meeting, write all.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None)
@TEMPLATE
def demo(headless: bool, out: Path | None, template: Path | None) -> None:
    """Make the invented Northmoor panel from its papers and open it at its meeting."""
    if not headless and not display_there():
        click.echo("There is no display here: running the demo without a window.")
        headless = True
    if headless:
        _rehearse(out or Path(FOLDER), template)
        return
    collecting.wait()
    from macedesk import startup

    sys.exit(startup.run_demo())


def display_there() -> bool:
    """Whether a window can be shown; on Linux an X or Wayland display is named."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _rehearse(out: Path, template: Path | None) -> None:
    from exports import issue

    clock = SetClock(invented.MORNING)
    workspace = invented.make(clock, click.echo)
    try:
        meeting = workspace.read.meeting_on(invented.MEETING)
        if meeting is None:
            return
        for step, kinds in SENT.items():
            clock.set(datetime.combine(_day_of(step), OFFICE))
            issue.write_before_meeting(workspace, meeting.id, out, template, kinds=kinds)
        clock.set(invented.MORNING)
        click.echo("Holding the meeting from its script …")
        kept: list[int] = []
        script = invented.script()
        clock.set(max(moments(script)[0], clock.now()))
        Holding(workspace, clock, script, kept=kept.append, warn=_warn).run()
        written = issue.write_meeting(workspace, meeting.id, out, template=template)
        click.echo(f"{len(kept):,} lines kept; {len(written):,} documents in {out}.")
    finally:
        workspace.close()


def _day_of(step: str) -> date:
    """The day of a step in the panel's timetable."""
    steps = [one for one in codes.timetable() if one.code == step]
    return due_dates(invented.MEETING, steps, invented.MEETING)[0].due


def _warn(sentence: str) -> None:
    click.echo(sentence, err=True)


COMMANDS = (demo,)
