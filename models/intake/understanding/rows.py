"""Lists: a header row and one record on each row under it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.intake.hearing import tell
from models.intake.papers import Cell, NotUnderstood, ReadRecord
from models.intake.understanding.above_rows import subject_named
from models.intake.understanding.across_rows import (
    PERHAPS_A_NAME,
    is_across,
    is_band,
    is_total,
    may_name_somebody,
    names_group,
    texts_of,
)
from models.intake.understanding.context import Context
from models.intake.understanding.counted_columns import counting_columns, without_count
from models.intake.understanding.elements import Element, Grid, Pair
from models.intake.understanding.finish import finish
from models.intake.understanding.form_grids import OF_CHILDREN, lists_others
from models.intake.understanding.gone_on import in_whole
from models.intake.understanding.grid_rows import row_text
from models.intake.understanding.group_headings import is_group_heading, told_by
from models.intake.understanding.key_rows import is_legend, without_number
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.list_columns import SUITED, SURE_OF_HEADER, WHOM, columns_of
from models.intake.understanding.near_listed import mark_near_names
from models.intake.understanding.records import Growing
from models.intake.understanding.return_titles import meeting_in_title
from models.intake.understanding.ticked_columns import (
    holds_ticks,
    is_marked,
    ticked_kinds,
    ticked_plans,
)
from models.intake.understanding.times import with_times
from models.intake.understanding.under_heads import is_forms_own
from models.intake.understanding.value import Value
from models.intake.understanding.wording import tokens

_EITHER = re.compile(r"[\s(\[–-]*\by(?:es)?\s*/\s*no?\b[)\]]?\s*$", re.IGNORECASE)
"""What a head of ticks asks for behind its kind: "CSE Y/N"."""
Row = tuple[Cell | None, ...]
CHILD, LEAST_IN_TURNS = "child", 3
HEADED = {"members": "agency", "tracker": "district", "actions": "subject"}
"""What a row across says of the rows under it, in a list that has no column for it."""
OF_PEOPLE = frozenset({"tracker", "missing", "persons", "members"})
MOST_SUMMED = 2  # cells of a row that counts, below a row of totals
SURE_OF_TICKS, PERHAPS = 0.9, 0.5
AT_ONCE, UNDERSTANDING = 200, "understanding its rows"
IDENTITY = {
    "actions": ("text",),
    "reply": ("text", "response", "ref"),
    "intelligence": ("text",),
    "members": ("name", "surname", "first_name", "email"),
    "location": ("name",),
    "group": ("name",),
    "theme": ("name",),
}


def is_list(grid: Grid, context: Context) -> bool:
    """Say whether each row of a grid can be a record of the paper's kind."""
    if lists_others(grid, context) or context.kind in OF_CHILDREN and _names_children(grid):
        return False
    fields = {match.field for match in columns_of(grid, context) if match}
    return bool(grid.rows) and len(fields) >= 2 and bool(fields & set(_identity(context.kind)))


def rows_in_turns(elements: Sequence[Element]) -> list[Grid]:
    """Return the grids of one row that stand several to a table in Word: a form, and no list."""
    alone = [one for one in elements if isinstance(one, Grid) and len(one.rows) == 1]
    tables = Counter(one.where.partition(",")[0] for one in alone if "," in one.where)
    return [one for one in alone if tables[one.where.partition(",")[0]] >= LEAST_IN_TURNS]


def _names_children(grid: Grid) -> bool:
    """Say whether a column is headed "Child's name": nobody under it is a person of concern."""
    asked = [head for head in grid.headers if CHILD in tokens(head)]
    return any((one := recognise("persons", head)) and one.field == "name" for head in asked[:1])


def _identity(kind: str) -> tuple[str, ...]:
    return IDENTITY.get(kind, WHOM)


def read_rows(
    grid: Grid, context: Context, above: Growing, key: Mapping[str, str]
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return a record for each row that names someone or something, and what was left over.

    `above` holds what is said once above the list, `key` what the paper's own letters stand for.
    """
    own, grid = _without_forms_own(grid)
    grid = with_times(without_count(grid, context.kind))
    columns = columns_of(grid, context)
    grid = in_whole(grid, columns, context.kind, key)
    reader = _RowReader(grid, columns, context.kind, above)
    reader.lost += own
    for at, row in enumerate(grid.rows):
        if at % AT_ONCE == AT_ONCE - 1:
            tell(at, len(grid.rows), UNDERSTANDING)
        reader.read(row)
    reader.leave_band()
    return mark_near_names(reader.records, context.kind), reader.lost


def _without_forms_own(grid: Grid) -> tuple[list[NotUnderstood], Grid]:
    """Return the first row as text where it is the form's own, and the list without it."""
    if len(grid.rows) < 2 or not is_forms_own(grid.rows[0]):
        return [], grid
    own = [NotUnderstood(cell.where, cell.text) for cell in grid.rows[0] if cell]
    return own, replace(grid, rows=grid.rows[1:])


@dataclass
class _RowReader:
    """Reads the rows of one list; what its columns tell together is found once."""

    grid: Grid
    columns: list[Match | None]
    kind: str
    above: Growing
    records: list[ReadRecord] = field(default_factory=list)
    lost: list[NotUnderstood] = field(default_factory=list)
    band: Pair | None = None
    met: Pair | None = None
    summed: bool = False
    headed: bool = False
    asked: bool = False
    told: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.columns = [_standing(match) for match in self.columns]
        told = {match.field: at for at, match in enumerate(self.columns) if match}
        self.told = frozenset(told)
        heads = HEADED.get(self.kind, "")
        self.heads = "" if heads in told else heads
        self.kinds = ticked_kinds(self.grid) if "types" not in told else frozenset()
        self.plans = ticked_plans(self.grid, self.kind) if "plan" not in told else frozenset()
        core = told.get("core")
        self.counts = counting_columns(self.grid, self.kind)
        self.core = core if core is not None and holds_ticks(self.grid, core) else None

    def read(self, row: Row) -> None:
        """Take a row for a record, for what heads the rows below it, or for a text left over."""
        if self.kind == "actions" and is_across(row) and (met := self._meeting(row)):
            self.met = met
            return
        if self._tells_group(row):
            return
        if self._may_head(row) and (heading := self._heading(row)):
            self.leave_band()
            self.band = Pair(self.heads, heading, _where(row), Match(self.heads, SUITED))
            self.asked = self.kind == "tracker" and may_name_somebody(row)
            return
        growing = self._growing(row)
        named = any(growing.get(name) for name in _identity(self.kind))
        self.summed = self.summed or is_total(row)
        count = self.summed and len(texts_of(row)) <= MOST_SUMMED
        about_nobody = count or is_total(row) or is_legend(texts_of(row))
        if named and not about_nobody and not self._is_band(row):
            for name, told in self.above.fields.items():
                growing.fields.setdefault(name, told)
            finish(growing)
            self._ask_of_band(growing)
            self.records.append(growing.finished())
            self.lost += growing.lost
            self.headed = True
        else:
            texts = [cell.text if cell else "" for cell in row]
            said = row_text(_named(self.grid.headers, row), texts)
            self.lost.append(NotUnderstood(_where(row), said))

    def _tells_group(self, row: Row) -> bool:
        """Whether a row only heads those below it, of whom it may tell the team or the kind."""
        if not is_group_heading(row, self.grid, self.kind) or not self._stands_over(row):
            return False
        text, field = texts_of(row)[0], told_by(texts_of(row)[0], self.kind)
        if not field and self._may_head(row) and self._heading(row):
            return False
        self.leave_band()
        told = Pair(field, text, _where(row), Match(field, SUITED))
        self.band = told if field and field not in self.told else None
        if self.band is None:
            self.lost.append(NotUnderstood(_where(row), text))
        return True

    def leave_band(self) -> None:
        """Leave the text across that headed the rows above; one that headed none is left over."""
        if self.band and not self.headed:
            self.lost.append(NotUnderstood(self.band.where, self.band.value))
        self.headed = False

    def _ask_of_band(self, growing: Growing) -> None:
        """Ask once whether a text that heads the rows below it is a child's name."""
        field = growing.fields.get(self.heads)
        if self.asked and self.band and field and field.where == self.band.where:
            growing.fields[self.heads] = replace(field, sure=PERHAPS, note=PERHAPS_A_NAME)
        self.asked = False

    def _may_head(self, row: Row) -> bool:
        """Say whether a row is one text across, and no answer in a column of its own."""
        return bool(self.heads) and is_across(row) and self._stands_over(row)

    def _stands_over(self, row: Row) -> bool:
        """Say whether a row's one text stands where a heading does: a lone note heads nobody."""
        at, cell = next((at, one) for at, one in enumerate(row) if one and one.text.strip())
        match = self.columns[at]
        merged = cell.span > 1 and not self._are_merged(at)
        whom = match is not None and match.field in WHOM
        return at == 0 or merged or whom or not self.grid.headers[at].strip()

    def _are_merged(self, at: int) -> bool:
        """Say whether the answers in a column stand in merged cells themselves."""
        rows = (row for row in self.grid.rows if len(texts_of(row)) > 1)
        return any(cell is not None and cell.span > 1 for row in rows for cell in row[at : at + 1])

    def _is_band(self, row: Row) -> bool:
        return is_band(row, self.kind in OF_PEOPLE)

    def _heading(self, row: Row) -> str:
        """Return what a row across says of the rows below it, "" where it says nothing."""
        text = texts_of(row)[0]
        named = subject_named(text) if self.kind == "actions" else self._labelled(text)
        return without_number(named or (text if names_group(text) else ""))

    def _labelled(self, text: str) -> str:
        """Return what stands behind the field's own label across: "DISTRICT: NORTH HALLAM"."""
        label, colon, said = text.partition(":")
        asked = recognise(self.kind, label) if colon else None
        known = asked is not None and asked.field == self.heads and asked.score >= SURE_OF_TICKS
        return said.strip() if known else ""

    def _meeting(self, row: Row) -> Pair | None:
        """Return the meeting at which a row across says that the actions below it were agreed."""
        met = meeting_in_title(texts_of(row)[0], self.above.this_year)
        told = Match("meeting", SUITED)
        return Pair("Meeting", met.isoformat(), _where(row), told) if met else None

    def _growing(self, row: Row) -> Growing:
        growing = Growing(self.kind, _where(row), self.above.this_year)
        for at, (header, match) in enumerate(zip(self.grid.headers, self.columns, strict=True)):
            cell = row[at]
            if cell is None or not cell.text.strip():
                continue
            if at in self.counts and not any(map(str.isalpha, cell.text)):
                continue
            if at not in self.kinds | self.plans or is_marked(cell.text) is None:
                growing.take(Pair(header, cell.text, cell.where, match))
        for said in filter(None, (self.band, self.met)):
            growing.take(said)
        self._ticked(growing, row)
        return growing

    def _ticked(self, growing: Growing, row: Row) -> None:
        """Take kinds and plans whose columns are ticked; a member without a tick is not core."""
        kinds, plans = self._marked(row, self.kinds), self._marked(row, self.plans)
        if plans:
            growing.take(Pair("", ", ".join(plans), _where(row), Match("plan", SURE_OF_TICKS)))
        if kinds:
            pair = Pair("", "; ".join(kinds), _where(row), Match("types", SURE_OF_TICKS))
            growing.put(Value("types", kinds), pair)
        if self.core is not None and growing.get("core") is None:
            header, match = self.grid.headers[self.core], self.columns[self.core]
            pair = Pair(header, "", _where(row), match)
            growing.put(Value("core", False, 0.8, "no tick under this heading"), pair)

    def _marked(self, row: Row, places: frozenset[int]) -> tuple[str, ...]:
        """Return the heads of those columns that are ticked in a row."""
        ticked = [at for at in sorted(places) if (cell := row[at]) and is_marked(cell.text)]
        return tuple(_EITHER.sub("", self.grid.headers[at]).strip() for at in ticked)


def _standing(match: Match | None) -> Match | None:
    """What a plain head means stands for every cell below it, whatever one of them holds."""
    return replace(match, settled=True) if match and match.score >= SURE_OF_HEADER else match


def _named(headers: tuple[str, ...], row: Row) -> tuple[str, ...]:
    """Leave the headers out of a row that is one word across, such as a district's band."""
    several = sum(cell is not None for cell in row) > 1
    own = len(texts_of(row)) == 1 and not (row[0] and row[0].text.strip())
    return headers if several or own else ("",) * len(headers)


def _where(row: Row) -> str:
    return next((cell.where for cell in row if cell), "")
