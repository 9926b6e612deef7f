"""Several links chosen in a table: each in its sentence, and one answer that confirms them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from models.marks import Information
from models.records.subjects import LinkRecord
from models.rules.links import solid
from models.rules.listing import counted
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Words, native_keys

MOST = 20
TOO_MANY = f"Choose {MOST} or fewer: each is named here before it is confirmed."
Chosen = tuple[str, LinkRecord]
"""A link in a whole sentence, and its record."""


class ChosenLinks(Card):
    """Hidden where fewer than two are chosen; `confirmed` carries the ids, each with its likes."""

    confirmed = Signal(object)

    def __init__(self, key: str = "") -> None:
        super().__init__()
        self._key = f"  {native_keys(key)}" if key else ""
        self.waiting: tuple[tuple[int, ...], ...] = ()
        self.words = Words()
        self.yes = button("Confirm them", lambda: self.confirmed.emit(self.waiting), "primary")
        self.add_to_head(self.yes)
        self.add(self.words)
        self.hide()

    def show_links(self, rows: Sequence[Chosen], able: bool) -> None:
        """Name these links; those that nobody confirmed yet can be confirmed together."""
        few = rows if len(rows) <= MOST else ()
        waiting = [one for _, one in few if waits(one)]
        self.waiting = tuple((one.id, *one.also) for one in waiting)
        self.say(f"{counted(len(rows), 'link', 'links')} chosen")
        self.words.setText(" ".join(f"{said}{_beside(one)}." for said, one in few) or TOO_MANY)
        these = "the one" if len(waiting) == 1 else f"the {len(waiting):,}"
        words = f"Confirm {these} not confirmed yet"
        self.yes.setText(f"{words}{self._key}")
        self.yes.setAccessibleName(words)
        self.yes.setVisible(able and bool(waiting))
        self.setVisible(len(rows) > 1)


def waits(one: LinkRecord) -> bool:
    """Whether a person may still confirm it: never what is intelligence, nor what has ended."""
    rumour = one.information == Information.INTELLIGENCE
    return not (one.confirmed or rumour or one.ended_on is not None)


def _beside(one: LinkRecord) -> str:
    """Why a link is not among those to confirm, in brackets."""
    if waits(one):
        return ""
    if one.ended_on is not None:
        return " (ended)"
    return " (confirmed)" if solid(one) else " (intelligence, which nobody confirms)"
