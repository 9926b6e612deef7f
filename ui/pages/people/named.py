"""Named in papers: each name in a text that may mean a record, to be linked or said not meant."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.marks import SubjectKind
from models.records.mentions import MentionOffer
from models.rules.mentions import quoted
from ui.desk import Desk
from ui.pages.records.linking import IN, OUT, ways
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.combo import Combo
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.row_list import Line, RowList, following
from ui.widgets.side_by_side import SideBySide

MOST_SHOWN = 300
LOOKING = ("Looking through the papers …", "The first time takes a moment.")
EMPTY = (
    "No name in the papers waits for an answer.",
    "Names on record that stand in referrals, lines, interviews and notes are offered here.",
)
FIRST = {SubjectKind.PLACE: "frequents", SubjectKind.VEHICLE: "seen in vehicle",
         SubjectKind.PHONE: "in contact", SubjectKind.GROUP: "associates"}  # fmt: skip
THEIR_WORDS = "so the text says"
Way = tuple[str, str]
Key = tuple[str, int, int]


class NamedList(QWidget):
    """The names at the left, the words around the one in hand at the right, and the answers."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "add_link")
        self.offers: dict[Key, MentionOffer] = {}
        self.list, self.view = RowList("Named in papers"), CardList("The name in its text")
        self.card: NamedCard | None = None
        self._wanted: int | None = None
        self._then: Key | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.list, self.view, 0.42), 1)
        self.list.chosen.connect(self._stand)

    def reload(self) -> None:
        """Read again what waits for an answer, off the window's thread: it reads every text."""
        read = self._desk.workspace.read
        if self.card is None:
            self.view.show_nothing(EmptyState(*LOOKING))
        self._desk.tasks.run(lambda _progress: read.mentions(), self._take, lambda _error: None)

    def show_of(self, subject_id: int) -> None:
        """Stand on the first name in the papers of a subject, as soon as they are read."""
        self._wanted = subject_id
        self.reload()

    def say_yes(self) -> None:
        """The name in hand is meant: link the two as the sentence says."""
        card = self.card
        if card is None or not self._able:
            return
        link, one = self._desk.workspace.register.link_mention, card.offer
        if self._answer(card, link, card.ends(), source_of(one), one.written):
            self._desk.notice.say("Linked, as wide as its text may be read. Ctrl+Z takes it back.")

    def say_apart(self) -> None:
        """The name in hand means somebody or something else."""
        card = self.card
        if card is None or not self._able:
            return
        if self._answer(card, self._desk.workspace.register.not_meant):
            self._desk.notice.say("Not meant; it is not asked again. Ctrl+Z takes it back.")

    def _answer(self, card: "NamedCard", act: Callable[..., object], *said: object) -> bool:
        """Answer a card once; the reading that follows the change stands on the next name."""
        key = card.offer.key
        self.card, self._then = None, following(tuple(self.offers), key)
        done = self._desk.attempt(self, act, *key, *said)
        if not done:
            self.card, self._then = card, None
        return done

    def _take(self, rows: tuple[MentionOffer, ...]) -> None:
        wanted = next((one.key for one in rows if one.of_id == self._wanted), None)
        key = wanted or self._then or self.list.current_key()
        self._wanted = self._then = None
        by_subject = sorted(rows[:MOST_SHOWN], key=lambda one: (one.of_label, one.of_id))
        self.offers = {one.key: one for one in by_subject}
        self.list.show_lines(_lines(self.offers, len(rows)))
        self.list.go_to(key if key in self.offers else next(iter(self.offers), None))
        self._stand(self.list.current_key())

    def _stand(self, key: object) -> None:
        offer = self.offers.get(key)  # type: ignore[call-overload]
        if offer is None:
            self.card = None
            self.view.show_nothing(EmptyState(*EMPTY))
        elif self.card is None or self.card.offer != offer:
            self.card = NamedCard(offer, self._able)
            self.card.linked.connect(self.say_yes)
            self.card.other.connect(self.say_apart)
            self.card.opened.connect(self.opened)
            self.view.show_cards([self.card])


class NamedCard(Card):
    """One name in its text, how it would be linked in a whole sentence, and the answers."""

    linked = Signal()
    other = Signal()
    opened = Signal(str, int)

    def __init__(self, offer: MentionOffer, editable: bool) -> None:
        kind = KINDS.get(offer.kind, offer.kind)
        super().__init__(f"{offer.label}, named with {offer.of_label}", kind, large=True)
        self.offer = offer
        self.add(Words(quoted(offer.before, offer.written, offer.after)))
        self.add(SoftLabel(source_of(offer)))
        if offer.alike > 1:
            self.add(SoftLabel(f"{offer.alike} records bear this name: look at each."))
        self.relation = Combo(ways(offer.of_kind, offer.kind), "How they are linked")
        self.relation.set_value(first_way(offer))
        self.relation.setEnabled(editable)
        self.sentence = Words("", "strong")
        self.relation.changed.connect(lambda _way: self._word())
        self._word()
        self.add(self.relation)
        self.add(self.sentence)
        self._add_buttons(editable)

    def ends(self) -> tuple[int, str, int]:
        """Who does it, the relation, and to whom; nothing where none is chosen."""
        way = self.relation.value()
        direction, code = way if isinstance(way, tuple) else (OUT, "")
        one, other = self.offer.of_id, self.offer.subject_id
        return (one, code, other) if direction == OUT else (other, code, one)

    def _add_buttons(self, editable: bool) -> None:
        answers = (
            button("Link them", self.linked.emit, "primary", keys="Alt+Y"),
            button("Not meant", self.other.emit, keys="Alt+N"),
        )
        for made in answers:
            made.setEnabled(editable)
        ends = ((self.offer.label, self.offer.kind, self.offer.subject_id),
                (self.offer.of_label, self.offer.of_kind, self.offer.of_id))  # fmt: skip
        opens = (button(f"Open {label}", partial(self.opened.emit, kind, one), "quiet")
                 for label, kind, one in ends)  # fmt: skip
        self.add(in_a_row((*answers, *opens)))

    def _word(self) -> None:
        from_id, code, _to_id = self.ends()
        row = codes.relation(code)
        ends = (self.offer.of_label, self.offer.label)
        first, second = ends if from_id == self.offer.of_id else ends[::-1]
        harm = f" (suspected; {THEIR_WORDS})" if self._proposed_harm() else ""
        self.sentence.setText(f"{first} {row.label} {second}{harm}." if row else "")

    def _proposed_harm(self) -> bool:
        return self.offer.harm is not None and self.relation.value() == first_way(self.offer)


def first_way(offer: MentionOffer) -> Way | None:
    """What is proposed: the harm that the text says in so many words, else what says least."""
    if offer.harm is not None:
        return (IN if offer.harm.by_named else OUT), offer.harm.relation
    kind, other = offer.of_kind, offer.kind
    wanted = FIRST.get(SubjectKind(other)) or FIRST.get(SubjectKind(kind), "associates")
    known = [way for way, _ in ways(kind, other)]
    return next((way for way in known if way[1] == wanted), None)  # type: ignore[index, return-value]


def source_of(offer: MentionOffer) -> str:
    """Where the name stands, in words."""
    day = f", {plain_date(offer.day)}" if offer.day else ""
    return f"{offer.where} about {offer.of_label}{day}"


def _lines(offers: dict[Key, MentionOffer], total: int) -> Sequence[Line]:
    lines: list[Line] = []
    of: int | None = None
    for key, one in offers.items():
        if one.of_id != of:
            lines.append(Line(("of", one.of_id, 0), one.of_label, heading=True))
            of = one.of_id
        soft = f"{KINDS.get(one.kind, one.kind)} · {one.where}"
        right = plain_date(one.day) if one.day else ""
        lines.append(Line(key, one.label, soft=soft, right=right))
    if total > len(offers):
        lines.append(Line(("more", 0, 0), f"{total - len(offers)} more follow these", heading=True))
    return lines
