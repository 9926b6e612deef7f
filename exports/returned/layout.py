"""Where in the minutes something stands, as they were written and as they came back."""

from collections.abc import Iterable

from exports.returned.cells import Cells
from exports.returned.edits import OUTSIDE
from exports.returned.matching import Match, Matching
from exports.returned.where import called
from exports.returned.written import Written
from models.intake.edited import EditedPaper
from models.records.places import Place

NAMED = {
    "information_line": "Shared by {}",
    "action": "Action {}",
    "recommendation": "Recommendation {}",
    "telling": "Who tells: {}",
}
"""What is called by the words before it: an agency, a reference, whom somebody tells."""


class Layout:
    """Items, headings and order of a changed file and of what was written."""

    def __init__(self, written: Written, paper: EditedPaper, matching: Matching) -> None:
        self._written, self._paper, self._matching = written, paper, matching
        heads = ((line.item_id, line.text) for line in written.lines)
        self.titles = {item: text for item, text in heads if item is not None}
        self.headings = self._headings_now()
        self.cells = Cells((line.cell, line.text) for line in written.lines)
        self.cells_now = Cells((one.cell, one.text) for one in paper.paragraphs)
        self._become: dict[int, int] = {}

    def learn(self, matches: Iterable[Match]) -> None:
        """Keep which paragraph each line has become, for the order of what is gone."""
        for match in matches:
            if match.paragraphs:
                self._become |= dict.fromkeys(match.lines, match.paragraphs[0])

    def title(self, item_id: int | None) -> str:
        """What the part of an item is called."""
        return OUTSIDE if item_id is None else self.titles.get(item_id, OUTSIDE)

    def place_of(self, line: int) -> int:
        """The paragraph beside which a line stood that is gone."""
        before = (self._become[at] for at in range(line, -1, -1) if at in self._become)
        return next(before, 0)

    def heading_of(self, line: int) -> str:
        """The heading under which a line was written; none for what stands above all in an item."""
        part = self._matching.parts[line]
        for at in range(line, -1, -1):
            one = self._written.lines[at]
            if one.item_id is not None or self._matching.parts[at] != part:
                return ""
            if one.level:
                return one.text
        return ""

    def called(self, place: Place, line: int) -> str:
        """What the words of a place are called: Shared by Police, Action A012, Analysis."""
        lead = self._written.lines[line].spans[0]
        if place.table not in NAMED or lead.place is not None:
            return called(place)
        end = ". " if place.table == "information_line" else ","
        named = lead.text.partition(end)[0].strip(" .:")
        told = NAMED[place.table].format(named)
        return f"{told}, {called(place).partition(': ')[2]}" if ": " in called(place) else told

    def _headings_now(self) -> list[str]:
        heading, found = "", list[str]()
        parts = self._matching.parts_now
        for at, one in enumerate(self._paper.paragraphs):
            if 0 < one.level <= 2 or (at > 0 and parts[at] != parts[at - 1]):
                heading = one.text if parts[at] is None else ""
            elif one.level:
                heading = one.text
            found.append(heading)
        return found
