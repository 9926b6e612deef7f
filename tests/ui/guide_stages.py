"""The panels that the guide's pictures are taken of: before, on and after a meeting."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from PySide6.QtCore import QEventLoop, QTimer

from macedesk import demo
from macedesk.finding import subjects_by_name
from macedesk.holding import Holding
from macedesk.pages import entries
from models.clock import SetClock
from models.marks import Information, Sharing
from models.storage import recovery
from models.workspace import Workspace
from ui.window import MainWindow

BEGINS = datetime(2026, 11, 12, 9, 30)
IN_HAND = "LCS620625"
WAITS_MS, STEP_MS = 60_000, 200
URGENT = (
    ("Date of referral", "10/11/2026"),
    ("Referred by", "Leah Baines, Education safeguarding lead"),
    ("Child's name", "HOLROYD, Jasmine"),
    ("DOB", "3rd March 2011"),
    ("Address", "14 Mill Bank, Midvale"),
    ("Immediate risk of harm?", "Yes"),
    ("Type of exploitation", "CSE"),
    ("Reason for referral", "Seen getting into a car with two older men; not home since Sunday."),
    ("What has been tried", "Welfare call, home visit, return interview offered."),
    ("What do you want from the panel?", "Mapping of the adults and disruption."),
    ("Bus pass type", "Explorer"),
)


class Stage:
    """A panel in a window of its own, with the few ways that pictures go about in it."""

    def __init__(self, workspace: Workspace, dropped: tuple[Any, ...] = ()) -> None:
        self.workspace = workspace
        self.dropped = dropped
        self.window = MainWindow(workspace, entries())
        self.window.add_source(subjects_by_name(workspace, self.window.go))
        self.window.show()

    def go(self, page_id: str, key: Any = None) -> Any:
        """The page of that name, shown."""
        self.window.go_or_do.leave()
        self.window.go(page_id, key)
        return self.window.page

    def item(self, system_id: str) -> int:
        """The id of a child's item at the demo meeting."""
        meeting = self.workspace.read.meeting_on(demo.MEETING)
        order = self.workspace.read.running_order(meeting.id)
        return next(row.id for row in order if row.subject_reference == system_id)

    def subject(self, system_id: str) -> int:
        """The id of a child on record."""
        rows = self.workspace.read.children()
        return next(row.id for row in rows if row.system_id == system_id)

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window live until something is so; TimeoutError when it never is."""
        for _ in range(WAITS_MS // STEP_MS):
            if until():
                return
            rest(STEP_MS)
        raise TimeoutError("nothing came")


def rest(milliseconds: int) -> None:
    """Let windows live for a while, and work off their thread as well."""
    # QTest.qWait keeps the interpreter to itself, so that no other thread gets on.
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Rehearsed:
    """The first start's opener as far as pictures need it; nothing is made."""

    KEY = recovery.written(bytes(range(32)))

    def default_file(self, name: str) -> Path:
        """A place that is nobody's."""
        return Path("/home/coordinator/.local/share/MaceDesk") / f"{name or 'panel'}.mace"

    def user_name(self) -> str:
        """A name that is nobody's."""
        return "Coordinator"


@cache
def papers() -> Stage:
    """A new panel that knows its members, with the demo papers read and not yet kept."""
    workspace = Workspace.memory("Demo administrator", SetClock(demo.PREPARED))
    workspace.panel.make(demo.PANEL, area=demo.AREA, districts=demo.DISTRICTS)
    found = demo.papers()
    members = [one for one in found if one[0] == "members.csv"]
    workspace.papers.keep(workspace.papers.preview(members))
    rest = [one for one in found if one not in members] + [("old referral.docx", b"not a paper")]
    return Stage(workspace, workspace.papers.preview([("urgent referral.docx", urgent()), *rest]))


@cache
def morning() -> Stage:
    """The demo panel on the day before its meeting, with one more referral, at immediate risk."""
    workspace = _demo()
    workspace.store.clock = SetClock(demo.PREPARED)
    read = workspace.papers.preview([("urgent referral.docx", urgent())])
    workspace.papers.keep(read)
    return Stage(workspace)


@cache
def room() -> Stage:
    """The demo panel in the middle of its meeting, one child's item in hand."""
    workspace, clock = _demo(), SetClock(BEGINS)
    _hold(workspace, clock, until=4, leaving=IN_HAND)
    stage = Stage(workspace)
    _begin_item(stage)
    clock.move(timedelta(minutes=7, seconds=41))
    return stage


@cache
def after() -> Stage:
    """The demo panel two days after its meeting: minutes approved, nothing issued yet."""
    workspace, clock = _demo(), SetClock(BEGINS)
    _hold(workspace, clock)
    clock.move(timedelta(days=2))
    return Stage(workspace)


def urgent() -> bytes:
    """A referral form that says the child is at immediate risk, and one thing nobody asks for."""
    form, out = Document(), BytesIO()
    form.add_heading("Referral to the exploitation panel: child", 1)
    table = form.add_table(0, 2)
    for label, value in URGENT:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    form.save(out)
    return out.getvalue()


def _demo() -> Workspace:
    return demo.make(say=lambda _words: None)


def _hold(
    workspace: Workspace, clock: SetClock, until: int | None = None, leaving: str = ""
) -> None:
    workspace.store.clock = clock
    script = demo.script()
    items = [one for one in script["items"] if one.get("subject") != leaving]
    script = {**script, "items": items}
    Holding(workspace, clock, script, kept=lambda _n: None, warn=lambda _w: None).run(until)


def _begin_item(stage: Stage) -> None:
    """What has been said and agreed so far about the child in hand, as its script says."""
    workspace, item_id = stage.workspace, stage.item(IN_HAND)
    conduct, script = workspace.conduct, demo.script()["items"]
    told = next(one for one in script if one.get("subject") == IN_HAND)
    agencies = {one.name: one.id for one in workspace.read.agencies()}
    members = {one.name: one.id for one in workspace.read.members()}
    conduct.open_item(item_id)
    conduct.write(item_id, "voice", told["voice"], "")
    conduct.write(item_id, "analysis", told["analysis"], "")
    conduct.write(item_id, "for_file", told["for_file"], "")
    for line in told["contributions"]:
        conduct.say(
            item_id, agencies[line["agency"]], line["text"], by=line["by"],
            information=Information(line["kind"].lower()), sharing=Sharing(line["share"].lower()),
        )  # fmt: skip
    conduct.judge_risk(item_id, told["risk_after"])
    for one in told["actions"]:
        due = datetime.fromisoformat(one["due"]).date()
        conduct.record_action(
            item_id, one["text"], owner=one["owner"], owner_id=members[one["owner"]],
            agency_id=agencies[one["agency"]], due_on=due,
        )  # fmt: skip
    conduct.recommend(item_id, told["recommendations"][0]["text"], to_plan="CP")
