"""Lists that stand inside a form: people of concern, family, professionals, places."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.intake.papers import Cell, NotUnderstood
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.children_grids import lists_children, read_children
from models.intake.understanding.context import OWN, Context
from models.intake.understanding.elements import Element, Grid, Pair
from models.intake.understanding.grid_rows import lost, text_of, where_of
from models.intake.understanding.guessed import TELLING
from models.intake.understanding.lexicon import STRUCTURAL, Match, is_title, recognise, section_of
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.matrices import ANSWERED
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.own_row import own_row
from models.intake.understanding.parted import parted
from models.intake.understanding.people_grids import (
    FAMILY,
    PROFESSIONAL,
    RELATION,
    family,
    lead_among,
    named_whole,
    names_people,
    of_concern,
    sort_of_people,
)
from models.intake.understanding.records import Growing
from models.intake.understanding.value import Value
from models.intake.understanding.values import read_value
from models.intake.understanding.vehicle_grids import KINDS as VEHICLED
from models.intake.understanding.vehicle_grids import read_vehicles
from models.intake.understanding.vehicle_heads import heads_vehicles
from models.intake.understanding.wording import label_key, tokens

PARTED = ("child", "assessment", "update")
PEOPLE = {
    FAMILY: "siblings",
    "parent": "siblings",
    PROFESSIONAL: "professionals",
    "lead": "professionals",
}
ASKED = TELLING | ANSWERED | {"indicators"}
CHILD, PARENT, SUBJECT = "child", "parent", frozenset({"name", "first_name", "surname"})
OWN_PEOPLE = frozenset({"lead", "parent_name", "parent", "gp"})
LEAST_BESIDE = 3  # columns beside the one that names them
ABOUT, BORN = 0.75, 0.8  # how sure a title is of what a list is of, and a header
OF_CHILDREN = frozenset({"person_of_concern", "location", "group", "theme"})
_UNKNOWN = re.compile(r"\W*(?:n/?k|unk|not known|unknown|no name)\b(?=\W)(?!\W*$)", re.IGNORECASE)
_BOTH = re.compile(r"\s*[/,&]\s*|\s+(?:and|or)\s+")
NAMES = frozenset({"name", "full name", "name known", "names"})
REST = frozenset({"other", "others", "other details", "other information", "comments", "notes"})
PLACES = frozenset({
    "place", "places", "location", "locations", "venue", "venues", "premises", "hotspot",
    "hotspots", "name of place", "place name", "location name", "name of location",
    "place location",
})  # fmt: skip
OF_CHILD = frozenset({"dob", "la_id", "nhs", "upn", "school", "plan"})
SINCE = frozenset({"from", "to", "until", "start", "end", "moved", "placed"})
"""Heads beside a place that a child lived in, and was not worried about."""
_PERSONAL = ("alias", "vehicle", "phone", "description", "relationship")


def read_form_grid(growing: Growing, grid: Grid, context: Context) -> list[NotUnderstood]:
    """Read a list inside a form into the record; return the rows that no field took."""
    if context.kind in VEHICLED and heads_vehicles(grid.headers):
        return read_vehicles(growing, grid)
    section = _section(grid, context.kind)
    grid = named_whole(grid) if section in PEOPLE or section == "associate" else grid
    if section in PEOPLE and context.kind in PARTED:
        if PEOPLE[section] == "siblings":
            family(growing, grid)
            of_concern(growing, grid)
        else:
            lead_among(growing, grid)
        return _as_text(growing, grid, PEOPLE[section])
    if section == "associate" or (context.kind == "child" and _holds_associates(grid)):
        return _associates(growing, grid)
    if section in PEOPLE:
        return _as_text(growing, grid, PEOPLE[section])
    if section == "place" and context.kind != "location":
        return _places(growing, grid)
    if context.kind in OF_CHILDREN and lists_children(grid, context):
        return read_children(growing, grid)
    if context.kind == "child":
        own_row(growing, grid, context)
    return [lost(grid, row) for row in grid.rows]


def lists_others(grid: Grid, context: Context) -> bool:
    """Say whether a list inside a form about a child is of its family, of those who help it, or
    of people with nicknames, cars and telephones, whose days of birth nobody asks."""
    if context.kind not in PARTED or _section(grid, context.kind) in PEOPLE:
        return context.kind in PARTED
    asked = {one.field for one in columns_of(grid, context) if one}
    return context.kind == "child" and _holds_associates(grid) and not asked & OF_CHILD


def without_groups(grid: Grid) -> Grid:
    """Return a list without a first column that only names the columns beside it: "FAMILY"."""
    beside = [row[0] for row in grid.rows]
    if len(grid.headers) <= LEAST_BESIDE or any(beside) or section_of(grid.headers[0]) is None:
        return grid
    section = grid.section or section_of(grid.headers[0])
    rows = tuple(row[1:] for row in grid.rows)
    return replace(grid, headers=grid.headers[1:], rows=rows, section=section)


def names_subject(grid: Grid, context: Context) -> bool:
    """Say whether the one row of a grid may name whom a form is about, under no others' heading."""
    others = section_of(grid.caption) if grid.caption else None
    named = len(grid.rows) == 1 and grid.section in (None, CHILD, OWN.get(context.kind))
    found = [context.label(header) for header in grid.headers] if named else []
    born = any(one and one.field == "dob" and one.score >= BORN for one in found)
    least = ABOUT if born else BORN  # whose day of birth is asked beside a name is a person
    asked = any(one and one.field in SUBJECT and one.score >= least for one in found)
    return asked and others in (None, CHILD, OWN.get(context.kind))


def heads_subject(elements: Iterable[Element], context: Context) -> bool:
    """Say whether one of several grids has a single row, which names whom the form is about."""
    grids = [element for element in elements if isinstance(element, Grid)]
    return len(grids) > 1 and any(names_subject(grid, context) for grid in grids)


def goes_with(grid: Grid, own: Grid) -> bool:
    """Say whether a row of a form is of whom another names: the same, or of its table in Word."""
    table, comma, _ = own.where.partition(",")
    same = bool(comma) and grid.where.startswith(f"{table},") and grid.section == own.section
    return grid is own or same and not names_people(grid)


def in_pairs(grid: Grid, context: Context, own: bool = False) -> list[Pair]:
    """Return the labels of a header row with the answers in the one row under it.

    `own` says that the row names whom the form is about, and nobody else.
    """
    grid = replace(grid, section=None, caption="") if _tells_of_form(grid, context) else grid
    whole, grid = grid, without_groups(grid)
    section = _section(grid, context.kind)
    listed = section in ("associate", *PEOPLE) and (grid is whole or names_people(grid))
    listed = listed or section == "place" and context.kind != "location"
    listed = listed or context.kind == "child" and _holds_associates(grid)
    listed = listed or context.kind in OF_CHILDREN and lists_children(grid, context)
    listed = listed or context.kind in VEHICLED and heads_vehicles(grid.headers)
    if len(grid.rows) != 1 or listed and not (own or _names_whom(grid, context)):
        return []
    found = columns_of(grid, context)
    asked = [context.label(header, grid.section) for header in grid.headers]
    found = [
        one or (its if its and its.field == "referrer" else None)
        for one, its in zip(found, asked, strict=True)
    ]
    columns = zip(grid.headers, found, grid.rows[0], strict=True)
    return [
        pair
        for header, match, cell in columns
        for pair in parted(
            Pair(
                header, cell.text if cell else "", cell.where if cell else "", match, grid.section
            ),
            context,
        )
        if cell is not None
    ]


def _tells_of_form(grid: Grid, context: Context) -> bool:
    """Say whether heads ask what a form tells in words, of whomever a heading above them speaks."""
    told = sum(_tells(header, context.kind) for header in grid.headers)
    return len(grid.rows) == 1 and 2 * told >= len(grid.headers) and not names_people(grid)


def _tells(header: str, kind: str) -> bool:
    found = recognise(kind, header)
    return found is not None and found.field in ASKED and found.score >= BORN


def _names_whom(grid: Grid, context: Context) -> bool:
    """Say whether the first head asks for one of the child's own people, and a name answers it."""
    own = grid.section in (None, CHILD, PARENT)
    asked = context.label(grid.headers[0]) if own else None
    cell = grid.rows[0][0]
    named = cell is not None and looks_like_name(read_name(cell.text).name)
    return named and not names_people(grid) and asked is not None and asked.field in OWN_PEOPLE


def _section(grid: Grid, kind: str) -> str | None:
    """Return whose details a list gives, by its title or by what its columns hold."""
    told = _announced(grid.headers[0], kind) if kind in PARTED and grid.headers else None
    above = None if is_title(grid.caption) else section_of(grid.caption)
    named = told if told in PEOPLE else grid.section or above
    if kind not in PARTED or named in ("associate", "place", *PEOPLE):
        return named
    return sort_of_people(named_whole(grid)) or named or ("place" if _of_places(grid) else None)


def _announced(header: str, kind: str) -> str | None:
    """Return whose details a first head announces, where it asks nothing that a form tells."""
    return None if _tells(header, kind) else section_of(header)


def _of_places(grid: Grid) -> bool:
    """Say whether a list's first column, or its title, asks where the child goes."""
    lived = any(tokens(header) & SINCE for header in grid.headers)
    if label_key(grid.headers[0]) in PLACES and not lived:
        return True
    asked = recognise("child", grid.headers[0]), recognise("child", grid.caption)
    sure = zip(asked, (BORN, ABOUT), strict=True)
    return any(one and one.field == "places" and one.score >= least for one, least in sure)


def _holds_associates(grid: Grid) -> bool:
    found = [_asked(header) for header in grid.headers]
    fields = {match.field for match in found if match and match.score >= 0.85}
    return "name" in fields and len(fields & set(_PERSONAL)) >= 2


def _asked(header: str) -> Match | None:
    """Return what a column says of a person of concern, "Associate name" as well as "Name"."""
    first, *others = _BOTH.split(header)
    if others and label_key(first) in NAMES:  # "Name / nickname" asks for the name before all
        return Match("name", 0.9)
    if tokens(header) & RELATION:
        return Match("relationship", 0.9)
    if label_key(header) in REST:
        return Match("description", 0.9)
    led = recognise("person_of_concern", first) if others else None
    if led and led.field in _PERSONAL and led.score >= STRUCTURAL:
        return led  # "Nickname / street name", "Phone / social media"
    plain, own = recognise("person_of_concern", header), recognise("child", header)
    part = own.field.removeprefix("associate_") if own else ""
    if own and own.score >= 0.85 and part != own.field:
        return Match(part, own.score)
    if own and own.field == "associates" and own.score >= 0.85 and ":" not in header:
        return Match("name", own.score)
    about, colon, rest = header.rpartition(":")
    named = recognise("child", about) if colon else None
    if named and named.field == "associates" and named.score >= STRUCTURAL:
        return recognise("person_of_concern", rest)
    return plain


def _associates(growing: Growing, grid: Grid) -> list[NotUnderstood]:
    matches = [_asked(header) for header in grid.headers]
    people, texts = [], []
    for row in grid.rows:
        person = _person(matches, row)
        if any(person.values()):
            people.append(person)
            texts.append(text_of(grid, row))
    pair = Pair("", "\n".join(texts), grid.where, Match("associates", 0.95))
    if people:
        growing.put(Value("associates", tuple(people)), pair)
    return []


def _person(matches: list[Match | None], row: tuple[Cell | None, ...]) -> dict[str, object]:
    person: dict[str, object] = {"name": None, "alias": None, "vehicle": None, "phone": None}
    for match, cell in zip(matches, row, strict=True):
        if cell is None or says_nothing(cell.text):
            continue
        name = match.field if match and match.score >= 0.6 else "description"
        text = cell.text
        if name == "name" and (unknown := _UNKNOWN.match(text)):
            name, text = "description", text[unknown.end() :].strip(" ,;-–")
        for value in read_value("person_of_concern", name, text, 2000):
            plain = value.value.isoformat() if hasattr(value.value, "isoformat") else value.value
            if value.name not in person or person[value.name] is None:
                person[value.name] = plain
            elif plain:
                person[value.name] = f"{person[value.name]}; {plain}"
    return person


def _as_text(growing: Growing, grid: Grid, name: str) -> list[NotUnderstood]:
    for row in grid.rows:
        text = text_of(grid, row)
        growing.put(Value(name, text), Pair("", text, where_of(grid, row), Match(name, 0.9)))
    return []


def _places(growing: Growing, grid: Grid) -> list[NotUnderstood]:
    for row in grid.rows:
        texts = [cell.text for cell in row if cell and cell.text.strip()]
        if texts:
            pair = Pair("", text_of(grid, row), where_of(grid, row), Match("places", 0.9))
            growing.put(Value("places", (texts[0],)), pair)
    return [lost(grid, row) for row in grid.rows if sum(cell is not None for cell in row) > 1]
