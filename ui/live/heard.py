"""Who has been heard in the agency round, in one line over it, and who has not spoken yet."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from exports.phrases import listed
from models.records.item import AgencyRound
from ui import look
from ui.widgets.labels import Words

NOT_YET = "not yet heard"
EVERYBODY = "Every agency has been heard."


class HeardLine(Words):
    """ "Heard 5 of 12 · not yet: Police, Health and 5 more"; as many names as the width holds."""

    def __init__(self) -> None:
        super().__init__("", "small", wrap=False)
        self._count, self._names = "", ()

    def say(self, rounds: Sequence[AgencyRound], brief: Callable[[str], str] = str) -> None:
        """Show who of these has spoken; `brief` gives an agency's short name."""
        asked = [one for one in rounds if one.agency_id]
        left = silent(rounds)
        self._names = tuple(one.agency for one in left)
        self._count = f"Heard {len(asked) - len(left)} of {len(asked)}"
        self.setVisible(bool(asked))
        self.setAccessibleName(self._words(len(left)))
        self._names = tuple(map(brief, self._names))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """The names ask for no width of their own."""
        return QSize(look.current().px(60), super().minimumSizeHint().height())

    sizeHint = minimumSizeHint

    def _fit(self) -> None:
        width, metrics = self.width(), self.fontMetrics()
        shown = range(len(self._names), -1, -1)
        said = (self._words(count) for count in shown)
        self.setText(next((one for one in said if metrics.horizontalAdvance(one) <= width), ""))

    def _words(self, count: int) -> str:
        """The line with so many names."""
        if not self._names:
            return EVERYBODY
        more = len(self._names) - count
        named = [*self._names[:count], *([f"{more} more" if count else f"{more}"] if more else [])]
        return f"{self._count} · not yet: {listed(named)}"


def silent(rounds: Sequence[AgencyRound]) -> list[AgencyRound]:
    """The agencies that have not spoken yet, in the order of the round."""
    return [one for one in rounds if one.agency_id and not one.heard]


def next_silent(rounds: Sequence[AgencyRound], here: AgencyRound | None) -> Hashable | None:
    """The next agency after this one that has not spoken, as a key of the round."""
    at = next((n for n, one in enumerate(rounds) if one is here), -1)
    turn = silent((*rounds[at + 1 :], *rounds[: at + 1]))
    return ("agency", turn[0].agency_id) if turn else None


def turn_words(one: AgencyRound) -> tuple[str, str]:
    """What stands at the right of an agency, and its tint: how it was heard, or that it was not."""
    if one.heard:
        return f"✓ {one.heard}", ""
    return " · ".join(filter(None, (one.return_state, NOT_YET))), ""
