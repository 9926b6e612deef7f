"""A name in its text, how it would be linked in a whole sentence, and the answers to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from models import codes
from models.marks import SubjectKind
from models.records.mentions import Meant, MentionOffer
from models.rules.listing import counted
from models.rules.mentions import quoted
from ui.pages.records.linking import IN, OUT, ways
from ui.pages.records.picker import KINDS
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel, Words

FIRST = {SubjectKind.PLACE: "frequents", SubjectKind.VEHICLE: "seen in vehicle",
         SubjectKind.PHONE: "in contact", SubjectKind.ACCOUNT: "in contact",
         SubjectKind.GROUP: "associates"}  # fmt: skip
THEIR_WORDS = "so the text says"
Way = tuple[str, str]


class NamedCard(Card):
    """One name in its text, how it would be linked in a whole sentence, and the answers.

    Where names are ticked the answers are theirs, and stand on a card of their own.
    """

    linked = Signal()
    other = Signal()
    opened = Signal(str, int)
    tick = Signal()

    def __init__(self, offer: MentionOffer, editable: bool, way: Way | None = None) -> None:
        kind = KINDS.get(offer.kind, offer.kind)
        super().__init__(f"{offer.label}, named with {offer.of_label}", kind, large=True)
        self.offer = offer
        self.add(Words(quoted(offer.before, offer.written, offer.after)))
        self.add(SoftLabel(source_of(offer)))
        if offer.how:
            self.add(SoftLabel(f"Perhaps {offer.label}: {offer.how}."))
        if offer.alike > 1:
            bear = "may be meant by" if offer.how else "bear"
            self.add(SoftLabel(f"{offer.alike} records {bear} this name: look at each."))
        self.relation = Combo(ways(offer.of_kind, offer.kind), "How they are linked")
        self.relation.set_value(way or first_way(offer))
        self.relation.setEnabled(editable)
        self.sentence = Words("", "strong")
        self.relation.changed.connect(lambda _way: self._word())
        self._word()
        self.add(self.relation)
        self.add(self.sentence)
        self.answers = (
            button("Link them", self.linked.emit, "primary", keys="Alt+Y"),
            button("Not meant", self.other.emit, keys="Alt+N"),
        )
        self.ticking = button("", self.tick.emit, keys="Space")
        self._add_buttons(editable)

    def show_ticked(self, ticked: bool, several: bool) -> None:
        """Say whether this name is ticked; where any is, the answers are those of the ticked."""
        for made in self.answers:
            made.setVisible(not several)
        words = "Take the tick off" if ticked else "Tick it with others"
        self.ticking.setText(f"{words}  Space")
        self.ticking.setAccessibleName(words)

    def meant(self) -> Meant:
        """What is said of the offer: linked as the sentence says."""
        one = self.offer
        ends = ends_of(one, self.way())
        return Meant(one.key, ends, source_of(one), one.written, one.day)

    def way(self) -> Way:
        """The relation chosen, and who does it; without one, an empty relation."""
        way = self.relation.value()
        return way if isinstance(way, tuple) else (OUT, "")

    def _add_buttons(self, editable: bool) -> None:
        for made in (*self.answers, self.ticking):
            made.setEnabled(editable)
        ends = ((self.offer.label, self.offer.kind, self.offer.subject_id),
                (self.offer.of_label, self.offer.of_kind, self.offer.of_id))  # fmt: skip
        opens = (button(f"Open {label}", partial(self.opened.emit, kind, one), "quiet")
                 for label, kind, one in ends)  # fmt: skip
        self.add(in_a_row((*self.answers, self.ticking, *opens)))

    def _word(self) -> None:
        self.sentence.setText(sentence(self.offer, self.way()))


class DeniedCard(Card):
    """A name of which a person said that somebody else is meant; `back` takes that back."""

    back = Signal()
    opened = Signal(str, int)

    def __init__(self, offer: MentionOffer, editable: bool) -> None:
        kind = KINDS.get(offer.kind, offer.kind)
        super().__init__(f"{offer.label}, not meant beside {offer.of_label}", kind, large=True)
        self.offer = offer
        self.add(Words(quoted(offer.before, offer.written, offer.after)))
        self.add(SoftLabel(source_of(offer)))
        by = f" by {offer.denied_by}" if offer.denied_by else ""
        on = f" on {plain_date(offer.denied_at)}" if offer.denied_at else ""
        self.add(Words(f"Said not to be meant{by}{on}."))
        taken = button("Take the answer back", self.back.emit, keys="Alt+T")
        taken.setEnabled(editable)
        ends = ((offer.label, offer.kind, offer.subject_id),
                (offer.of_label, offer.of_kind, offer.of_id))  # fmt: skip
        opens = (button(f"Open {label}", partial(self.opened.emit, kind, one), "quiet")
                 for label, kind, one in ends)  # fmt: skip
        self.add(in_a_row((taken, *opens)))


class TickedCard(Card):
    """The names that are ticked, each in its sentence, and one answer for all of them."""

    linked = Signal()
    other = Signal()
    cleared = Signal()

    def __init__(self, ticked: Sequence[tuple[MentionOffer, Way]], editable: bool) -> None:
        count = len(ticked)
        super().__init__(f"{counted(count, 'name', 'names')} ticked", large=True)
        for offer, way in ticked:
            self.add(Words(sentence(offer, way), "strong"))
            self.add(SoftLabel(f"“{offer.written}” · {source_of(offer)}"))
        these = "this one" if count == 1 else f"these {count:,}"
        answers = (
            button(f"Link {these}", self.linked.emit, "primary", keys="Alt+Y"),
            button(f"Not meant: {these}", self.other.emit, keys="Alt+N"),
        )
        for made in answers:
            made.setEnabled(editable)
        self.add(in_a_row((*answers, button("Take all ticks off", self.cleared.emit, "quiet"))))


def first_way(offer: MentionOffer) -> Way | None:
    """What is proposed: the harm that the text says in so many words, else what says least."""
    if offer.harm is not None:
        return (IN if offer.harm.by_named else OUT), offer.harm.relation
    kind, other = offer.of_kind, offer.kind
    wanted = FIRST.get(SubjectKind(other)) or FIRST.get(SubjectKind(kind), "associates")
    known = [way for way, _ in ways(kind, other)]
    return next((way for way in known if way[1] == wanted), None)  # type: ignore[index, return-value]


def ends_of(offer: MentionOffer, way: Way) -> tuple[int, str, int]:
    """Who does it, the relation, and to whom."""
    direction, code = way
    one, other = offer.of_id, offer.subject_id
    return (one, code, other) if direction == OUT else (other, code, one)


def sentence(offer: MentionOffer, way: Way) -> str:
    """The link in a whole sentence; nothing where no relation is chosen."""
    row = codes.relation(way[1])
    if row is None:
        return ""
    ends = (offer.of_label, offer.label)
    first, second = ends if way[0] == OUT else ends[::-1]
    proposed = offer.harm is not None and way == first_way(offer)
    return f"{first} {row.label} {second}{f' (suspected; {THEIR_WORDS})' if proposed else ''}."


def source_of(offer: MentionOffer) -> str:
    """Where the name stands, in words."""
    day = f", {plain_date(offer.day)}" if offer.day else ""
    return f"{offer.where} about {offer.of_label}{day}"
