"""What would go out past due: said before an issue or an approval, with one key to mend it."""

from collections.abc import Callable, Sequence
from typing import Any

from models.errors import Refusal
from models.rules.recommendations import reply_due
from models.rules.set_days import passed
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.banner import Banner

KEYS = "Alt+D"
MOST_NAMED = 8
NEW_DAY = (
    Field(
        "day", "New day for all of them", "due",
        hint="One alone is mended on its item (Mend the record). What approved minutes recommend"
        " gets its new day by a correction, which the chair approves",
    ),
)  # fmt: skip


class PastDueBar(Banner):
    """Names what of a meeting is past due; its button asks for a new day."""

    def __init__(self, press: Callable[[], object]) -> None:
        super().__init__("", "medium")
        self.new_days = self.offer("Give them a new day", press, KEYS)

    def tell(self, found: Sequence[str]) -> None:
        """Say what a meeting agreed, is still to be done and was due before today, or nothing."""
        head = "This goes out past due" if len(found) == 1 else "These go out past due"
        rest = len(found) - MOST_NAMED
        more = f" and {rest} more" if rest > 0 else ""
        self.say(f"{head}: {'; '.join(found[:MOST_NAMED])}{more}." if found else "")


class PastDue:
    """Both bars and the form they lead to; `done` follows once there is a new day."""

    def __init__(self, desk: Desk, done: Callable[[], object]) -> None:
        self._desk, self._done = desk, done
        self._meeting_id: int | None = None
        self.at_approval, self.at_issue = PastDueBar(self.ask), PastDueBar(self.ask)
        self.card = EntryCard("A new day for what is past due", NEW_DAY, desk, self._set_day)

    def show_of(self, meeting_id: int) -> None:
        """Say on both bars what of a meeting is past due."""
        self._meeting_id = meeting_id
        found = past_due(self._desk, meeting_id)
        for bar in (self.at_approval, self.at_issue):
            bar.tell(found)

    def ask_of(self, meeting_id: int) -> None:
        """Ask for the day, of this meeting."""
        self.show_of(meeting_id)
        self.ask()

    def ask(self) -> None:
        """Ask for the day, proposing the one by which plans are asked to answer."""
        if self._meeting_id is None or not past_due(self._desk, self._meeting_id):
            self._desk.notice.say("Nothing that this meeting agreed is past due.")
            return
        workspace = self._desk.workspace
        closed = workspace.read.closed_days()
        self.card.ask({"day": reply_due(workspace.store.clock.today(), closed)})

    def _set_day(self, values: dict[str, Any]) -> None:
        day = values.get("day")
        if day is None:
            raise Refusal("Give the new day.", "day")
        if self._meeting_id is not None:
            told = self._desk.workspace.minutes.set_new_days(self._meeting_id, day)
            self._desk.notice.say(told)
            self._done()


def past_due(desk: Desk, meeting_id: int) -> tuple[str, ...]:
    """What of a meeting would go out past due today, by its reference and day."""
    read = desk.workspace.read
    asked = [one for item in read.items_of(meeting_id) for one in item.recommendations]
    agreed = read.actions(meeting_id=meeting_id)
    return passed(agreed, asked, desk.workspace.store.clock.today())
