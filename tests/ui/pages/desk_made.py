"""A panel in memory with a few invented people, and a desk whose dialogues are answered."""

from datetime import date, datetime, timedelta
from pathlib import Path

from models.clock import SetClock
from models.workspace import Workspace
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.tasks import TasksAtOnce

NOW = datetime(2026, 11, 12, 9, 30)
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

    def __init__(self) -> None:
        self.workspace = Workspace.memory(ADMINISTRATOR, SetClock(NOW))
        self.workspace.panel.make("Northmoor MACE", area="Northmoor", districts=("Eastmoor",))
        self.workspace.panel.add_member(OTHER, None, "Deputy chair")
        self.dialogues, self.said, self.went = Answers(), [], []
        notice = Notice()
        notice.said.connect(lambda words, kind: self.said.append((words, kind)))
        self.hub = Hub(self.workspace.store)
        self.desk = Desk(self.workspace, self.hub, notice, TasksAtOnce(), self.dialogues, self._go)

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
