"""What the page asks about a meeting: it is asked no longer once another is shown."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.pages.records.entering import EntryCard


class AskedOf:
    """Takes the cards away with their meeting; a correction half-typed waits there for it."""

    def __init__(self, cards: Iterable[QWidget], correction: EntryCard) -> None:
        self._correction = correction
        self._cards = tuple(card for card in cards if card is not correction)
        self._meeting_id: int | None = None

    def turn_to(self, meeting_id: int) -> None:
        """This meeting is shown: what stands asked of another one is answered for neither."""
        if meeting_id == self._meeting_id:
            return
        self._meeting_id = meeting_id
        for card in self._cards:
            card.hide()
        self._correction.turn_to(meeting_id)
