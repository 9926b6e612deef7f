"""Possible duplicates: two bands, what was left for later, and what was joined; a person says."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.records.duplicates import DuplicateRow, JoinedRow
from models.records.papers import PairRecord
from ui.desk import Desk
from ui.pages.people.pair import ApartCard, JoinedCard, PairCard, PairView
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import SoftLabel
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList, following
from ui.widgets.side_by_side import SideBySide
from ui.working import WorkBar

MOST_SHOWN, MOST_KEPT = 200, 2000
"""Lines of a band; pairs that are kept of a look through the register, the weightiest."""
EMPTY = (
    "Nobody and nothing seems to be on record twice.",
    "Papers that name somebody alike ask here too.",
)
FACTS = frozenset({
    "subject", "child", "person_of_concern", "place", "vehicle", "phone", "online_account",
    "alias", "address", "link",
})  # fmt: skip
"""Tables after whose change the register is worth another look."""
SAID = {
    "same": "One record now, with what both say.",
    "apart": "They stay two records.",
    "later": "Left for later; a new fact brings it back.",
}
Key = tuple[str, int, int]


class Duplicates(QWidget):
    """The list at the left, the pair in hand at the right; `opened` carries kind and id."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "merge_records")
        self._looked: tuple[PairRecord, ...] | None = None
        self.pairs: dict[Key, DuplicateRow] = {}
        self.joined: dict[Key, JoinedRow] = {}
        self.apart: dict[Key, JoinedRow] = {}
        """Those said not to be the same, the latest first."""
        self.bar, self.told = WorkBar(desk), SoftLabel()
        self.list, self.view = RowList("Possible duplicates"), PairView("The two records")
        self.card: PairCard | JoinedCard | ApartCard | None = None
        self._build()

    def reload(self) -> None:
        """Read again what is still to be settled; the register is looked through the first time."""
        self._show()
        if self._looked is None and not self.bar.busy:
            self.look_through()

    def facts_changed(self, tables: frozenset[str]) -> None:
        """The register is worth another look, when the list is next turned to."""
        if not tables.isdisjoint(FACTS) and not self.isVisible():
            self._looked = None

    def look_through(self) -> None:
        """Look through the whole register for records that may be one, off the window's thread."""
        read = self._desk.workspace.read

        def work(progress: Progress) -> tuple[PairRecord, ...]:
            people = read.same_person(progress.report)
            return (*people, *read.same_things(progress.report))

        self._looked = self._looked or ()
        self.bar.start("Looking through the register", work, self._found)

    def say(self, answer: str, stands: object = None) -> None:
        """Answer the question in hand: same (whose name stands), apart or later."""
        card = self.card
        if not isinstance(card, PairCard) or not self._able:
            return
        row, reason, typing = card.row, card.reason.text().strip(), card.reason.hasFocus()
        then = self._after(("pair", *row.key))
        if self._desk.attempt(self, self._answer, row, answer, stands, reason):
            self._desk.notice.say(f"{SAID[answer]} Ctrl+Z takes it back.")
            self._show(then)
            if typing and isinstance(self.card, PairCard):
                self.card.reason.setFocus()

    def say_same(self) -> None:
        """The two are the same, under the name of the fuller record."""
        if isinstance(self.card, PairCard):
            self.say("same", self.card.row.with_id)

    def say_same_other(self) -> None:
        """The two are the same, under the other name."""
        card = self.card
        if isinstance(card, PairCard) and card.row.kind == card.row.with_kind:
            self.say("same", card.row.subject_id)

    def say_apart(self) -> None:
        """The two are not the same."""
        self.say("apart")

    def say_later(self) -> None:
        """Leave the pair for later."""
        self.say("later")

    def take_apart(self) -> None:
        """Ask why the joined record in hand is not the same, or take such an answer back."""
        if isinstance(self.card, JoinedCard) and self._able:
            self.card.ask.ask()
        elif isinstance(self.card, ApartCard) and self._able:
            self._take_back(self.card.row)

    def _answer(self, row: DuplicateRow, answer: str, stands: object, reason: str) -> None:
        register = self._desk.workspace.register
        if answer == "later":
            register.put_off(row.subject_id, row.with_id, row.why, row.weight)
        elif answer == "apart":
            register.not_same(row.with_id, row.subject_id, reason)
        elif row.kind != row.with_kind:
            ends = {row.kind: row.subject_id, row.with_kind: row.with_id}
            register.is_child(ends.get("person_of_concern", 0), ends.get("child", 0))
        else:
            other = row.with_id if stands == row.subject_id else row.subject_id
            register.same(stands, other, reason)

    def _apart(self, reason: str) -> None:
        if isinstance(self.card, JoinedCard):
            row = self.card.row
            part = self._desk.workspace.register.not_same
            if self._desk.attempt(self, part, row.lead_id, row.other_id, reason):
                self._desk.notice.say("Two records again. Ctrl+Z takes it back.")
                self._show()

    def _take_back(self, row: JoinedRow) -> None:
        then = following(list(self.apart), ("apart", row.lead_id, row.other_id))
        again = self._desk.workspace.register.ask_again
        if self._desk.attempt(self, again, row.lead_id, row.other_id):
            self._desk.notice.say("Taken back: they are asked about again. Ctrl+Z says it anew.")
            self._show(then)
            self.look_through()

    def _found(self, pairs: tuple[PairRecord, ...]) -> None:
        best = sorted(pairs, key=lambda one: (not one.likely, -one.weight))
        self._looked = tuple(best[:MOST_KEPT])
        self._show()

    def _show(self, key: Key | None = None) -> None:
        read = self._desk.workspace.read
        rows = read.duplicates(self._looked or ())
        self.pairs = {("pair", *row.key): row for row in rows}
        self.joined, self.apart = (
            {(which, one.lead_id, one.other_id): one for one in said}
            for which, said in (("joined", read.joined_records()), ("apart", read.told_apart()))
        )
        wanted = key or self.list.current_key()
        self.list.show_lines(_lines(self.pairs, self.joined, self.apart))
        shown = [*self.pairs, *self.joined, *self.apart]
        self.list.go_to(wanted if wanted in shown else next(iter(shown), None))
        self._stand(self.list.current_key())
        self.told.setText(_count(rows))

    def _after(self, key: Key) -> Key | None:
        """Where to go on after a pair, among those that were not left for later."""
        keys = [one for one, row in self.pairs.items() if row.put_aside_at is None]
        return following(keys, key)

    def _stand(self, key: object) -> None:
        if key in self.pairs:
            self._show_pair(self.pairs[key])
        elif key in self.joined:
            self._show_joined(self.joined[key])
        elif key in self.apart:
            self._show_apart(self.apart[key])
        else:
            self.card = None
            self.view.show_nothing(EmptyState(*EMPTY))

    def _show_pair(self, row: DuplicateRow) -> None:
        card = self._card_of(row)
        fields = self._desk.workspace.read.side_by_side(row.subject_id, row.with_id)
        self.view.show_pair(card, (row.label, row.with_label), fields)

    def _card_of(self, row: DuplicateRow) -> PairCard:
        """The card in hand where it is of this pair: a reason being typed stays."""
        if isinstance(self.card, PairCard) and self.card.row == row:
            return self.card
        card = self.card = PairCard(row, self._able)
        card.answered.connect(self.say)
        card.opened.connect(self.opened)
        return card

    def _show_joined(self, row: JoinedRow) -> None:
        card = self._joined_card(row)
        fields = self._desk.workspace.read.side_by_side(row.lead_id, row.other_id)
        self.view.show_pair(card, (row.lead_label, row.other_label), fields)

    def _joined_card(self, row: JoinedRow) -> JoinedCard:
        """The card in hand where it is of this record: a reason being typed stays."""
        if isinstance(self.card, JoinedCard) and self.card.row == row:
            return self.card
        card = self.card = JoinedCard(row, self._able)
        card.apart.connect(self._apart)
        card.opened.connect(self.opened)
        return card

    def _show_apart(self, row: JoinedRow) -> None:
        card = self.card = ApartCard(row, self._able)
        card.back.connect(self.take_apart)
        card.opened.connect(self.opened)
        fields = self._desk.workspace.read.side_by_side(row.lead_id, row.other_id)
        self.view.show_pair(card, (row.lead_label, row.other_label), fields)

    def _build(self) -> None:
        head = FlowLayout(gap=12)
        head.addWidget(button("Look through the register again", self.look_through))
        head.addWidget(self.told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(SideBySide(self.list, self.view, 0.36), 1)
        self.list.chosen.connect(self._stand)
        self.list.opened.connect(lambda _key: self.card and self.card.setFocus())


def _lines(
    pairs: dict[Key, DuplicateRow], joined: dict[Key, JoinedRow], apart: dict[Key, JoinedRow]
) -> Sequence[Line]:
    bands: dict[str, list[Line]] = {"Likely": [], "Possible": [], "Left for later": []}
    for key, row in pairs.items():
        band = "Left for later" if row.put_aside_at else "Likely" if row.likely else "Possible"
        words = row.label if row.label == row.with_label else f"{row.label} · {row.with_label}"
        kind = KINDS.get(row.kind, row.kind)
        said = f"{row.label} and {row.with_label}, {kind}. {row.why}"
        bands[band].append(Line(key, words, soft=kind, said=said))
    bands["Joined"] = [
        _answered(key, one, "{1} → {0}", "{1}, joined to {0}") for key, one in joined.items()
    ]
    bands["Not the same"] = [
        _answered(key, one, "{0} · {1}", "{0} and {1}, said not to be the same")
        for key, one in apart.items()
    ]
    return [line for band, lines in bands.items() if lines for line in _band(band, lines)]


def _answered(key: Key, one: JoinedRow, words: str, said: str) -> Line:
    labels, day = (one.lead_label, one.other_label), ""
    if one.decided_on is not None:
        day = plain_date(one.decided_on)
    kind, told = KINDS.get(one.kind, one.kind), said.format(*labels)
    shown = one.lead_label if labels[0] == labels[1] else words.format(*labels)
    return Line(key, shown, soft=kind, right=day, said=f"{told} {day}".strip())


def _band(band: str, lines: list[Line]) -> Sequence[Line]:
    rest = len(lines) - MOST_SHOWN
    more = [Line((band, 0, 0), f"{rest:,} more follow these", heading=True)] if rest > 0 else []
    heading = Line((band, -1, -1), f"{band} ({len(lines):,})", heading=True)
    return [heading, *lines[:MOST_SHOWN], *more]


def _count(rows: Sequence[DuplicateRow]) -> str:
    likely = sum(row.likely and row.put_aside_at is None for row in rows)
    possible = sum(not row.likely and row.put_aside_at is None for row in rows)
    return f"{likely:,} likely, {possible:,} possible" if rows else ""
