"""An agency's return: what it says about each child, line by line, with kind and sharing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.intake.papers import NotUnderstood, ReadRecord
from models.intake.understanding.across_rows import noted
from models.intake.understanding.child_heads import ChildHeads, is_general
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, MatrixRow, Pair
from models.intake.understanding.forms import left_over
from models.intake.understanding.forms_own import is_boilerplate
from models.intake.understanding.headed import other_than_child
from models.intake.understanding.lexicon import Match, is_title
from models.intake.understanding.lines import Line, Whom, is_nothing_known, line_record, typed_line
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.minuted import as_sharing
from models.intake.understanding.return_columns import (
    KINDS_OF_TEXT,
    PARTS,
    describes_child,
    heads_alone,
    own_texts,
    signed,
    told_by,
    with_text_column,
)
from models.intake.understanding.return_head import FROM_LETTERHEAD, Head
from models.intake.understanding.return_leads import behind_child, led, of_row
from models.intake.understanding.return_lines import (
    known_lines,
    marks_line_above,
    not_known,
    restricts_nothing,
    ticks_nothing_known,
    told_lines,
)
from models.intake.understanding.return_marks import told_whole, without_closing
from models.intake.understanding.return_places import (
    at_page_end,
    first_place,
    row_of,
    taken_out,
)
from models.intake.understanding.return_rows import ABOUT_PAPER, WHOM, RowSaid

LONGEST_BODY = 9  # words of a body at the head of a letter
MARKS = frozenset({"sharing", "kind"})
_OF_PANEL = re.compile(r"\b(?:panel|mace|mase|meeting|form|report|return)\b", re.IGNORECASE)


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
    reader.heads = ChildHeads(elements, this_year)
    for element in map(told_whole, elements):
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
        self.head = Head(this_year)
        self.whom = Whom()
        self.lines: list[Line] = []
        self.lost: list[NotUnderstood] = []
        self.draft: dict[str, tuple[str, str]] = {}
        self.heads = ChildHeads((), this_year)
        self.rows: dict[str, Whom] = {}
        self.sent: date | None = None
        self.just_said = False

    def read(self, element: Element) -> None:
        before = len(self.lines)
        self._read(element)
        said = isinstance(element, Loose) and len(self.lines) > before
        self.just_said = said and not self.lines[-1].marked_already

    @property
    def _begun(self) -> bool:
        """Whether the paper has come to a child: its own head is above."""
        return bool(self.whom.name) or self.heads.begun

    def _read(self, element: Element) -> None:
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
        self.lost += self.head.close(self.sent)
        records = [line_record(line, self.head.fields, self.this_year) for line in self.lines]
        rows = {row_of(line.where) for line in self.lines if line.withheld}
        return records, [
            taken_out(text) if row_of(text.where) in rows else text for text in self.lost
        ]

    def _heading(self, heading: Heading) -> None:
        self._flush()
        text, where = heading.text, heading.where
        if is_general(text):
            self.whom = Whom()
        if at_page_end(where):
            self.lost += left_over(heading, "return")
        elif is_nothing_known(text):
            self.lines.append(Line(self.whom, where, text=text, nothing_known=True))
        elif not (self._heads_paper(heading) or self._child(text, where, heading.level)):
            self.lost += left_over(heading, "return")

    def _heads_paper(self, heading: Heading) -> bool:
        """Take a heading for the letterhead, for another subject than a child, or for a title."""
        text, where = heading.text, heading.where
        return (
            (not self._begun and self.head.takes_letterhead(heading))
            or self._other(text, where, led=True)
            or self.head.titled(text, where)
            or is_title(text)
        )

    def _other(self, text: str, where: str, *, led: bool = False) -> bool:
        """Read a heading that says itself that it is about a person, place, group or theme."""
        other = other_than_child(text, where, self.this_year, led=led)
        self.whom = other or self.whom
        return other is not None

    def _child(self, text: str, where: str, level: int = 0) -> bool:
        """Take the child that a line heads; below a head that may be another's stands nobody's."""
        whom = self.heads.child(text, where, level)
        if whom is None:
            if self.heads.may_be_next(text, level):
                self._flush()
                self.whom = Whom()
            return False
        self.whom = whom
        if more := behind_child(text, self.this_year):
            self.lost.append(NotUnderstood(where, more))
        return True

    def _pair(self, pair: Pair) -> None:
        if self.heads.heads_pair(pair):
            self._heading(Heading(pair.label, pair.where, 9, pair.section))
            if pair.value:
                self._loose(Loose(pair.value, pair.where, pair.section))
            return
        described = describes_child(pair.label, pair.match)
        field = "" if described else told_by(pair.label, pair.match)
        above = not (self.whom.name or self.lines)
        if field == "date" and above and "completed_by" in self.head.fields:
            pair, field = replace(pair, match=Match("returned", FROM_LETTERHEAD)), "returned"
        if field == "agency" and self.head.takes_sender(pair):
            return
        if field in ABOUT_PAPER and not (field == "agency" and self.whom.name and not signed(pair)):
            self.head.take(pair)
        elif field in WHOM:
            self._whom(pair, field)
        elif field == "nothing_known":
            self.lines += known_lines(pair, self.whom)
        elif field in MARKS and pair.value and self.just_said and not self.draft:
            self._mark_above(pair, field)
        elif field in PARTS and pair.value and not restricts_nothing(pair, field):
            if field in self.draft or (field == "date" and "text" in self.draft):
                self._flush()
            said = as_sharing(pair.label, pair.value) if field == "sharing" else pair.value
            value, closing = without_closing(said)
            self.lost += [NotUnderstood(pair.where, closing)] if closing else []
            self.draft[field] = (value, pair.where)
        elif pair.value and field != "return_to":
            self.lost.append(NotUnderstood(pair.where, pair.text))

    def _mark_above(self, pair: Pair, field: str) -> None:
        """Take "Sharing: chair only" right below a paragraph for who may read that paragraph."""
        line = self.lines[-1].under({field: (pair.value, pair.where)}, {})
        self.lines[-1] = line.saying(line.text, line.text_where, line.nothing_known)

    def _whom(self, pair: Pair, field: str) -> None:
        if not pair.value:
            return
        if self.whom.has(field) and (self.lines or self.draft or field == "name"):
            self._flush()
            self.whom = Whom()
        self.whom = self.whom.told(field, pair.value, pair.where, self.this_year)

    def _loose(self, loose: Loose) -> None:
        text = loose.text
        short = not self._begun and len(text.split()) <= LONGEST_BODY
        if (
            short
            and not _OF_PANEL.search(text)
            and self.head.takes_letterhead(Heading(text, loose.where, 9))
        ):
            return
        if not self._begun and self.head.titled(text, loose.where):
            return
        if at_page_end(loose.where):
            self.lost += left_over(loose, "return")
            return
        if marks_line_above(self.lines, self.whom, text):
            return
        ticked = ticks_nothing_known(text)
        if ticked is False:
            return
        if numbered := of_row(text, self.rows):
            self._flush()
            self.lines.append(typed_line(*numbered, loose.where, self.this_year))
            return
        begun = led(text, loose.where, self.asked, self.this_year)
        if begun:
            self._flush()
            self.whom, text = begun
        if ticked or is_nothing_known(text):
            self._flush()
            line = typed_line(self.whom, text, loose.where, self.this_year)
            self.lines.append(replace(line, nothing_known=True))
        elif (
            not begun
            and len(text) < 90
            and (self._other(text, loose.where) or self._child(text, loose.where))
        ):
            self._flush()
        elif is_boilerplate(text) or not self.whom.name or not without_closing(text)[0]:
            self.lost += left_over(loose, "return")
        else:
            self._flush()
            if self._beside_withheld(loose.where):
                self.lost.append(NotUnderstood(loose.where, text))
            else:
                self.heads.counts_on(text)
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
        columns = self.head.with_teams(grid.headers, columns)
        if not self.lines and heads_alone(grid, columns):
            for label, match, cell in zip(grid.headers, columns, grid.rows[0], strict=True):
                if cell is not None:
                    self._pair(Pair(label, cell.text, cell.where, match, grid.section))
            return
        names = any(match and match.field in ("name", "la_id", "surname") for match in columns)
        above, texts = Whom(), own_texts(grid, columns)
        for cells in grid.rows:
            if names and (note := noted(cells, columns)):
                self.lost.append(NotUnderstood(note.where, note.text))
                continue
            row = RowSaid(Whom() if names else self.whom, self.key, self.this_year, texts=texts)
            for header, match, cell in zip(grid.headers, columns, cells, strict=True):
                if cell is not None and cell.text.strip():
                    row.take(header, match, cell)
            # A line without a name goes on about the child of the line above.
            above = above if names and row.whom == Whom() else row.whom
            if names and cells[0] is not None and cells[0].text.strip().isdigit():
                self.rows[cells[0].text.strip()] = above
            where = first_place(cells)
            self.lost += row.left(where)
            lines = told_lines(row.held_back(where), above, row.ticked, row.paper, where)
            lines += [Line(above, place).saying(text, place) for text, place in row.told]
            lines = lines or not_known(grid, columns, above, where)
            self.lines += lines
            self.lost += [] if lines or row.asked else [NotUnderstood(where, above.name)]
