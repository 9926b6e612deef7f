"""What became of one entry, in words: when, who, and each field from what to what."""

from collections.abc import Sequence

from models.records.past import FieldChange, PastState
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.labels import Words

NONE = "Nothing has been changed since it was entered."


class ChangesTold(Card):
    """The changes of an entry, the latest first."""

    def __init__(self) -> None:
        super().__init__("Changes")
        self.words = Words(NONE)
        self.add(self.words)

    def show_states(self, states: Sequence[PastState]) -> None:
        """Tell the states that the reader may read."""
        self.words.setText("\n".join(map(_told, states)) or NONE)


def _told(one: PastState) -> str:
    said = " · ".join(map(_change, one.changes)) or one.label
    return f"{plain_date(one.at.date())} {one.at:%H:%M} {one.who}: {said}"


def _change(one: FieldChange) -> str:
    after = one.after or "nothing"
    return f"{one.field} {after}" if one.before is None else f"{one.field} {one.before} → {after}"
