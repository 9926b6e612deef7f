"""A small panel on the morning of its meeting: two children, a person, a place, four agencies."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from functools import cache

from models.clock import SetClock
from models.entities import InformationLine
from models.marks import Information, Sharing
from models.workspace import Workspace
from tests.lent import Lending

HELD_ON = date(2026, 11, 12)


@dataclass
class Panel:
    """The panel's workspace and the ids that tests speak of."""

    workspace: Workspace
    clock: SetClock
    meeting: int
    agencies: dict[str, int] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    subjects: dict[str, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)

    def item(self, reference: str):
        """An item as the signed-in person reads it."""
        return self.workspace.read.item(self.items[reference])

    def returned(self, agency: str, subject: str, text: str, **marks: object) -> int:
        """A line of an agency's return on a subject."""
        with self.workspace.store.work("file_return", "File a return") as session:
            line = InformationLine(
                origin="return",
                meeting_id=self.meeting,
                subject_id=self.subjects[subject],
                agency_id=self.agencies[agency],
                text=text,
                information=marks.get("information", Information.FACT),
                sharing=marks.get("sharing", Sharing.ALL_PANEL),
                shared_with=marks.get("shared_with", ()),
            )
            session.add(line)
            session.flush()
            return line.id


def small_panel(clock: SetClock, workspace: Workspace | None = None) -> Panel:
    """A panel whose meeting is planned for today; nothing of it has begun."""
    return _made(clock, workspace) if workspace is not None else _copy(clock, running=False)


def running_panel(clock: SetClock) -> Panel:
    """The same with its meeting started, everyone here but education."""
    return _copy(clock, running=True)


def _copy(clock: SetClock, *, running: bool) -> Panel:
    lending, panel = _lent(clock.now(), running)
    held = {one.name: dict(getattr(panel, one.name)) for one in fields(Panel)[3:]}
    return Panel(lending.workspace(clock), clock, panel.meeting, **held)


@cache
def _lent(now: datetime, running: bool) -> tuple[Lending, Panel]:
    clock = SetClock(now)
    workspace = Workspace.memory("Rita Choudhury", clock)
    panel = _made(clock, workspace)
    if running:
        hold(panel)
    lending = Lending(workspace)
    workspace.close()
    return lending, panel


def _made(clock: SetClock, workspace: Workspace) -> Panel:
    workspace.panel.make("Northmoor MACE", area="Northmoor")
    meeting = workspace.agenda.plan_meeting(HELD_ON, time(9, 30), time(10, 0))
    panel = Panel(workspace, clock, meeting)
    _people(panel)
    _subjects(panel)
    for reference, name in (("V1", "Aidan Ravenscroft"), ("V2", "Lola Yarrow")):
        panel.items[reference] = _item(panel, name, "Advice on placement")
    panel.items["O1"] = _item(panel, "Darren Pike", "Disruption")
    panel.returned("Police", "Aidan Ravenscroft", "Seen near the skatepark with older males.")
    panel.returned(
        "Police",
        "Aidan Ravenscroft",
        "Named with Darren Pike in a partner report.",
        information=Information.INTELLIGENCE,
        sharing=Sharing.CHAIR_ONLY,
    )
    panel.returned("Health", "Aidan Ravenscroft", "Attended hospital with a hand injury.")
    return panel


def hold(panel: Panel) -> None:
    """Start the meeting with everyone here but education."""
    conduct = panel.workspace.conduct
    conduct.start(panel.meeting)
    for name, member_id in panel.members.items():
        conduct.attend(panel.meeting, member_id, "A" if name == "Ines Varley" else "P")


def _people(panel: Panel) -> None:
    service = panel.workspace.panel
    for agency, kind in (
        ("Children's social care", "council"),
        ("Police", "police"),
        ("Health", "health"),
        ("Education", "education"),
    ):
        panel.agencies[agency] = service.add_agency(agency, kind=kind, core=True)
    for name, agency, role in (
        ("Rita Choudhury", "Children's social care", "Head of service"),
        ("Jayden O'Brien", "Police", "Detective Sergeant"),
        ("Kay Baines", "Health", "Named nurse"),
        ("Ines Varley", "Education", "Safeguarding lead"),
    ):
        panel.members[name] = service.add_member(name, panel.agencies[agency], role, core=True)


def _subjects(panel: Panel) -> None:
    register = panel.workspace.register
    for name, born, number in (
        ("Aidan Ravenscroft", date(2011, 3, 4), "LCS620625"),
        ("Lola Yarrow", date(2010, 7, 9), "LCS206393"),
    ):
        panel.subjects[name] = register.add_child(name, birth_date=born, system_id=number)
    panel.subjects["Darren Pike"] = register.add_person("Darren Pike")
    panel.subjects["Skatepark"] = register.add_place("Skatepark")


def _item(panel: Panel, name: str, ask: str) -> int:
    agenda = panel.workspace.agenda
    return agenda.add(panel.meeting, panel.subjects[name], ask=ask)
