"""The invented Northmoor panel: made from its papers, in memory, at the morning of its meeting."""

import json
from collections.abc import Callable
from datetime import date, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from macedesk import demo_register
from models.clock import Clock, RunningClock, SetClock
from models.marks import Role
from models.workspace import Workspace

PANEL = "Northmoor MACE"
AREA = "Northmoor"
REPLY_TO = "mace@northmoor.example.gov.uk"
DISTRICTS = ("Eastmoor", "Harbourside", "Midvale", "Riverbank", "Westmoor")
MEETING = date(2026, 11, 12)
MORNING = datetime(2026, 11, 12, 9, 26)
AGREED_TO = date(2027, 3, 31)
PREPARED = datetime(2026, 11, 11, 10, 0)
SEATS = {
    "Shanice Fairhurst": Role.CHAIR,
    "Owen Baines": Role.MINUTE_TAKER,
    "Daisy Yates": Role.MEMBER,
    "Kai Dobson": Role.MEMBER,
}
"""Who of the panel's members may be played besides the administrator, and in which role."""
# The tracker in the same folder is another county's of another year; it is there to be tried.
LEFT_OUT = frozenset({
    "tracker.xlsx", "meeting_script.json", "places.json", "districts.geojson", "register.json",
})  # fmt: skip


def papers() -> list[tuple[str, bytes]]:
    """The demo panel's papers: name and content."""
    found: list[tuple[str, bytes]] = []
    _gather(files("resources") / "demo", found)
    return sorted(found)


def script() -> dict[str, Any]:
    """The script of the demo panel's meeting."""
    path = files("resources") / "demo" / "meeting_script.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def make(clock: Clock | None = None, say: Callable[[str], None] = print) -> Workspace:
    """The panel with its papers in and its agenda built, on the morning of the meeting."""
    at = clock or RunningClock(MORNING)
    setting_up = SetClock(PREPARED)
    workspace = Workspace.memory("Demo administrator", setting_up)
    workspace.panel.make(PANEL, area=AREA, districts=DISTRICTS)
    workspace.panel.set("reply_to", REPLY_TO)
    say("Reading the demo panel's papers …")
    workspace.papers.keep(workspace.papers.preview(papers()))
    for agency in workspace.read.agencies():
        workspace.panel.change_agency(agency.id, agreement_expires=AGREED_TO)
    demo_register.fill(workspace)
    workspace.agenda.build(MEETING)
    _seat(workspace)
    workspace.store.clock = at
    return workspace


def _seat(workspace: Workspace) -> None:
    """Let members sign in; what was prepared before the demo opens is not its to take back."""
    members = {one.name: one.id for one in workspace.read.members()}
    for name, role in SEATS.items():
        workspace.users.add(name, role, member_id=members[name])
    workspace.store.sit_anew(workspace.person.user_id)


def _gather(folder: Traversable, found: list[tuple[str, bytes]]) -> None:
    for one in folder.iterdir():
        if one.is_dir():
            _gather(one, found)
        elif one.name not in LEFT_OUT and not one.name.endswith((".py", ".pyc")):
            found.append((one.name, one.read_bytes()))
