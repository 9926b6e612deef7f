"""Two records that may be one, side by side: why it is asked, what each says, and the answers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from models.marks import SubjectKind
from models.records.duplicates import ComparedField, DuplicateRow, JoinedRow
from ui.pages.records.picker import KINDS
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import in_a_row
from ui.widgets.labels import SoftLabel, StrongLabel, Words

STANDINGS = {"same": "same", "shared": "in part the same", "other": "differs"}
KEYS = {"same": "Alt+S", "other": "Alt+Shift+S", "apart": "Alt+N", "later": "Alt+L"}
CHILD_FIRST = "This is the same child"
APART = "Why are they not the same?"


class FieldsCard(Card):
    """The fields of two records in two columns under their names."""

    def __init__(self, names: tuple[str, str], fields: Sequence[ComparedField]) -> None:
        super().__init__("What each record says")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for column, share in ((1, 3), (2, 3)):
            grid.setColumnStretch(column, share)
        for at, name in enumerate(names, 1):
            grid.addWidget(StrongLabel(name), 0, at)
        for row, one in enumerate(fields, 1):
            grid.addWidget(SoftLabel(one.label, wrap=False), row, 0)
            grid.addWidget(Words(one.mine or "not known", "" if one.mine else "soft"), row, 1)
            grid.addWidget(Words(one.theirs or "not known", "" if one.theirs else "soft"), row, 2)
            standing = STANDINGS.get(one.standing, "")
            look = "strong" if one.standing == "other" else "soft"
            grid.addWidget(Words(standing, look, wrap=False), row, 3)
        self.body.addLayout(grid)


class PairCard(Card):
    """One question of sameness; `answered` carries same, not the same or later, and who stands."""

    answered = Signal(str, object)
    opened = Signal(str, int)

    def __init__(self, row: DuplicateRow, editable: bool) -> None:
        super().__init__(_title(row), _kinds(row), large=True)
        self.row = row
        self.add(Words(f"Why it is asked: {row.why}."))
        if row.put_aside_at is not None:
            day = plain_date(row.put_aside_at.date())
            self.add(SoftLabel(f"Left for later by {row.put_aside_by} on {day}; a new fact brings "
                               "it back by itself."))  # fmt: skip
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Reason")
        self.reason.setAccessibleName(f"Reason: {_title(row)}")
        self.reason.setEnabled(editable)
        self.add(self.reason)
        buttons = [self._answer(words, said, stands, editable)
                   for words, said, stands in _answers(row)]  # fmt: skip
        ends = ((row.label, row.kind, row.subject_id), (row.with_label, row.with_kind, row.with_id))
        buttons += [
            button(f"Open {label}", partial(self.opened.emit, kind, one), "quiet")
            for label, kind, one in ends
        ]
        self.add(in_a_row(buttons))

    def _answer(self, words: str, said: str, stands: int | None, editable: bool) -> QWidget:
        press: Callable[[], object] = partial(self.answered.emit, said, stands)
        key = KEYS["other"] if stands == self.row.subject_id and said == "same" else KEYS[said]
        made = button(words, press, keys=key)
        made.setEnabled(editable)
        return made


class JoinedCard(Card):
    """A record that was joined to another; `apart` carries the reason why it is not the same."""

    apart = Signal(str)
    opened = Signal(str, int)

    def __init__(self, row: JoinedRow, editable: bool) -> None:
        kind = KINDS.get(row.kind, row.kind)
        super().__init__(f"{row.other_label}, joined to {row.lead_label}", kind, large=True)
        self.row = row
        self.add(Words(f"Joined{said_by(row)}"))
        self.add(SoftLabel("Both records are whole; taken apart, each is as it was."))
        self.ask = ConfirmInPlace("Take apart", APART, "Take apart", reason=True)
        self.ask.first.setToolTip("Take apart (Alt+T)")
        self.ask.setEnabled(editable)
        self.ask.confirmed.connect(self.apart)
        self.add(self.ask)
        press = partial(self.opened.emit, row.kind, row.lead_id)
        self.add(in_a_row([button(f"Open {row.lead_label}", press, "quiet")]))


class ApartCard(Card):
    """Two records of which a person said that they are not the same; `back` takes that back."""

    back = Signal()
    opened = Signal(str, int)

    def __init__(self, row: JoinedRow, editable: bool) -> None:
        kinds = " and ".join(dict.fromkeys(KINDS.get(one, one) for one in row.kinds))
        super().__init__(f"{row.lead_label} and {row.other_label}", kinds, large=True)
        self.row = row
        self.add(Words(f"Said not to be the same{said_by(row)}"))
        self.add(SoftLabel("They are not asked about while nothing new is known of either."))
        taken = button("Take the answer back", self.back.emit, keys="Alt+T")
        taken.setEnabled(editable)
        first, second = row.kinds
        ends = ((row.lead_label, first, row.lead_id), (row.other_label, second, row.other_id))
        opens = (button(f"Open {label}", partial(self.opened.emit, kind, one), "quiet")
                 for label, kind, one in ends)  # fmt: skip
        self.add(in_a_row((taken, *opens)))


class PairView(CardList):
    """What stands beside the list: the pair in hand and its fields."""

    def show_pair(
        self, card: Card, names: tuple[str, str], fields: Sequence[ComparedField]
    ) -> None:
        """Show a pair with what each of the two says."""
        self.show_cards([card, FieldsCard(names, fields)])


def said_by(row: JoinedRow) -> str:
    """By whom it was said, when and why, to follow what was said."""
    by = f" by {row.decided_by}" if row.decided_by else ""
    on = f" on {plain_date(row.decided_on)}" if row.decided_on else ""
    reason = f" Reason: {row.reason.rstrip('.')}." if row.reason else " No reason was given."
    return f"{by}{on}.{reason}"


def _title(row: DuplicateRow) -> str:
    return f"{row.label} and {row.with_label}"


def _kinds(row: DuplicateRow) -> str:
    kinds = " and ".join(dict.fromkeys(KINDS.get(one, one) for one in (row.kind, row.with_kind)))
    refs = " and ".join(one for one in (row.reference, row.with_reference) if one)
    return " · ".join(part for part in (kinds, refs) if part)


def _answers(row: DuplicateRow) -> Sequence[tuple[str, str, int | None]]:
    """The answers offered: words, what is said, and the record whose name then stands."""
    rest = (("Not the same", "apart", None), ("Later", "later", None))
    if row.kind != row.with_kind:
        kinds = {row.kind, row.with_kind}
        first = kinds == {SubjectKind.CHILD.value, SubjectKind.PERSON.value}
        return ((CHILD_FIRST, "same", None), *rest) if first else rest
    if row.label == row.with_label:
        return (("The same", "same", row.with_id), *rest)
    return (
        (f"The same: keep “{row.with_label}”", "same", row.with_id),
        (f"The same: keep “{row.label}”", "same", row.subject_id),
        *rest,
    )
