"""Who presents an item after another did: their invitation proposed, the other's taken back."""

from collections.abc import Callable, Sequence

from models.records.desk import InvitationRow
from models.records.item import ItemRow
from models.records.panel import MemberRecord
from ui.widgets.banner import Banner

Invite = Callable[[int, int, tuple[int, ...]], object]


class PresenterBar(Banner):
    """Says that whoever presents an item is not invited; one button mends it."""

    def __init__(self, invite: Invite) -> None:
        super().__init__("", "medium")
        self._invite, self._before = invite, dict[int, str]()
        self._told: tuple[int, int, tuple[int, ...]] | None = None
        self.invite_button = self.offer("Invite", self._press)

    def presented(self, row: ItemRow) -> None:
        """Keep who presented an item until now; the first of several stands."""
        if row.presenter:
            self._before.setdefault(row.id, row.presenter)

    def show_item(
        self, row: ItemRow, invited: Sequence[InvitationRow], members: Sequence[MemberRecord]
    ) -> None:
        """Propose what is to be done about the invitations of an item, or nothing."""
        named = next((one for one in members if one.active and one.name == row.presenter), None)
        here = {one.name for one in invited}
        if named is None or named.core or named.name in here:
            self._told = None
            self.say("")
            return
        before = self._before.get(row.id)
        gone = tuple(one.id for one in invited if before != named.name and one.name == before)
        self._told = (row.id, named.id, gone)
        other = f" {before} is still invited and no longer presents." if gone else ""
        self.say(f"{named.name} presents and is not invited.{other}")
        words = "Invite, and take the other invitation back" if gone else "Invite"
        self.invite_button.setText(words)

    def _press(self) -> None:
        if self._told is not None:
            self._invite(*self._told)
