"""Who presents an item after another did, and what calendars do not know of it yet."""

from collections.abc import Callable, Sequence
from typing import Any

from models.records.desk import InvitationRow
from models.records.issuing import SlotInvitation
from models.records.item import ItemRow
from models.records.panel import MemberRecord
from models.rules.listing import counted, listed
from ui.widgets.banner import Banner

Invite = Callable[[int, int | None, str | None], object]
INVITE, ALL_THE_SAME = "Invite", "Invite them all the same"


class PresenterBar(Banner):
    """Says who lost their invitation with the item, or lacks one; one button invites them."""

    def __init__(self, invite: Invite) -> None:
        super().__init__("", "medium")
        self._invite, self._lost = invite, dict[int, str]()
        self._whom: tuple[int, int | None, str | None] | None = None
        self.invite_button = self.offer(INVITE, self._press)

    def presented(self, row: ItemRow) -> None:
        """Keep who presented an item until now and was invited; the first of several stands."""
        if row.presenter and row.presenter in row.invited:
            self._lost.setdefault(row.id, row.presenter)

    def show_item(
        self, row: ItemRow, invited: Sequence[InvitationRow], members: Sequence[MemberRecord]
    ) -> None:
        """Say what is to be known of who presents an item and who did, or nothing."""
        here, active = {one.name for one in invited}, [one for one in members if one.active]
        presents = next((one for one in active if one.name == row.presenter), None)
        lost = self._lost.get(row.id)
        if lost and lost != row.presenter and lost not in here and members:
            member = next((one for one in active if one.name == lost), None)
            self._whom = (row.id, member.id if member else None, None if member else lost)
            self._tell(f"{lost} no longer presents and is not invited any more.", ALL_THE_SAME)
        elif presents is not None and not presents.core and presents.name not in here:
            self._whom = (row.id, presents.id, None)
            self._tell(f"{presents.name} presents and is not invited.", INVITE)
        else:
            self._whom = None
            self.say("")

    def _tell(self, words: str, invite: str) -> None:
        self.say(words)
        self.invite_button.setText(invite)

    def _press(self) -> None:
        if self._whom is not None:
            self._lost.pop(self._whom[0], None)
            self._invite(*self._whom)


def calendar_words(news: Sequence[SlotInvitation]) -> str:
    """What calendars are told of an item with the next papers: whose slot is lost, whose moved."""
    lost = [one.name for one in news if one.cancelled]
    other = [one.name for one in news if not one.cancelled and one.name not in lost]
    told = [
        f"{words} to {listed(names)}"
        for words, names in (("a cancellation", lost), ("an invitation or its update", other))
        if names
    ]
    return f"Not sent yet: {'; '.join(told)}. The next papers bring it." if told else ""


def calendar_tags(read: Any, meeting_id: int) -> list[tuple[str, str]]:
    """That calendars are behind the agenda, as a tag; none where they are not."""
    news = len(read.calendar_news(meeting_id))
    words = counted(news, "calendar entry to send", "calendar entries to send")
    return [(words, "medium")] if news else []
