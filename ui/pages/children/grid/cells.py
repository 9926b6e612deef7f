"""What a cell of the tracker says and how it sorts, worked out once for each value."""

from typing import Any

from models.records.tracker import TrackedChild, Value
from models.rules.risk_bands import PLAIN, TINTS
from models.rules.tracker.columns import ARROWS, Kind, TrackerColumn, late_in_words, value_of
from ui.rows import written

TAGGED = frozenset({"risk", "standing", "interviews_late"})
"""Columns some of whose cells are painted as tags."""

MISSING = "missing_90_days"
WHOLE = frozenset({"direction", "tracked", MISSING})
"""Columns whose cells say one of a few things that are on no list."""


class Cells:
    """A column's cells: their values, words and tags; a value that was met is known again."""

    def __init__(self, column: TrackerColumn) -> None:
        self.column = column
        self.tagged = column.key in TAGGED
        self._key = column.key
        self.listed = self.tagged or column.kind is Kind.CHOICE or column.key in WHOLE
        """Whether its cells say one of a few things, which all children's cells show whole."""
        self._words: dict[Value, str] = {}

    @property
    def met(self) -> int:
        """How many different values were met."""
        return len(self._words)

    def value(self, child: TrackedChild) -> Value:
        """What stands in the cell."""
        return value_of(child, self.column.key)

    def text(self, child: TrackedChild) -> str:
        """What the cell says."""
        value = value_of(child, self._key)
        if self._key == MISSING and child.missing_told is not None:
            value = (str(value), str(child.missing_told))
        found = self._words.get(value)
        if found is None:
            found = self._words[value] = self._said(value)
        return found

    def kind(self, child: TrackedChild) -> str:
        """The kind of tag that the cell is painted as; the words say the same."""
        key = self.column.key
        if key == "risk":
            return TINTS.get(child.risk_band, PLAIN if child.risk else "")
        if key == "standing" and child.assessment_overdue and child.closed_on is None:
            return "high"
        return "high" if key == "interviews_late" and child.interviews_late else ""

    def order(self, child: TrackedChild) -> Any:
        """What the cell sorts by among those that say anything; None where it says nothing."""
        value = value_of(child, self.column.key)
        if value is None or value == "" or value == ():
            return None
        if self.column.key == "risk":
            return (-1 if child.risk_rank is None else child.risk_rank, str(value))
        if self.column.kind is Kind.DAY:
            return value
        if self.column.kind in (Kind.NUMBER, Kind.YES) or isinstance(value, int):
            return value
        return self.text(child).casefold()

    def _said(self, value: Value) -> str:
        key = self.column.key
        if key == MISSING and isinstance(value, tuple):
            entered, told = value
            return f"{entered}, imported {told}"
        if key == "interviews_late" and isinstance(value, int):
            return late_in_words(value)
        if key == "direction" and isinstance(value, str):
            return f"{ARROWS.get(value.lower(), '')} {value}".strip()
        return written(value)
