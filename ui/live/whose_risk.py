"""Asks whose an immediate risk is, where the line does not say so of anybody of this meeting."""

from collections.abc import Iterable

from models.marks import SubjectKind
from models.records.item import ItemRow
from models.rules.capture import CaptureKind, CaptureReading, SubjectRef
from ui.live.known_here import KnownHere
from ui.live.state import RoomState

NOBODY_HERE = "{names} {are} nobody of this meeting: whose risk is it?"
IN_DOUBT = "Whose risk is it?"
HOW = (
    "Nothing is kept yet: tell MASH or the police, do not wait. "
    "Enter again: it is of {whose} · or type on whose, such as V4 · Ctrl+K looks them up"
)


class WhoseRisk:
    """A risk stands on a child, and on the panel display, once it is sure or was answered whose."""

    def __init__(self, state: RoomState, known: KnownHere) -> None:
        self._state, self._known = state, known
        self._asked = ""

    def question(self, text: str, readings: Iterable[CaptureReading]) -> str:
        """What is asked before this line is kept; nothing where it is sure, or says the answer."""
        row = self._state.row
        urgent = [one for one in readings if one.kind is CaptureKind.URGENT]
        answered = bool(self._asked) and text.startswith(self._asked) and all(map(_named, urgent))
        said = " ".join(self._doubts(row, urgent)) if row is not None and not answered else ""
        self._asked = text if said else ""
        if not said or row is None:
            return ""
        return f"{said} {HOW.format(whose=self._stands_on(row, urgent))}"

    def leave(self) -> None:
        """The question was left, or the line is gone: what is typed next answers nothing."""
        self._asked = ""

    def says_whose(self, words: str) -> bool:
        """Whether words behind a line that was asked about name somebody of this meeting."""
        context = self._state.context
        return bool(self._asked) and context is not None and words.strip() in context.subject_names

    def _doubts(self, row: ItemRow, urgent: list[CaptureReading]) -> list[str]:
        names = [f"“{name}”" for name in self._known.nobody_here(urgent)]
        are = "is" if len(names) == 1 else "are"
        if names:
            return [NOBODY_HERE.format(names=" and ".join(names), are=are)]
        unsure = row.subject_id is not None and any(one.subject is None for one in urgent)
        return [IN_DOUBT] if unsure else []

    def _stands_on(self, row: ItemRow, urgent: list[CaptureReading]) -> str:
        """Where Enter puts it: on the child that the line is read to name, else on the item."""
        return " and ".join(dict.fromkeys(self._place(row, one.subject) for one in urgent))

    def _place(self, row: ItemRow, named: SubjectRef | None) -> str:
        if named is None or named.kind is not SubjectKind.CHILD:
            return row.reference
        return named.ref or self._state.masked(named.name)


def _named(reading: CaptureReading) -> bool:
    """Whether the line itself names the child that it stands on."""
    child = reading.subject
    named = {one.subject.id for one in reading.mentions}
    return child is not None and child.kind is SubjectKind.CHILD and child.id in named
