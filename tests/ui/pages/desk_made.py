"""A panel in memory with a few invented people, and a desk whose dialogues are answered."""

from datetime import date, datetime, timedelta
from pathlib import Path

from models.clock import SetClock
from models.workspace import Workspace
from tests.lent import Lending
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.tasks import TasksAtOnce

NOW = datetime(2026, 11, 12, 9, 30)
LENT: dict[object, tuple[Lending, dict[str, int]]] = {}
"""By how a panel begins: what it then holds, and the numbers that tests speak of."""
ADMINISTRATOR, OTHER = "Ada Administrator", "Bo Second"


class Answers:
    """File dialogues that answer with what a test put there."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.save_to: Path | None = None
        self.proposed: list[str] = []

    def open_files(self, parent, title, kinds=""):
        return self.files

    def save_file(self, parent, title, proposed="", kinds=""):
        self.proposed.append(proposed)
        return self.save_to

    def choose_folder(self, parent, title):
        return None


class Panel:
    """The workspace, its desk, what was said and where it went."""

    answers = Answers

    def __init__(self) -> None:
        self._borrow()
        self.dialogues, self.said, self.went = self.answers(), [], []
        notice = Notice()
        notice.said.connect(lambda words, kind: self.said.append((words, kind)))
        self.hub = Hub(self.workspace.store)
        self.desk = Desk(self.workspace, self.hub, notice, TasksAtOnce(), self.dialogues, self._go)

    def begin(self) -> None:
        """What is on record as a test begins, and the numbers of it that tests speak of."""
        self.workspace.panel.make("Northmoor MACE", area="Northmoor", districts=("Eastmoor",))
        self.workspace.panel.add_member(OTHER, None, "Deputy chair")

    def _borrow(self) -> None:
        begin = type(self).begin
        if begin not in LENT:
            self.workspace = Workspace.memory(ADMINISTRATOR, SetClock(NOW))
            self.begin()
            numbers = {name: one for name, one in vars(self).items() if isinstance(one, int)}
            LENT[begin] = Lending(self.workspace), numbers
            self.workspace.close()
        lending, numbers = LENT[begin]
        self.workspace = lending.workspace(SetClock(NOW))
        vars(self).update(numbers)

    def _go(self, page, key=None):
        self.went.append((page, key))

    def child(self, name="Ivy Ashdown", **fields):
        """A child on the tracker."""
        known = {"birth_date": date(2011, 4, 2), "plan": "CiN plan", "district": "Eastmoor"}
        return self.workspace.register.add_child(name, **{**known, **fields})

    def referral(self, name="Ivy Ashdown", **fields):
        """A referral of a new child."""
        known = {"received_on": NOW.date() - timedelta(days=3), "referrer_agency": "Police"}
        return self.workspace.referrals.add(self.child(name), **{**known, **fields})

    def show(self, page, qtbot):
        """Show a page as the window would, hearing of changes."""
        qtbot.addWidget(page)
        page.resize(1200, 700)
        page.reload()
        page.show()
        self.hub.changed.connect(page.on_changed)
        return page
