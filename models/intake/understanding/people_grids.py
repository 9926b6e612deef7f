"""Lists of people in a form told apart: the child's family, professionals, people of concern."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import Cell
from models.intake.understanding.answers import says_nothing
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.names import names_a_body, read_name
from models.intake.understanding.numbers import read_phone
from models.intake.understanding.records import Growing
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.value import Value
from models.intake.understanding.wording import tokens

FAMILY, PROFESSIONAL = "family", "professional"
Row = tuple[Cell | None, ...]
PLAIN, MOST, TOLD = 0.8, 0.5, 0.7
RELATION = frozenset({"link", "relationship", "relation", "association"})
_EDUCATION = re.compile(r"\W*(?:education|school|college)\b(?! (?:nurse|worker|officer))", re.I)
_OWNER = re.compile(r"^\W*(?:(?:parent|carer|adult|sibling)s?\W{0,3}){1,2}(?=\w)", re.IGNORECASE)
_OFFICE = tokens("role agency organisation profession job designation service")
_CONCERN = frozenset({"alias", "vehicle", "description"})
_PARENT = re.compile(
    r"\b(?:step[- ]?)?(?:birth )?(?:mother|mum|mam|father|dad|parents?)\b|"
    r"\b(?:foster |kinship |main )?carers?\b|\b(?:special )?guardian\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    _PARENT.pattern + r"|\b(?:half |step)?[- ]?(?:brother|sister|sibling|bro|sis|twin)s?\b|"
    r"\b(?:grand\w*|nan|nana|gran|aunt\w*|uncle|cousin|niece|nephew|son|daughter|baby|self|"
    r"(?:mother|father|mum|dad|parent)['’]?s partner|subject(?: child)?|family)\b",
    re.IGNORECASE,
)
_HARMS = re.compile(
    r"\b(?:perpetrator|suspect\w*|offender|exploiter|abuser|person of concern|"
    r"poses? (?:a )?risk)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\bsocial worker\b|\bs/?w\b|\blead (?:professional|practitioner|worker)\b|"
    r"\ballocated worker\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")  # Steph Beddoes (lead professional)
_WORKER = tokens("worker professional practitioner")
_ENDED = re.compile(r"\W*(?:end(?:ed)?|to|until|closed|left)(?: date| on)?\W*", re.IGNORECASE)
_NOT_LEAD = re.compile(r"\b(?:previous|former|assistant|supervising|student|hospital)\b", re.I)


def named_whole(grid: Grid) -> Grid:
    """Return a list of people whose first names and surnames stand in two columns with one."""
    fields = _asked(grid)
    if "name" in fields or not {"first_name", "surname"} <= set(fields):
        return grid
    first, last = fields.index("first_name"), fields.index("surname")
    others = [at for at in range(len(fields)) if at not in (first, last)]
    rows = tuple((_whole(row[first], row[last]), *(row[at] for at in others)) for row in grid.rows)
    return replace(grid, headers=("Name", *(grid.headers[at] for at in others)), rows=rows)


def _whole(first: Cell | None, last: Cell | None) -> Cell | None:
    told = [cell for cell in (first, last) if cell and cell.text.strip()]
    return replace(told[0], text=" ".join(cell.text.strip() for cell in told)) if told else None


def names_people(grid: Grid) -> bool:
    """Say whether a list has a column of names: without one its heads are labels of answers."""
    return "name" in _asked(named_whole(grid))


def sort_of_people(grid: Grid) -> str | None:
    """Return whose list it is by what its columns ask and hold; None where it may be any."""
    fields = _asked(grid)
    if _CONCERN & set(fields) or "name" not in fields:
        return None
    told = [text for text in _texts(grid, _relation(grid)) if not _HARMS.search(text)]
    if told:
        return FAMILY if sum(map(bool, map(_KIN.search, told))) > MOST * len(told) else None
    office = any(tokens(head) & _OFFICE for head in grid.headers)
    several = len(grid.rows) > 1
    return PROFESSIONAL if office and several and "dob" not in fields else None


def family(growing: Growing, grid: Grid) -> None:
    """Take the parents and carers out of a list of the child's family."""
    fields, relation = _asked(grid), _relation(grid)
    for row in grid.rows:
        said = _text(row, relation)
        if not _PARENT.search(said) or re.search(r"\bpartner\b", said, re.IGNORECASE):
            continue
        _phone_beside(growing, row, fields)
        _told(growing, grid, row)
        for field in ("name", "phone", "address"):
            at = fields.index(field) if field in fields else None
            text = _text(row, at)
            if text and not says_nothing(text) and at is not None and (cell := row[at]):
                value = read_phone(text) or text if field == "phone" else _as_told(field, text)
                pair = Pair("", text, cell.where, Match(f"parent_{field}", TOLD))
                growing.put(Value(f"parent_{field}", value), pair, own=False)


def _told(growing: Growing, grid: Grid, row: Row) -> None:
    """Take "Aware of the referral?" beside a parent: one who is makes the parents aware."""
    for head, cell in zip(grid.headers, row, strict=True):
        asked = recognise("generic", head) if cell else None
        told = asked is not None and asked.field == "informed" and asked.score >= PLAIN
        answer = yes_no(cell.text)[0] if cell and told else None
        if cell and answer is not None and (answer or growing.get("informed_parent") is None):
            pair = Pair("", cell.text, cell.where, Match("informed_parent", TOLD))
            growing.fields.pop("informed_parent", None)
            growing.put(Value("informed_parent", answer), pair, own=False)


def _phone_beside(growing: Growing, row: Row, fields: list[str]) -> None:
    """Take a parent's telephone that stands in the column of the address or of something else."""
    if "phone" in fields:
        return
    for cell in row:
        number = read_phone(cell.text) if cell else None
        if cell and number:
            pair = Pair("", cell.text, cell.where, Match("parent_phone", TOLD))
            growing.put(Value("parent_phone", number), pair, own=False)


def of_concern(growing: Growing, grid: Grid) -> None:
    """Take whom a list of the family calls a perpetrator for a person of concern."""
    fields, relation = _asked(grid), _relation(grid)
    at = fields.index("name") if "name" in fields else None
    for row in grid.rows:
        if at is None or not _HARMS.search(_text(row, relation)) or not (cell := row[at]):
            continue
        name = read_name(cell.text)
        person = {"name": name.name or None, "alias": name.alias, "vehicle": None, "phone": None}
        person["phone"] = next(
            (read_phone(one.text) for one in row if one and one is not cell), None
        )
        pair = Pair("", cell.text, cell.where, Match("associates", TOLD))
        growing.put(Value("associates", (person,)), pair, own=False)


def lead_among(growing: Growing, grid: Grid) -> None:
    """Take the social worker, or the lead professional, out of a list of professionals."""
    fields = _asked(grid)
    name, phone = (fields.index(f) if f in fields else None for f in ("name", "phone"))
    for row in grid.rows:
        said = " ".join(_text(row, at) for at in range(len(row)) if at != name)
        text = _text(row, name)
        _school(growing, said, text, row)
        said = f"{said} {' '.join(_IN_BRACKETS.findall(text))}"
        if not _LEAD.search(said) or _NOT_LEAD.search(said) or says_nothing(text):
            continue
        if any(_ENDED.fullmatch(h) and _text(row, at) for at, h in enumerate(grid.headers)):
            continue
        if growing.get("lead") is None and name is not None and (cell := row[name]):
            pair = Pair("", text, cell.where, Match("lead", TOLD))
            growing.put(Value("lead", read_name(text).name), pair, own=False)
            number = read_phone(_text(row, phone))
            growing.put(Value("lead_phone", number), pair, own=False) if number else None


def _school(growing: Growing, said: str, text: str, row: Row) -> None:
    """Take the school beside "Education" in a list of who works with the child."""
    if _EDUCATION.match(said) and names_a_body(text):
        where = next((cell.where for cell in row if cell), "")
        growing.take_in_passing("school", text, f"{said}: {text}", where)


def _as_told(field: str, text: str) -> str:
    return read_name(text).name if field == "name" else " ".join(text.split())


def _asked(grid: Grid) -> list[str]:
    """Return what each column asks of somebody, "" where that is not plain."""
    heads = [_OWNER.sub("", head) or head for head in grid.headers]
    found = [recognise("person_of_concern", head) for head in heads]
    plain = [recognise("generic", head) for head in heads]
    names = [one.field if one and one.score >= PLAIN else "" for one in found]
    told = [
        one.field if one and one.score >= PLAIN and not name else name
        for name, one in zip(names, plain, strict=True)
    ]
    parts = {"name", "first_name", "surname"} & set(told)
    first = tokens(grid.headers[0].partition(":")[0]) if grid.headers else frozenset()
    if told and not parts and ("name" in first or first <= _WORKER and "role" in told):
        return ["name", *told[1:]]
    return told


def _relation(grid: Grid) -> int | None:
    return next((at for at, head in enumerate(grid.headers) if tokens(head) & RELATION), None)


def _texts(grid: Grid, at: int | None) -> list[str]:
    return [text for row in grid.rows if (text := _text(row, at))]


def _text(row: Sequence[Cell | None], at: int | None) -> str:
    cell = row[at] if at is not None else None
    return cell.text.strip() if cell else ""
