"""The card on which an item opens: what has changed since last time, and the step it stands in."""

from models import codes
from models.records.item import ItemRecord
from models.records.since import Month
from ui.desk import Desk
from ui.live import since_words
from ui.live.presentation import PRESENTATION, TextStep
from ui.live.state import RoomState
from ui.widgets.card import Card
from ui.widgets.labels import Words
from ui.widgets.sparkline import Sparkline


class SinceCard(Card):
    """A clerk's sentences, a line for each matter, and a small picture of the year."""

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.words = Words()
        self.year = Sparkline("Risk and missing episodes by month", "missing", "risk")
        self.add(self.words)
        self.add_to_head(self.year)

    def refill(self, item: ItemRecord) -> None:
        """Show what has changed about an item's subject."""
        since = item.since_last
        self.setVisible(since is not None)
        if since is None:
            return
        lines = since_words.sentences(item, self.state.revealed)
        only_decided = len(lines) == 1 and since.discussed is not None
        if not lines or only_decided:
            lines.append(since_words.nothing(since))
        self.words.setText(self.state.masked("\n".join(lines)))
        self.say(since_words.title(since))
        self.year.setVisible(any(one.episodes or one.rank is not None for one in since.months))
        self.year.show_year(
            [one.episodes for one in since.months],
            [_height(one) for one in since.months],
            since_words.by_month(since.months),
        )


class PresentationStep(TextStep):
    """The presentation's texts under the card of what has changed."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__(desk, state, "Presentation", PRESENTATION)
        self.since = SinceCard(state)
        self.show_cards([self.since, self.card])

    def refill(self, item: ItemRecord) -> None:
        """Show what has changed, and an item's texts."""
        self.since.refill(item)
        super().refill(item)


def _height(month: Month) -> float | None:
    """How high a month's risk stands among all levels, from none to the top."""
    if month.rank is None:
        return None
    ranks = [one.rank for one in codes.rows_of("risk_levels", codes.Ranked)]
    return month.rank / max(max(ranks, default=1), 1)
