"""The marks of a line as it is typed: its kind and who reads it, as usual for its agency."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from models.marks import Information, Sharing
from models.rules.capture import mark_of
from models.rules.capture.agencies import agency_book, agency_refs
from models.rules.capture.marking import Marked
from models.rules.grading import Grading, grading_within
from models.rules.usual import PLAIN, Usual, usual_of
from ui.desk import Desk
from ui.widgets.combo import Combo

KINDS = tuple((kind, kind.value.capitalize()) for kind in Information)
SHARINGS = tuple(
    (sharing, sharing.value.capitalize())
    for sharing in Sharing
    if sharing is not Sharing.NOT_SHARED
)


class LineMarks(QObject):
    """Kind, sharing, the agencies named, and the grading that stands in the words of police.

    A new line begins as its agency's lines usually are; intelligence narrows who reads it, until
    a person has said who does.
    """

    graded = Signal(str)
    """What the grading in the words stands for, empty where there is none."""

    def __init__(self, desk: Desk, text: QLineEdit) -> None:
        super().__init__(text)
        self.desk, self.text = desk, text
        self.kind, self.sharing = Combo(KINDS, "Kind"), Combo(SHARINGS, "Sharing")
        self.agencies = QLineEdit()
        self.agencies.setAccessibleName("Agencies that may read it")
        self.agencies.setPlaceholderText("Police, Health …")
        self.usual = self._expected = PLAIN
        self._agency_id: int | None = None
        policy = self.sharing.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # it comes and goes, and moves nothing
        self.sharing.setSizePolicy(policy)
        self._by_hand = self._may_grade = False
        self.kind.changed.connect(lambda _kind: self._narrow())
        self.sharing.changed.connect(self._shared_by_hand)
        self.agencies.textEdited.connect(self._shared_by_hand)
        self.agencies.textChanged.connect(self.agencies.setToolTip)
        self.agencies.editingFinished.connect(lambda: self.agencies.setCursorPosition(0))
        text.textChanged.connect(lambda _text: self._hear_grading())

    def begin(self, agency_id: int | None, *, new: bool) -> None:
        """Take up a line of an agency; a new one is marked as usual."""
        agencies = self.desk.workspace.read.agencies()
        own = next((one for one in agencies if one.id == agency_id), None)
        self._expected: Usual = usual_of(own, agencies) if own is not None else PLAIN
        self.usual: Usual = self._expected if new else PLAIN
        self._agency_id, self._by_hand = agency_id, not new
        self._may_grade = self.desk.workspace.conduct.may_grade(agency_id)
        if new:
            self.kind.set_value(self.usual.information)
            self._narrow()
        self.sharing.setVisible(self.tells)
        self._hear_grading()

    def name_agencies(self, names: str) -> None:
        """Show the agencies named; where they are too many for the field, its beginning."""
        self.agencies.setText(names)
        self.agencies.setCursorPosition(0)

    @property
    def tells(self) -> bool:
        """Whether who may read the line says anything: less than all, or more than usual."""
        kind = Information(str(self.kind.value() or Information.NOT_STATED))
        narrow = self.sharing.value() not in (None, Sharing.ALL_PANEL)
        return narrow or self._expected.shared(kind)[0] is not Sharing.ALL_PANEL

    def grading(self, text: str) -> Grading | None:
        """The grading in the words of a line, where this person may grade this agency's."""
        return grading_within(text)[1] if self._may_grade else None

    def words(self, text: str) -> str:
        """A line without its grading."""
        return (grading_within(text)[0] if self._may_grade else text).strip()

    def mark(self, words: str) -> Marked | None:
        """Who may read a line, where words say that and nothing else."""
        return mark_of(words, agency_book(agency_refs(self.desk.workspace.read.agencies())))

    def take(self, mark: Marked) -> None:
        """Share the line as a mark says, as if it had been chosen by hand."""
        self.sharing.set_value(mark.sharing)
        self.name_agencies(", ".join(one.name for one in mark.agencies))
        self._shared_by_hand()

    @property
    def shown(self) -> dict[str, Any]:
        """The marks as they stand now."""
        sharing = Sharing(str(self.sharing.value() or Sharing.ALL_PANEL))
        return {
            "information": str(self.kind.value() or Information.NOT_STATED),
            "sharing": sharing.value,
            "shared_with": self._named() if sharing is Sharing.NAMED_AGENCIES else (),
        }

    def next_kind(self) -> None:
        """Make the line of the next kind."""
        self.kind.set_value(_after(KINDS, self.kind.value()))
        self._narrow()

    def next_sharing(self) -> None:
        """Share the line in the next way."""
        self.sharing.set_value(_after(SHARINGS, self.sharing.value()))
        self._shared_by_hand()

    def show_agencies(self) -> None:
        """The agencies are asked for only where the line is for named ones.

        Who may read the line is shown once it says anything, and then stays under the hand.
        """
        if self.tells:
            self.sharing.show()
        self.agencies.setVisible(self.sharing.value() == Sharing.NAMED_AGENCIES)

    def _shared_by_hand(self, _sharing: object = None) -> None:
        self._by_hand = True
        self.show_agencies()

    def _narrow(self) -> None:
        """Let who reads the line follow its kind, as long as nobody has said who does."""
        if self._by_hand:
            return
        kind = Information(str(self.kind.value() or Information.NOT_STATED))
        sharing, readers = self.usual.shared(kind)
        known = {one.id: one.name for one in self.desk.workspace.read.agencies()}
        self.sharing.set_value(sharing)
        self.name_agencies(", ".join(known[one] for one in readers if one in known))
        self.show_agencies()

    def _hear_grading(self) -> None:
        """A grading in the words makes a line intelligence, and says what the letters stand for."""
        given = self.grading(self.text.text())
        if given is not None and self.kind.value() != Information.INTELLIGENCE:
            self.kind.set_value(Information.INTELLIGENCE)
            self._narrow()
        self.graded.emit(f" · graded {given.letters}: {given.words}" if given else "")

    def _named(self) -> tuple[int, ...]:
        return agencies_in(self.desk, self.agencies.text())


def agencies_in(desk: Desk, text: str) -> tuple[int, ...]:
    """The agencies that are named in a text."""
    book = agency_book(agency_refs(desk.workspace.read.agencies()))
    return tuple(found.items[0].id for found in book.all_in(text))


def _after(choices: Sequence[tuple[object, str]], present: object) -> object:
    keys = [key for key, _words in choices]
    at = keys.index(present) if present in keys else -1
    return keys[(at + 1) % len(keys)]
