"""Lists: a header row and one record on each row under it."""

import re
from collections import Counter

from models import codes
from models.intake.papers import Cell, NotUnderstood, ReadRecord
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.finish import finish
from models.intake.understanding.lexicon import STRUCTURAL, Match, rivals
from models.intake.understanding.records import Growing, row_text
from models.intake.understanding.ticks import is_tick
from models.intake.understanding.times import with_times
from models.intake.understanding.value import Value
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key, tokens

BANDED = 4  # columns: a list of fewer may name each of its own in one word
WHOM = ("name", "surname", "first_name", "la_id")
SUBJECT = ("subject",)
CHILD, NAMING = "child", ("name", "first_name", "surname", "dob")
OUTRIGHT = 1.5  # "Full name of the child" outweighs a bare "Name", which is who filled it in
_BANDS = {
    "members": "agency",
    "tracker": "district",
}  # what a row across heads in a list that has no such column
SURE_OF_TICKS = 0.9
SUITED = 0.5
NUMBERED = ("tracker", "missing", "persons")
NUMBER = frozenset({"number", "id", "reference"})
_SYSTEM = re.compile(r"\s*[A-Za-z]{0,5}[\s/-]{0,2}\d{4,12}[A-Za-z]?\s*")  # LCS-774120, 1187342
_TITLE = re.compile(
    r"\s*(?:mr|mrs|ms|miss|mx|dr|prof|rev|cllr|sir|pc|pcso|dc|ds|di|dci|dsu|sgt|insp)\.?\s*$",
    re.IGNORECASE,
)
_HINT = re.compile(r"\(([^()]+)\)")
IDENTITY = {
    "actions": ("text",),
    "reply": ("text", "response", "ref"),
    "intelligence": ("text",),
    "members": ("name", "surname", "first_name", "email"),
    "location": ("name",),
    "group": ("name",),
    "theme": ("name",),
}


def columns_of(grid: Grid, context: Context) -> list[Match | None]:
    """Return the field of each column; of two columns for one field the surer has it.

    One whose words mean another field as well leaves the field to one that can mean no other.
    """
    found = _without_titles(_labels(grid, context), grid)
    found = [None if _ticks_kind(grid, at) else match for at, match in enumerate(found)]
    found = _shared_out(found, grid, context.kind)
    found = _numbered(_better(found, grid, context.kind), grid, context.kind)
    best: dict[str, int] = {}
    for place, match in enumerate(found):
        if match is None:
            continue
        rival = best.get(match.field)
        other = found[rival] if rival is not None else None
        if (
            rival is None
            or other is None
            or _worth(grid, place, match, context.kind) > _worth(grid, rival, other, context.kind)
        ):
            best[match.field] = place
    return [
        match if match and best[match.field] == place else None for place, match in enumerate(found)
    ]


def _labels(grid: Grid, context: Context) -> list[Match | None]:
    """Return what each header means; where two differ in brackets alone, the brackets tell."""
    bare = Counter(map(label_key, grid.headers))
    labels = [context.label(header, grid.section) for header in grid.headers]
    for place, header in enumerate(grid.headers):
        hint = _HINT.search(header) if bare[label_key(header)] > 1 else None
        told = context.label(hint[1], grid.section) if hint else None
        if told and told.score >= 1 and told.field not in WHOM + SUBJECT:
            labels[place] = told
    return labels


def _better(found: list[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Give a column whose texts do not suit its field another that its header means as well."""
    taken = {match.field for match in found if match}
    for place, match in enumerate(found):
        if match is None or not _texts(grid, place) or _fits(grid, place, match, kind) >= SUITED:
            continue
        others = (one for one in rivals(kind, grid.headers[place]) if one.field not in taken)
        other = next((one for one in others if _fits(grid, place, one, kind) > SUITED), None)
        if other:
            found[place] = other
            taken.add(other.field)
    return found


def _without_titles(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Leave a column of Mr, Mrs, Dr and ranks alone: it is nobody's role."""
    return [
        None if match and match.field == "role" and _are_titles(grid, place) else match
        for place, match in enumerate(found)
    ]


def _ticks_kind(grid: Grid, place: int) -> bool:
    """Say whether a column is headed by a kind of exploitation and holds nothing but ticks."""
    texts = _texts(grid, place)
    ticked = bool(texts) and all(is_tick(text) is not None for text in texts[:-1] or texts)
    return ticked and codes.recognise("exploitation_types", grid.headers[place]) is not None


def _with_kinds(growing: Growing, grid: Grid, row: tuple[Cell | None, ...]) -> None:
    """Take the kinds of exploitation whose columns are ticked."""
    kinds = tuple(
        head.strip()
        for at, head in enumerate(grid.headers)
        if (cell := row[at]) is not None and is_tick(cell.text) and _ticks_kind(grid, at)
    )
    if kinds and growing.get("types") is None:
        pair = Pair("", "; ".join(kinds), _where(row), Match("types", SURE_OF_TICKS))
        growing.put(Value("types", kinds), pair)
        growing.lost = [one for one in growing.lost if one.text.partition(":")[0] not in kinds]


def _are_titles(grid: Grid, place: int) -> bool:
    texts = _texts(grid, place)
    return bool(texts) and all(_TITLE.match(text) for text in texts)


def _texts(grid: Grid, place: int) -> list[str]:
    return [cell.text for row in grid.rows if (cell := row[place]) and cell.text.strip()]


def _numbered(found: list[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Take the one unknown column of numbers for the system number, where no column has it."""
    if kind not in NUMBERED or any(match and match.field == "la_id" for match in found):
        return found
    unknown = [
        place
        for place, match in enumerate(found)
        if match is None and tokens(grid.headers[place]) & NUMBER and _are_numbers(grid, place)
    ]
    if len(unknown) == 1:
        found[unknown[0]] = Match("la_id", STRUCTURAL)
    return found


def _are_numbers(grid: Grid, place: int) -> bool:
    texts = _texts(grid, place)
    return bool(texts) and len(set(texts)) == len(texts) and all(map(_SYSTEM.fullmatch, texts))


def _worth(grid: Grid, place: int, match: Match, kind: str) -> float:
    """Weigh what a column's header says against what stands under it."""
    own = CHILD in tokens(grid.headers[place]) and match.field in NAMING
    return (OUTRIGHT if own else match.score) * (0.5 + _fits(grid, place, match, kind))


def _shared_out(found: list[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Give columns that share a field the next field their header means, the unlikeliest first."""
    taken = Counter(match.field for match in found if match)
    shared = [(at, match) for at, match in enumerate(found) if match and taken[match.field] > 1]
    for place, match in sorted(
        shared, key=lambda one: (_fits(grid, one[0], one[1], kind), -one[0])
    ):
        others = (m for m in rivals(kind, grid.headers[place]) if m.score >= match.score - 0.02)
        other = next((m for m in others if not taken[m.field]), None)
        if other is not None and taken[match.field] > 1:
            taken.subtract([match.field])
            taken.update([other.field])
            found[place] = other
    return found


def _fits(grid: Grid, place: int, match: Match, kind: str) -> float:
    """Say how well the first texts of a column read as the field."""
    texts = _texts(grid, place)[:20]
    fits = [_fit(read_value(kind, match.field, text, 2000), match.field) for text in texts]
    return sum(fits) / len(fits) if fits else 0.0


def _fit(values: list[Value], field: str) -> float:
    return next((one.fit for one in values if one.name == field and one.value is not None), 0.0)


def is_list(grid: Grid, context: Context) -> bool:
    """Say whether each row of a grid can be a record of the paper's kind."""
    fields = {match.field for match in columns_of(grid, context) if match}
    return bool(grid.rows) and len(fields) >= 2 and bool(fields & set(_identity(context.kind)))


def _identity(kind: str) -> tuple[str, ...]:
    return IDENTITY.get(kind, WHOM)


def read_rows(
    grid: Grid, context: Context, this_year: int
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return a record for each row that names someone or something, and what was left over."""
    grid = with_times(grid)
    columns = columns_of(grid, context)
    records: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    heads = _BANDS.get(context.kind, "")
    heads = "" if any(match and match.field == heads for match in columns) else heads
    band: Pair | None = None
    for row in grid.rows:
        if heads and _is_across(row):
            band = Pair(heads, _texts_of(row)[0], _where(row), Match(heads, SUITED))
            continue
        growing = _read_row(grid.headers, columns, row, context.kind, this_year)
        if band:
            growing.take(band)
        named = any(growing.get(name) for name in _identity(context.kind))
        if named and not _is_total(row) and not _is_band(row):
            _not_core(growing, grid, columns, row)
            _with_kinds(growing, grid, row)
            finish(growing)
            records.append(growing.finished())
            lost += growing.lost
        else:
            texts = [cell.text if cell else "" for cell in row]
            lost.append(NotUnderstood(_where(row), row_text(_named(grid.headers, row), texts)))
    return records, lost


def _read_row(
    headers: tuple[str, ...],
    columns: list[Match | None],
    row: tuple[Cell | None, ...],
    kind: str,
    this_year: int,
) -> Growing:
    growing = Growing(kind, _where(row), this_year)
    for header, match, cell in zip(headers, columns, row, strict=True):
        if cell is not None and cell.text.strip():
            growing.take(Pair(header, cell.text, cell.where, match))
    return growing


def _not_core(
    growing: Growing, grid: Grid, columns: list[Match | None], row: tuple[Cell | None, ...]
) -> None:
    """Take a member without a tick under "Core" for one who is asked in, where others have one."""
    at = next((at for at, match in enumerate(columns) if match and match.field == "core"), None)
    if at is None or growing.kind != "members" or growing.get("core") is not None:
        return
    texts = _texts(grid, at)
    if texts and all(is_tick(text) for text in texts):
        pair = Pair(grid.headers[at], "", _where(row), columns[at])
        growing.put(Value("core", False, 0.8, "no tick under this heading"), pair)


def _is_total(row: tuple[Cell | None, ...]) -> bool:
    first = next((cell.text for cell in row if cell), "")
    return bool(re.match(r"\W*(?:(?:grand|sub)[ -]?)?totals?\b", first, re.IGNORECASE))


def _is_band(row: tuple[Cell | None, ...]) -> bool:
    """Say whether a row only heads the rows below it: one word across, such as a district."""
    said = [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]
    alone = len(said) == 1 and len(row) >= BANDED
    return alone and not any(letter.isdigit() for letter in said[0]) and " " not in said[0]


def _is_across(row: tuple[Cell | None, ...]) -> bool:
    """Say whether a row is one text across, such as the agency of the members under it."""
    texts = _texts_of(row)
    return len(texts) == 1 and len(row) >= BANDED and "@" not in texts[0]


def _texts_of(row: tuple[Cell | None, ...]) -> list[str]:
    return [cell.text.strip() for cell in row if cell is not None and cell.text.strip()]


def _named(headers: tuple[str, ...], row: tuple[Cell | None, ...]) -> tuple[str, ...]:
    """Leave the headers out of a row that is one word across, such as a district's band."""
    return headers if sum(cell is not None for cell in row) > 1 else ("",) * len(headers)


def _where(row: tuple[Cell | None, ...]) -> str:
    return next((cell.where for cell in row if cell), "")
