"""The inbox: referrals by where they stand, untold immediate risk on top."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from models.records.papers import ReferralRow
from ui.pages.records.picker import KINDS
from ui.widgets.dates import plain_date
from ui.widgets.empty import EmptyState
from ui.widgets.lines import Line
from ui.widgets.row_list import RowList

STATES = (
    ("new", "To triage"),
    ("held", "On hold"),
    ("accepted", "Accepted"),
    ("redirected", "Redirected"),
    ("declined", "Declined, kept in sight"),
)
RISK = "Immediate risk: tell MASH or the police now"
MOST_SETTLED = 200


class Inbox(QWidget):
    """A list of referrals with its filter; `chosen` carries the id of the one stood on."""

    chosen = Signal(object)

    def __init__(self, empty: EmptyState) -> None:
        super().__init__()
        self.filter, self.list, self.empty = QLineEdit(), RowList("Referrals", bare=False), empty
        self._rows: Sequence[ReferralRow] = ()
        self.filter.setPlaceholderText("Filter by name, number or agency")
        self.filter.setAccessibleName("Filter referrals")
        self.filter.setClearButtonEnabled(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filter)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self.filter.textChanged.connect(lambda _text: self._show())
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.chosen)

    def show_rows(self, rows: Sequence[ReferralRow]) -> None:
        """Show these referrals; the place is kept."""
        self._rows = rows
        self._show()

    def current(self) -> Hashable | None:
        """Give the id of the referral stood on."""
        return self.list.current_key()

    def stand_on_first(self) -> None:
        """Stand on the first referral that waits, and announce it."""
        self.list.leave()
        self.list.step(1)

    def waiting_after(self, key: Hashable) -> Hashable | None:
        """Give the next referral that waits after this one, else the first, else None."""
        waits = [line.key for line in self.list.lines.lines if not line.heading]
        open_ones = {row.id for row in self._rows if row.state == "new"} | {key}
        order = [one for one in waits if one in open_ones]
        at = order.index(key) if key in order else -1
        after = [*order[at + 1 :], *order[: max(at, 0)]]
        return after[0] if after else None

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        rows = [row for row in self._rows if all(word in _all_words(row) for word in words)]
        self.list.show_lines(lines_of(rows))
        self._stack.setCurrentWidget(self.list if self._rows else self.empty)


def lines_of(rows: Sequence[ReferralRow]) -> list[Line]:
    """Referrals as lines under headings; only the newest of those long settled."""
    untold = [row for row in rows if row.immediate_risk and not row.immediate_risk_settled]
    lines = _group("risk", RISK, untold)
    told = set(untold)
    for state, title in STATES:
        here = [row for row in rows if row.state == state and row not in told]
        shown = here if state in ("new", "held") else here[-MOST_SETTLED:]
        lines += _group(state, title, shown, len(here))
    return lines


def _group(
    key: str, title: str, rows: Sequence[ReferralRow], count: int | None = None
) -> list[Line]:
    if not rows:
        return []
    of = len(rows) if count is None else count
    return [Line(f"heading {key}", f"{title}  {of}", heading=True), *map(_line, rows)]


def _line(row: ReferralRow) -> Line:
    untold = row.immediate_risk and not row.immediate_risk_settled
    day = plain_date(row.received_on) if row.received_on else "no date"
    right, kind = _standing(row, untold)
    kind_words = "" if row.subject_kind == "child" else KINDS.get(row.subject_kind, "")
    soft = " · ".join(part for part in (day, kind_words, row.agency or row.referrer or "") if part)
    return Line(row.id, row.label, mark="▲" if untold else "", soft=soft, right=right, kind=kind)


def _standing(row: ReferralRow, untold: bool) -> tuple[str, str]:
    if untold:
        return "not told yet", "high"
    if row.state in ("new", "held") and not row.complete:
        return f"{len(row.missing)} missing", "medium"
    return ("complete", "low") if row.state in ("new", "held") else ("", "")


def _all_words(row: ReferralRow) -> str:
    parts = (row.label, row.reference, row.agency, row.referrer, row.risk)
    return " ".join(part for part in parts if part).casefold()
