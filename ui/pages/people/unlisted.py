"""The unlisted: who stands in the papers of others and was never referred, with what says so."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.marks import SubjectKind
from models.records.unlisted import Band, Evidence, Nobody, UnlistedRow
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.pages.records.picker import KINDS
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.flow import in_a_row
from ui.widgets.go_line import GoLine
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList, following
from ui.widgets.side_by_side import SideBySide

MOST_SHOWN, MOST_EVIDENCE = 200, 40
LOOKING = ("Looking through the papers …", "The first time takes a moment.")
EMPTY = (
    "Nobody is named often without being listed.",
    "Two papers that name somebody, or three children at one place, are enough to stand here.",
)
WHY = {
    Band.NAMED: "named in the papers of {:,} others, never referred",
    Band.UNKNOWN: "named in the papers of {:,} others, and on no record",
    Band.HARMED: "harmed or referred {} times, and no agenda awaits the child",
    Band.PLACE: "linked with {:,} children, never nominated",
    Band.NOBODY: "named in the papers of {:,} others, nobody for us",
}
ASKED = "Why is this nobody for the panel?"
REASONS = {
    Band.NAMED: "Named in the papers of {:,} others; pointed out by the register.",
    Band.UNKNOWN: "Named in the papers of {:,} others; pointed out by the register.",
    Band.HARMED: "Harm recorded {} times; pointed out by the register.",
    Band.PLACE: "Linked with {:,} children; pointed out by the register.",
}
Key = tuple[str, object]


class UnlistedList(QWidget):
    """The unlisted at the left by band, the evidence at the right, and one key to refer."""

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._able = desk, may(desk, "add_referral")
        self.rows: dict[Key, UnlistedRow] = {}
        self.list, self.view = RowList("The unlisted"), CardList("The evidence")
        self._shown: UnlistedRow | None = None
        self._ask: ConfirmInPlace | None = None
        self._then: Key | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SideBySide(self.list, self.view, 0.42), 1)
        self.list.chosen.connect(self._stand)

    def reload(self) -> None:
        """Read again whom the papers name, off the window's thread: it reads every text."""
        read = self._desk.workspace.read
        if not self.rows:
            self.view.show_nothing(EmptyState(*LOOKING))
        self._desk.tasks.run(lambda _progress: read.unlisted(), self._take, lambda _error: None)

    def _take(self, found: tuple[UnlistedRow, ...]) -> None:
        kept, self._then = self._then or self.list.current_key(), None
        self.rows = {one.key: one for one in found}
        self.list.show_lines(_lines(found))
        self.list.go_to(kept if kept in self.rows else next(iter(self.rows), None))
        self._shown = None
        self._stand(self.list.current_key())

    def refer(self) -> None:
        """Begin a referral, or a nomination, of the one in hand, and go to it."""
        self._begin(SubjectKind.CHILD)

    def nominate(self) -> None:
        """Begin a nomination of whom the papers name and nobody knows to be a child."""
        if self._shown is not None and not self._shown.kind:
            self._begin(SubjectKind.PERSON)

    def say_apart(self) -> None:
        """Ask why the name in hand, which is on no record, is nobody for the panel."""
        if self._ask is not None and self._able:
            self._ask.ask()

    def take_apart(self) -> None:
        """Point the name in hand out again, which somebody said is nobody for the panel."""
        row = self._shown
        if row is None or row.nobody is None or not self._able:
            return
        if self._desk.attempt(self, self._desk.workspace.register.point_out_again, row.label):
            self._desk.notice.say(f"{row.label} is pointed out again. Ctrl+Z takes it back.")

    def _nobody(self, row: UnlistedRow, reason: str) -> None:
        say = self._desk.workspace.register.nobody_for_us
        self._then = following([*self.rows], row.key)
        if self._desk.attempt(self, say, row.label, row.texts, reason):
            self._desk.notice.say(
                f"{row.label} is nobody for us until another paper gives the name. "
                "Ctrl+Z takes it back."
            )

    def _begin(self, kind: SubjectKind) -> None:
        row = self._shown
        if row is None or row.nobody is not None or not self._able:
            return
        made: list[int] = []
        begin = partial(self._desk.workspace.register.refer, row.subject_id, row.label,
                        REASONS[row.band].format(row.count), kind.value)  # fmt: skip
        if self._desk.attempt(self, lambda: made.append(begin())):
            self._desk.notice.say(f"A {_referral(row, kind)} is begun. Ctrl+Z takes it back.")
            self._desk.go("referrals", made[0])

    def _stand(self, key: object) -> None:
        row = self.rows.get(key)  # type: ignore[call-overload]
        if row is None:
            self.view.show_nothing(EmptyState(*EMPTY))
        elif row != self._shown:
            self._ask = None
            self.view.show_cards([self._head(row), self._evidence(row)])
        self._shown = row

    def _head(self, row: UnlistedRow) -> Card:
        card = Card(row.label, _kind(row), large=True)
        why = WHY[row.band].format(row.count)
        card.add(Words(f"{why[:1].upper()}{why[1:]}."))
        if row.nobody is not None:
            self._add_nobody(card, row.nobody)
            return card
        card.add(SoftLabel("The referral says only that much of others: their names stay here."))
        card.add(in_a_row(self._buttons(row)))
        if row.texts:
            card.add(self._asking(row))
        return card

    def _buttons(self, row: UnlistedRow) -> list[QWidget]:
        begin = button(f"Start a {_referral(row)}", self.refer, "primary", keys="Alt+R")
        begin.setEnabled(self._able)
        buttons: list[QWidget] = [begin]
        if not row.kind:
            also = button("Start a nomination", self.nominate, keys="Alt+Shift+R")
            also.setToolTip("An adult, as a person of concern (Alt+Shift+R)")
            also.setEnabled(self._able)
            buttons.append(also)
        if row.subject_id is not None:
            press = partial(self.opened.emit, row.kind, row.subject_id)
            buttons.append(button(f"Open {row.label}", press, "quiet"))
        return buttons

    def _asking(self, row: UnlistedRow) -> ConfirmInPlace:
        ask = self._ask = ConfirmInPlace("Nobody for us", ASKED, "Nobody for us", reason=True)
        ask.first.setToolTip("Nobody for us (Alt+N)")
        ask.setEnabled(self._able)
        ask.confirmed.connect(partial(self._nobody, row))
        return ask

    def _add_nobody(self, card: Card, said: Nobody) -> None:
        by = f" by {said.answered_by}" if said.answered_by else ""
        on = f" on {plain_date(said.answered_at.date())}" if said.answered_at else ""
        card.add(Words(f"Said{by}{on}. Reason: {said.reason.rstrip('.')}."))
        card.add(SoftLabel("Another paper or text that gives the name points it out again."))
        again = button("Point out again", self.take_apart, keys="Alt+T")
        again.setEnabled(self._able)
        card.add(in_a_row([again]))

    def _evidence(self, row: UnlistedRow) -> Card:
        card = Card("What says so", state=str(len(row.evidence)))
        for one in row.evidence[:MOST_EVIDENCE]:
            line = GoLine(one.words, _where(one))
            line.clicked.connect(partial(self._open, one))
            card.add(line)
        rest = len(row.evidence) - MOST_EVIDENCE
        if rest > 0:
            card.add(SoftLabel(f"{rest:,} more say so."))
        return card

    def _open(self, one: Evidence, *_clicked: object) -> None:
        self.opened.emit(one.of_kind, one.of_id)


def _referral(row: UnlistedRow, kind: str = SubjectKind.CHILD.value) -> str:
    return "referral" if (row.kind or kind) == SubjectKind.CHILD else "nomination"


def _kind(row: UnlistedRow) -> str:
    return KINDS.get(row.kind, row.kind) or "child or adult"


def _where(one: Evidence) -> str:
    day = plain_date(one.day) if one.day else ""
    about = "" if one.of_label in one.words else f"about {one.of_label}"
    return " · ".join(part for part in (one.where, about, day) if part)


def _lines(rows: Sequence[UnlistedRow]) -> Sequence[Line]:
    lines: list[Line] = []
    for band in Band:
        own = [one for one in rows if one.band is band]
        if own:
            lines.append(Line((band.value, None), f"{band.value} ({len(own):,})", heading=True))
        for one in own[:MOST_SHOWN]:
            kind = _kind(one)
            said = f"{one.label}, {kind}: {WHY[band].format(one.count)}"
            lines.append(Line(one.key, one.label, soft=kind, right=str(one.count), said=said))
        if len(own) > MOST_SHOWN:
            more = f"{len(own) - MOST_SHOWN:,} more follow these"
            lines.append(Line((band.value, "more"), more, heading=True))
    return lines
