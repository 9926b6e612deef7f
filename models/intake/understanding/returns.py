"""An agency's return: what it says about each child, line by line, with kind and sharing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.intake.papers import NotUnderstood, ReadField, ReadRecord
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, MatrixRow, Pair
from models.intake.understanding.finish_lists import first_after
from models.intake.understanding.forms import left_over
from models.intake.understanding.headed import (
    child_in_heading,
    heads_in_full,
    other_than_child,
)
from models.intake.understanding.inline import is_boilerplate
from models.intake.understanding.lexicon import Match, is_title
from models.intake.understanding.lines import Line, Whom, is_nothing_known, line_record, typed_line
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.names import looks_like_name, names_a_body
from models.intake.understanding.return_columns import (
    KINDS_OF_TEXT,
    PARTS,
    describes_child,
    own_texts,
    signed,
    told_by,
    with_text_column,
)
from models.intake.understanding.return_leads import led
from models.intake.understanding.return_lines import known_lines, marks_line_above, told_lines
from models.intake.understanding.return_places import (
    at_page_end,
    first_place,
    row_of,
    taken_out,
)
from models.intake.understanding.return_rows import ABOUT_PAPER, WHOM, RowSaid
from models.intake.understanding.return_titles import (
    agency_in_title,
    meeting_in_title,
    names_somebody,
    undated_meeting,
)
from models.intake.understanding.values import read_value

LONGEST_TITLE = 120
FROM_LETTERHEAD = 0.6  # how sure


def read_return(
    elements: Sequence[Element],
    context: Context,
    this_year: int,
    key: Mapping[str, str],
    asked: Mapping[str, object],
    sent: date | None,
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return a record for each line; a line not shared keeps everything but its text.

    `key` says what the paper's own letters stand for, `asked` whom the message asked about that
    it answers, `sent` when it was sent itself.
    """
    reader = _ReturnReader(context, this_year, key, asked)
    reader.sent = sent
    reader.in_full = {
        one.level
        for one in elements
        if isinstance(one, Heading) and heads_in_full(one.text, this_year)
    }
    for element in elements:
        reader.read(element)
    return reader.finish()


class _ReturnReader:
    def __init__(
        self,
        context: Context,
        this_year: int,
        key: Mapping[str, str],
        asked: Mapping[str, object],
    ) -> None:
        self.context = context
        self.asked = asked
        self.key = key
        self.this_year = this_year
        self.paper: dict[str, ReadField] = {}
        self.whom = Whom()
        self.lines: list[Line] = []
        self.lost: list[NotUnderstood] = []
        self.draft: dict[str, tuple[str, str]] = {}
        self.titles: set[str] = set()
        self.in_full: set[int] = set()
        self.undated = ("", "")
        self.sent: date | None = None
        self.letterhead: Heading | None = None

    def read(self, element: Element) -> None:
        if isinstance(element, Pair):
            self._pair(element)
        elif isinstance(element, Grid):
            self._flush()
            self._grid(element)
        elif isinstance(element, MatrixRow):
            self.lost.append(NotUnderstood(element.where, f"{element.wording}: {element.answer}"))
        elif isinstance(element, Heading):
            self._heading(element)
        else:
            self._loose(element)

    def finish(self) -> tuple[list[ReadRecord], list[NotUnderstood]]:
        self._flush()
        self._sent_by_letterhead()
        self._met_after()
        records = [line_record(line, self.paper, self.this_year) for line in self.lines]
        rows = {row_of(line.where) for line in self.lines if line.withheld}
        return records, [
            taken_out(text) if row_of(text.where) in rows else text for text in self.lost
        ]

    def _sent_by_letterhead(self) -> None:
        """Take the body at the head of the paper for its agency, where nothing else names one."""
        head = self.letterhead
        if head is None:
            return
        if "agency" in self.paper:
            self.lost += left_over(head, "return")
        else:
            match = Match("agency", FROM_LETTERHEAD)
            self._about(Pair("agency", head.text, head.where, match))

    def _met_after(self) -> None:
        """Take a meeting's day without a year for the first one after the return was written."""
        if self.sent and "returned" not in self.paper:
            self._about(Pair("Sent", self.sent.isoformat(), "message", Match("returned", 0.7)))
        returned = self.paper.get("returned")
        day = first_after(self.undated[0], returned.value) if returned else None
        if day is not None:
            self._about(Pair("meeting", day.isoformat(), self.undated[1], Match("meeting", 0.7)))

    def _heading(self, heading: Heading) -> None:
        self._flush()
        text, where = heading.text, heading.where
        if at_page_end(where):
            self.lost += left_over(heading, "return")
        elif is_nothing_known(text):
            self.lines.append(Line(self.whom, where, text=text, nothing_known=True))
        elif self._heads_paper(heading):
            self.letterhead = heading
        elif self._other(text, where, led=True) or self._titled(text, where) or is_title(text):
            return
        elif not self._child(text, where, heading.level):
            self.lost += left_over(heading, "return")

    def _heads_paper(self, heading: Heading) -> bool:
        """Say whether this is the name of a body at the head of the paper, before anything else."""
        first = self.letterhead is None and not self.paper and not self.whom.name
        known = is_title(heading.text) or agency_in_title(heading.text)
        return first and not known and names_a_body(heading.text)

    def _titled(self, text: str, where: str) -> bool:
        """Read agency and meeting out of "MACE 1 December 2026 – agency return: Police"."""
        self.titles.add(where)
        met = meeting_in_title(text, self.this_year) if len(text) <= LONGEST_TITLE else None
        if met:
            self._about(Pair("meeting", met.isoformat(), where, Match("meeting", 0.9)))
        self.undated = self.undated if self.undated[0] else (undated_meeting(text), where)
        if "agency" in self.paper or len(text) > LONGEST_TITLE:
            return False
        agency = agency_in_title(text)
        if agency:
            self._about(Pair("agency", agency, where, Match("agency", 0.95)))
        return bool(agency)

    def _other(self, text: str, where: str, *, led: bool = False) -> bool:
        """Read a heading that says itself that it is about a person, place, group or theme."""
        other = other_than_child(text, where, self.this_year, led=led)
        self.whom = other or self.whom
        return other is not None

    def _child(self, text: str, where: str, level: int = 0) -> bool:
        """Take the child that a line names; where headings tell day and number, none without.

        A heading of the same rank that is a name and nothing else names the next child as well.
        """
        whom = child_in_heading(text, where, self.this_year)
        if whom is None:
            return False
        alone = level in self.in_full and looks_like_name(text)
        if self.in_full and not (whom.dob or whom.la_id or alone):
            return False
        self.whom = whom
        return True

    def _pair(self, pair: Pair) -> None:
        if pair.match is None and heads_in_full(pair.label, self.this_year):
            self._heading(Heading(pair.label, pair.where, 9, pair.section))
            self._loose(Loose(pair.value, pair.where, pair.section))
            return
        described = describes_child(pair.label, pair.match)
        field = "" if described else told_by(pair.label, pair.match)
        if field == "date" and "completed_by" in self.paper and not (self.whom.name or self.lines):
            pair, field = replace(pair, match=Match("returned", FROM_LETTERHEAD)), "returned"
        headed = "agency" in self.paper or self.letterhead is not None
        if field == "agency" and ("@" in pair.value or headed and names_somebody(pair.value)):
            self._about(replace(pair, match=Match("completed_by", FROM_LETTERHEAD)))
        elif field in ABOUT_PAPER and not (
            field == "agency" and self.whom.name and not signed(pair)
        ):
            self._about(pair)
        elif field in WHOM:
            self._whom(pair, field)
        elif field == "nothing_known":
            self.lines += known_lines(pair, self.whom)
        elif field in PARTS and pair.value:
            if field in self.draft or (field == "date" and "text" in self.draft):
                self._flush()
            self.draft[field] = (pair.value, pair.where)
        elif pair.value and field != "return_to":
            self.lost.append(NotUnderstood(pair.where, pair.text))

    def _about(self, pair: Pair) -> None:
        if pair.match is None or not pair.value:
            return
        for value in read_value("return", pair.match.field, pair.value, self.this_year):
            field = ReadField(
                value.name, value.value, pair.value, pair.where, pair.match.score, value.note
            )
            old = self.paper.get(value.name)
            if old is None or old.where in self.titles and pair.where not in self.titles:
                self.paper[value.name] = field

    def _whom(self, pair: Pair, field: str) -> None:
        if not pair.value:
            return
        if self.whom.has(field) and (self.lines or self.draft or field == "name"):
            self._flush()
            self.whom = Whom()
        self.whom = self.whom.told(field, pair.value, pair.where, self.this_year)

    def _loose(self, loose: Loose) -> None:
        text = loose.text
        if not self.whom.name and self._titled(text, loose.where):
            return
        if at_page_end(loose.where):
            self.lost += left_over(loose, "return")
            return
        if marks_line_above(self.lines, text):
            return
        begun = led(text, loose.where, self.asked, self.this_year)
        if begun:
            self._flush()
            self.whom, text = begun
        if is_nothing_known(text):
            self._flush()
            self.lines.append(Line(self.whom, loose.where, text=text, nothing_known=True))
        elif (
            not begun
            and len(text) < 90
            and (self._other(text, loose.where) or self._child(text, loose.where))
        ):
            self._flush()
        elif is_boilerplate(text) or not self.whom.name:
            self.lost += left_over(loose, "return")
        else:
            self._flush()
            if self._beside_withheld(loose.where):
                self.lost.append(NotUnderstood(loose.where, text))
            else:
                self.lines.append(typed_line(self.whom, text, loose.where, self.this_year))

    def _beside_withheld(self, where: str) -> bool:
        """Whether a text stands in the row of a line that the agency keeps to itself."""
        rows = {row_of(line.where) for line in self.lines if line.withheld}
        return "row" in where and row_of(where) in rows

    def _flush(self) -> None:
        draft, self.draft = self.draft, {}
        if set(draft) & {"text", "withheld", "shareable", *KINDS_OF_TEXT}:
            self.lines += told_lines(draft, self.whom, {}, {})

    def _grid(self, grid: Grid) -> None:
        columns = with_text_column(grid, columns_of(grid, self.context))
        names = any(match and match.field in ("name", "la_id", "surname") for match in columns)
        above, texts = Whom(), own_texts(grid, columns)
        for cells in grid.rows:
            row = RowSaid(Whom() if names else self.whom, self.key, self.this_year, texts=texts)
            for header, match, cell in zip(grid.headers, columns, cells, strict=True):
                if cell is not None and cell.text.strip():
                    row.take(header, match, cell)
            # A line without a name goes on about the child of the line above.
            above = above if names and row.whom == Whom() else row.whom
            where = first_place(cells)
            self.lost += row.left(where)
            lines = told_lines(row.held_back(where), above, row.ticked, row.paper, where)
            lines += [Line(above, place).saying(text, place) for text, place in row.told]
            self.lines += lines
            self.lost += [] if lines or row.asked else [NotUnderstood(where, above.name)]
