"""The head of an item: who, how long, what matters first, what was asked, what came last time."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.marks import ItemState
from models.records.item import ItemHeader, ItemRecord, ItemRow
from ui.live.going_out import coming_words
from ui.live.state import STILL, RoomState
from ui.live.timing import seconds_of
from ui.live.urgent import urgent_tags
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.elapsed import Clock, ShareBar
from ui.widgets.flow import Chips, FlowLayout
from ui.widgets.labels import Heading, SoftLabel, StrongLabel, Words

ONE_LINE, BESIDE_THE_WORD = 40, 18
NARROWER = 0.9
"""Words take less than as many letters of average width."""


class ItemHead(Card):
    """Initials or the name, the clock, the tags, the ask and the last decision.

    Where the room is `short`, as with large text on a small screen, it says only what matters
    first, and where it is `least` hardly more than who: the step in hand has the height.
    """

    def __init__(self, state: RoomState) -> None:
        super().__init__()
        self.state = state
        self.short = self.least = False
        self._item: ItemRecord | None = None
        self.name, self.beside = Heading(), SoftLabel()
        self.clock, self.used = Clock(), ShareBar("Time used")
        self.tags = Chips(name="What matters first")
        self.standing, self.waits = Words("", "medium"), Words("", "medium")
        self.out = SoftLabel("On the panel display.")
        self.ask, self.last = _Told("Ask"), _Told("Last time")
        who = FlowLayout(gap=8, line_gap=0)
        who.addWidget(self.name)
        who.addWidget(self.beside)
        row = QHBoxLayout()
        row.addLayout(who, 1)
        row.addWidget(self.clock)
        self.body.addLayout(row)
        for part in (self.used, self.tags):
            self.add(part)
        told = FlowLayout(gap=16, line_gap=2)
        told.addWidget(self.ask)
        told.addWidget(self.last)
        self.body.addLayout(told)
        for part in (self.standing, self.waits, self.out):
            self.add(part)

    def refill(self, item: ItemRecord) -> None:
        """Show the head of an item."""
        self._item = item
        head, row = item.header, item.row
        name = f"{row.reference}  {head.name if self.state.revealed else head.initials}"
        self.name.setText(name)
        self.beside.setText(_beside(head, row))
        self.setAccessibleName(f"{name}, {_beside(head, row)}")
        self.tags.show_tags(self._tags(item))
        self.ask.tell(self._told(head.ask or head.reason))
        self.last.tell(self._told(_last_time(head)))
        said = (self._leaving_words(), pointed_words(item, self.short), self._standing_words(row))
        words = " ".join(filter(None, said))
        self.standing.setText(words)
        self.standing.setVisible(bool(words))
        self._tell_display(row)
        self.tick(row)
        # Tags that were not there when the page was last laid out may need another line.
        self.body.invalidate()
        self.updateGeometry()

    def be_short(self, short: bool, least: bool) -> None:
        """Say less where the room is short, and all again where it is not."""
        if (short, least) != (self.short, self.least):
            self.short, self.least = short, least
            self.beside.setVisible(not least)
            self.used.setVisible(not least)
            if self._item is not None:
                self.refill(self._item)

    def _told(self, text: str | None) -> str:
        words = "" if self.least else self.state.masked(text)
        return words if not self.short else in_one_line(words, self._one_line())

    def _one_line(self) -> int:
        """How many letters one line of the head takes beside the word before them."""
        letter = max(self.fontMetrics().averageCharWidth(), 1) * NARROWER
        return max(int(self.width() / letter) - BESIDE_THE_WORD, ONE_LINE)

    def tick(self, row: ItemRow) -> None:
        """Bring the clock up to date."""
        seconds = seconds_of(row, self.state.now)
        self.clock.set_time(seconds, row.planned_minutes, running=row.clock_started is not None)
        planned = row.planned_minutes * 60
        self.used.set_share(seconds / planned if planned else 0.0)

    def _tags(self, item: ItemRecord) -> list[tuple[str, str]]:
        named = [
            (f"{link.other_initials}: also today in {', '.join(link.tonight)}", "plain")
            for link in item.links
            if link.tonight
        ]
        told = [(self.state.masked(words), tint) for words, tint in item.header.tags]
        urgent = urgent_tags(item, self.state.masked)
        if urgent and (self.least or self.short):
            return urgent
        if self.least:
            return [tag for tag in told if tag[1] == "high"][:2]
        if self.short:
            return [tag for at, tag in enumerate(told) if tag[1] != "plain" or not at]
        return [*urgent, *told, *named[:4]]

    def _leaving_words(self) -> str:
        """Who must not be here now: said to the room, which knows what was declared."""
        names = self.state.stepping_out
        leaves = "leaves" if len(names) == 1 else "leave"
        return f"{', '.join(names)} {leaves} for this item: conflict declared." if names else ""

    def _tell_display(self, row: ItemRow) -> None:
        """That the panel display waits; once it shows the item, a softer word has its place."""
        waits = self.state.out.waits(row.id)
        self.waits.setText(f"The panel display waits at “{coming_words(row)}”: F10 shows it.")
        self.waits.setVisible(waits)
        self.out.setVisible(self.state.out.open and not waits)

    def _standing_words(self, row: ItemRow) -> str:
        live = self.state.live
        if row.state == ItemState.DEFERRED:
            return f"Deferred: {self.state.masked(row.deferred_reason)} · F5 takes it up again"
        if row.state == ItemState.PARKED:
            return "Parked for later in this meeting."
        passed = row.state in STILL and live is not None and live.id != row.id
        if passed and live is not None and live.clock_started is not None:
            return f"Looking back. The clock of {live.reference} runs on."
        return ""


def pointed_words(item: ItemRecord, short: bool = False) -> str:
    """The question about an interest that nobody has settled yet, one at a time."""
    if not item.pointed_out:
        return ""
    first = item.pointed_out[0]
    if first.chairs:
        if short:
            return f"{first.member} chairs: their own case? · F2"
        return f"{first.member} chairs and {first.why}: does somebody else take the chair? · F2"
    asks = "an interest?" if short else "is there an interest to declare in this item?"
    return f"{first.member}: {asks} · F2"


class _Told(QWidget):
    """A heavier word and what is told under it, on one line where there is room."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self._name, self._words = StrongLabel(word, wrap=False), Words()
        flow = FlowLayout(self, gap=8, line_gap=0)
        flow.addWidget(self._name)
        flow.addWidget(self._words)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, words: str) -> None:
        """Show the words; none takes no room."""
        self._words.setText(words)
        self.setVisible(bool(words))
        # What holds it asks for its room anew at once, and is laid out and painted once.
        self.updateGeometry()


def in_one_line(words: str, most: int) -> str:
    """The words, or as many whole ones of them as so many letters hold."""
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def _beside(head: ItemHeader, row: ItemRow) -> str:
    born = f"born {plain_date(head.birth_date)}" if head.birth_date and head.age is None else ""
    parts = [str(head.age) if head.age is not None else born, head.reference or "", row.kind]
    return " · ".join(part for part in parts if part)


def _last_time(head: ItemHeader) -> str:
    if head.last_decision is None:
        return ""
    when = f" ({plain_date(head.last_meeting_on)})" if head.last_meeting_on else ""
    why = f"; {head.last_rationale}" if head.last_rationale else ""
    return f"{head.last_decision}{when}{why}"
