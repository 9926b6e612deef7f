"""Named in papers: each name in a text that may mean a record, to be linked or said not meant."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.mentions import Meant, MentionOffer
from ui.desk import Desk
from ui.pages.people.named_card import (
    DeniedCard,
    NamedCard,
    TickedCard,
    Way,
    ends_of,
    source_of,
)
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.widgets.card import CardList
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList, following
from ui.widgets.side_by_side import SideBySide

MOST_SHOWN, TICK, DENIED = 300, "✓", "not meant"
LOOKING = ("Looking through the papers …", "The first time takes a moment.")
EMPTY = (
    "No name in the papers waits for an answer.",
    "Names on record that stand in referrals, lines, interviews and notes are offered here.",
)
Key = tuple[str, int, int]


class NamedList(QWidget):
    """The names at the left, the words around the one in hand at the right, and the answers.

    Space ticks a name: those ticked, each in its sentence, are answered together as one step.
    """

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "add_link")
        self.offers: dict[Key, MentionOffer] = {}
        self.ticked: dict[Key, Way] = {}
        """Those ticked, each with how it is to be linked, in the order of their ticks."""
        self._total = self._denied_total = 0
        self.list, self.view = RowList("Named in papers"), CardList("The name in its text")
        self.denied: dict[Key, MentionOffer] = {}
        """Those said not to be meant, the latest first."""
        self.card: NamedCard | None = None
        self.denied_card: DeniedCard | None = None
        self._wanted: int | None = None
        self._then: Key | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.list, self.view, 0.42), 1)
        self.list.chosen.connect(self._stand)
        self.list.ticked.connect(lambda _key: self.tick())

    def reload(self) -> None:
        """Read again what waits for an answer, off the window's thread: it reads every text."""
        read = self._desk.workspace.read
        if self.card is None and self.denied_card is None:
            self.view.show_nothing(EmptyState(*LOOKING))
        both = (read.mentions, read.denied_mentions)
        self._desk.tasks.run(
            lambda _progress: [ask() for ask in both], lambda told: self._take(*told),
            lambda _error: None,
        )  # fmt: skip

    def show_of(self, subject_id: int) -> None:
        """Stand on the first name in the papers of a subject, as soon as they are read."""
        self._wanted = subject_id
        self.reload()

    def tick(self) -> None:
        """Tick the name in hand, or take its tick off."""
        card = self.card
        if card is None or not self._able:
            return
        key = card.offer.key
        if self.ticked.pop(key, None) is None:
            self.ticked[key] = card.way()
        self._show_ticks()

    def untick_all(self) -> None:
        """Take all ticks off."""
        self.ticked.clear()
        self._show_ticks()

    def say_yes(self) -> None:
        """The name in hand, or each that is ticked, is meant: linked as its sentence says."""
        meant = [self._meant(*one) for one in self.ticked.items()]
        if not meant and self.card is not None:
            meant = [self.card.meant()]
        if self._answer(meant, self._desk.workspace.register.link_mentions):
            told = "Linked" if len(meant) == 1 else f"{len(meant):,} linked, each"
            self._desk.notice.say(f"{told} as wide as its text may be read. Ctrl+Z takes it back.")

    def say_apart(self) -> None:
        """The name in hand, or each that is ticked, means somebody or something else."""
        keys = list(self.ticked) or ([self.card.offer.key] if self.card else [])
        if self._answer(keys, self._desk.workspace.register.none_meant):
            asked = "it is" if len(keys) == 1 else "they are"
            self._desk.notice.say(f"Not meant; {asked} not asked again. Ctrl+Z takes it back.")

    def take_apart(self) -> None:
        """Take back that the name in hand is not meant."""
        card = self.denied_card
        if card is None or not self._able:
            return
        again = self._desk.workspace.register.ask_mention_again
        if self._desk.attempt(self, again, card.offer.key):
            self._desk.notice.say("Taken back: the name is offered again. Ctrl+Z says it anew.")

    def _meant(self, key: Key, way: Way) -> Meant:
        one = self.offers[key]
        return Meant(key, ends_of(one, way), source_of(one), one.written, one.day)

    def _answer(self, said: Sequence[Meant] | Sequence[Key], act: Callable[..., object]) -> bool:
        """Answer once; the reading that follows the change stands on the next name."""
        card, ticked = self.card, self.ticked
        if card is None or not said or not self._able:
            return False
        left = [key for key in self.offers if key not in ticked or key == card.offer.key]
        self.card, self.ticked = None, {}
        self._then = following(left, card.offer.key)
        if card.offer.key not in ticked and ticked:
            self._then = card.offer.key
        done = self._desk.attempt(self, act, said)
        if not done:
            self.card, self.ticked, self._then = card, ticked, None
        return done

    def _take(self, rows: tuple[MentionOffer, ...], denied: tuple[MentionOffer, ...]) -> None:
        wanted = next((one.key for one in rows if one.of_id == self._wanted), None)
        key = wanted or self._then or self.list.current_key()
        self._wanted = self._then = None
        by_subject = sorted(rows[:MOST_SHOWN], key=lambda one: (one.of_label, one.of_id))
        self.offers, self._total = {one.key: one for one in by_subject}, len(rows)
        self.ticked = {one: way for one, way in self.ticked.items() if one in self.offers}
        self.denied = {one.key: one for one in denied[:MOST_SHOWN]}
        self._denied_total = len(denied)
        self._show_lines()
        known = [*self.offers, *((DENIED, one) for one in self.denied)]
        self.list.go_to(key if key in known else next(iter(known), None))
        self._stand(self.list.current_key())

    def _show_lines(self) -> None:
        denied = _denied_lines(self.denied, self._denied_total)
        self.list.show_lines([*_lines(self.offers, self._total, self.ticked), *denied])

    def _stand(self, key: object) -> None:
        offer = self.offers.get(key)  # type: ignore[call-overload]
        self.denied_card = None
        if isinstance(key, tuple) and key[0] == DENIED and key[1] in self.denied:
            self.card = None
            self._show_denied(self.denied[key[1]])
        elif offer is None:
            self.card = None
            self.view.show_nothing(EmptyState(*EMPTY))
        elif self.card is None or self.card.offer != offer:
            self.card = self._card(offer)
            self._show_cards()

    def _show_denied(self, offer: MentionOffer) -> None:
        card = self.denied_card = DeniedCard(offer, self._able)
        card.back.connect(self.take_apart)
        card.opened.connect(self.opened)
        self.view.show_cards([card])

    def _card(self, offer: MentionOffer) -> NamedCard:
        card = NamedCard(offer, self._able, self.ticked.get(offer.key))
        card.relation.changed.connect(lambda _way: self._turn_ticked(card))
        card.linked.connect(self.say_yes)
        card.other.connect(self.say_apart)
        card.tick.connect(self.tick)
        card.opened.connect(self.opened)
        return card

    def _turn_ticked(self, card: NamedCard) -> None:
        """A name that is ticked is linked as its card says now."""
        if card.offer.key in self.ticked:
            self.ticked[card.offer.key] = card.way()
            self._show_cards()

    def _show_ticks(self) -> None:
        self._show_lines()
        self._show_cards()

    def _show_cards(self) -> None:
        """The name in hand; above it those ticked, each in its sentence."""
        if self.card is None:
            return
        self.card.show_ticked(self.card.offer.key in self.ticked, bool(self.ticked))
        if not self.ticked:
            self.view.show_cards([self.card])
            return
        rows = [(self.offers[key], way) for key, way in self.ticked.items()]
        several = TickedCard(rows, self._able)
        several.linked.connect(self.say_yes)
        several.other.connect(self.say_apart)
        several.cleared.connect(self.untick_all)
        self.view.show_cards([self.card, several])


def _lines(offers: dict[Key, MentionOffer], total: int, ticked: Collection[Key]) -> Sequence[Line]:
    lines: list[Line] = []
    of: int | None = None
    for key, one in offers.items():
        if one.of_id != of:
            lines.append(Line(("of", one.of_id, 0), one.of_label, heading=True))
            of = one.of_id
        perhaps = "perhaps · " if one.how else ""
        soft = f"{perhaps}{KINDS.get(one.kind, one.kind)} · {one.where}"
        right = plain_date(one.day) if one.day else ""
        mark = TICK if key in ticked else ""
        said = f"{'Ticked: ' if mark else ''}{one.label} {soft} {right}".rstrip()
        lines.append(Line(key, one.label, mark, soft, right, said=said, room=TICK))
    return [*lines, *_rest("more", total - len(offers))]


def _rest(band: str, left: int) -> Sequence[Line]:
    words = f"{left:,} more follow these"
    return [Line((band, 0, 0), words, heading=True)] if left > 0 else []


def _denied_lines(denied: dict[Key, MentionOffer], total: int) -> Sequence[Line]:
    if not denied:
        return ()
    heading = Line((DENIED, ()), f"Not meant ({total:,})", heading=True)
    return (heading, *(
        Line((DENIED, key), f"{one.label} · {one.of_label}", soft=one.where,
             right=plain_date(one.denied_at) if one.denied_at else "", room=TICK,
             said=f"{one.label}, said not to be meant beside {one.of_label}, {one.where}")
        for key, one in denied.items()
    ), *_rest(DENIED, total - len(denied)))  # fmt: skip
