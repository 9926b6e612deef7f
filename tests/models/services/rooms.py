"""A small panel with a meeting under way, made through the services."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from models.clock import SetClock
from models.records.issuing import IssuedDocument
from models.records.item import ItemRecord
from models.workspace import Workspace
from tests.lent import Lending

HELD = date(2026, 11, 12)
AGREED_TO = date(2027, 12, 31)


@dataclass
class RunningRoom:
    """A workspace whose meeting runs, with the ids that tests speak of."""

    workspace: Workspace
    meeting: int
    child: int
    person: int
    police: int
    health: int
    council: int
    detective: int
    nurse: int
    manager: int
    child_item: int
    person_item: int

    def item(self, item_id: int | None = None) -> ItemRecord:
        """An item as the administrator reads it now."""
        found = self.workspace.read.item(item_id or self.child_item)
        assert found is not None
        return found


def running_room(
    clock: SetClock,
    opened: Workspace | None = None,
    begun: Callable[[RunningRoom], None] = lambda room: None,
) -> RunningRoom:
    """A panel of three agencies with one child and one person of concern on tonight's agenda.

    What is `begun` in it is done once for all who ask for it at that hour.
    """
    if opened is not None:
        return _made(opened)
    lending, room = _lent(clock.now(), begun)
    return replace(room, workspace=lending.workspace(clock))


@cache
def _lent(now: datetime, begun: Callable[[RunningRoom], None]) -> tuple[Lending, RunningRoom]:
    workspace = Workspace.memory("Coordinator", SetClock(now))
    room = _made(workspace)
    begun(room)
    lending = Lending(workspace)
    workspace.close()
    return lending, room


def _made(workspace: Workspace) -> RunningRoom:
    panel, register, agenda = workspace.panel, workspace.register, workspace.agenda
    panel.make("Northmoor MACE", districts=("Harbourside",))
    police, health = panel.add_agency("Police"), panel.add_agency("Health")
    council = panel.add_agency("Children's social care")
    for agency in (police, health, council):
        panel.change_agency(agency, agreement_expires=AGREED_TO)
    detective = panel.add_member("Jane Khan", police, "Detective Inspector", core=True)
    nurse = panel.add_member("Ann Patel", health, "Named nurse", core=True)
    manager = panel.add_member("Sam Lee", council, "Service manager", core=True)
    child = register.add_child("Robin Ashdown", system_id="LCS1", birth_date=date(2011, 1, 2))
    person = register.add_person("Darren Pike")
    register.link(person, "exploits", child, confidence="suspected", source="Referral")
    meeting = agenda.plan_meeting(HELD)
    child_item, person_item = agenda.add(meeting, child), agenda.add(meeting, person)
    workspace.conduct.start(meeting)
    for member in (detective, nurse, manager):
        workspace.conduct.attend(meeting, member, "P")
    workspace.conduct.open_item(child_item)
    return RunningRoom(
        workspace,
        meeting,
        child,
        person,
        police,
        health,
        council,
        detective,
        nurse,
        manager,
        child_item,
        person_item,
    )


def send_sheet(room: RunningRoom, *, done: bool = True) -> None:
    """The sheet of the child's item goes to whoever holds the plan, or fails to."""
    minutes = room.workspace.minutes
    sheet = IssuedDocument(
        "recommendations/LCS1.docx", "Holder of the child's plan", "0" * 64, None,
        room.child, room.child_item,
    )  # fmt: skip
    minutes.end_issue(room.meeting, minutes.begin_issue(room.meeting, [sheet]), done)
