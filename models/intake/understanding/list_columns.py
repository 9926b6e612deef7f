"""What the columns of a list mean, by their headers and by what stands under them."""

import re
from collections import Counter

from models import codes
from models.intake.understanding.contents import by_contents
from models.intake.understanding.context import Context
from models.intake.understanding.counted_columns import counting_columns
from models.intake.understanding.elements import Grid
from models.intake.understanding.guessed import clearer, guessed_columns
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.lexicon import STRUCTURAL, Match, recognise, rivals, workers_lead
from models.intake.understanding.list_sorts import by_sorts
from models.intake.understanding.listed_columns import by_lists
from models.intake.understanding.marked_columns import marked_columns
from models.intake.understanding.return_answers import by_answers
from models.intake.understanding.ticked_columns import ticked_kinds, ticked_plans
from models.intake.understanding.trends import without_trends
from models.intake.understanding.value import Value
from models.intake.understanding.value_days import NOT_BACK
from models.intake.understanding.values import read_value
from models.intake.understanding.wording import label_key, tokens

WHOM, SUBJECT = ("name", "surname", "first_name", "la_id"), ("subject",)
CHILD, NAMING = "child", ("name", "first_name", "surname", "dob")
LOCATION, PLAIN_NAME = "location", frozenset({"name"})
ALSO = {"owner": ("agency",), "rhi_outcome": ("rhi_declined", "rhi_completed", "learned")}
"""Field → what else answers it: a body where whose an action is, why no interview was held."""
OUTRIGHT = 1.5  # "Full name of the child" outweighs a bare "Name", which is who filled it in
SUITED, SURE_OF_HEADER, OWN = 0.5, 0.9, 0.85
NUMBERED = ("tracker", "missing", "persons")
NUMBER = frozenset({"number", "id", "reference"})
_SYSTEM = re.compile(r"\s*[A-Za-z]{0,5}[\s/-]{0,2}\d{4,12}[A-Za-z]?\s*")  # LCS-774120, 1187342
_TITLE = re.compile(
    r"\s*(?:mr|mrs|ms|miss|mx|dr|prof|rev|cllr|sir|pc|pcso|dc|ds|di|dci|dsu|sgt|insp)\.?\s*$",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:last (?:time|meeting|mtg|panel|month)|prev\w*|prior|was)\b", re.I)
_NOW = re.compile(r"\b(?:current|now|this)\b", re.IGNORECASE)
_HINT = re.compile(r"\(([^()]+)\)")
RECEIVED = "received"
_STAMP = re.compile(
    r"time ?stamp|(?:completion|start|submission|response|submitted) (?:time|date|at|on)",
    re.IGNORECASE,
)


def columns_of(grid: Grid, context: Context) -> list[Match | None]:
    """Return the field of each column; of two columns for one field the surer has it.

    One whose words mean another field as well leaves the field to one that can mean no other.
    """
    counts = counting_columns(grid, context.kind)
    found = _without_stamps(_without_titles(_labels(grid, context), grid), grid)
    found = [None if at in counts else match for at, match in enumerate(found)]
    found = _workers(found, grid) if context.kind == CHILD else found
    found = _names_of_places(found, grid) if context.kind == LOCATION else found
    found = by_answers(_told_by_marks(found, grid), grid) if context.kind == "return" else found
    kinds, plans = ticked_kinds(grid), ticked_plans(grid, context.kind)
    found = without_trends(_without_past(found, grid), grid)
    found = [None if at in kinds | plans else match for at, match in enumerate(found)]
    found = by_lists(found, grid, context.kind)
    found = _shared_out(found, grid, context.kind)
    found = by_sorts(by_contents(found, grid, context.kind), grid, context.kind)
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
    told = [
        match
        if match and (best[match.field] == place or _more_kinds(match, grid, place, context.kind))
        else None
        for place, match in enumerate(found)
    ]
    guessed = guessed_columns(told, grid, context.kind)
    if kinds:  # what is ticked under its own head is no guess
        guessed = [None if m and m.field == "types" and m.score < OWN else m for m in guessed]
    return [None if at in kinds | plans | counts else match for at, match in enumerate(guessed)]


def _more_kinds(match: Match, grid: Grid, place: int, kind: str) -> bool:
    """Say whether a column tells more kinds of harm: "Secondary concern" beside the primary."""
    sure = match.field == "types" and match.score >= SURE_OF_HEADER
    return sure and kind == "tracker" and _fits(grid, place, match, kind) > SUITED


def _told_by_marks(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Take columns of facts and opinions, or of who may read, for these, where no header is."""
    named = {match.field for match in found if match and match.score >= SURE_OF_HEADER}
    marked = {at: name for at, name in marked_columns(grid).items() if name not in named}
    return [
        Match(marked[at], SURE_OF_HEADER) if at in marked else match
        for at, match in enumerate(found)
    ]


def _labels(grid: Grid, context: Context) -> list[Match | None]:
    """Return what each header means; where two differ in brackets alone, the brackets tell."""
    bare = Counter(map(label_key, grid.headers))
    listed = context.kind in (*LISTS, "return")  # whoever completed the list is on no row of it
    section = None if listed else grid.section
    labels = [
        context.label(header, section) or _outright(header, context) for header in grid.headers
    ]
    if listed:
        both = zip(grid.headers, labels, strict=True)
        labels = [clearer(head, match, context.kind) for head, match in both]
    for place, header in enumerate(grid.headers):
        hint = _HINT.search(header) if bare[label_key(header)] > 1 else None
        told = context.label(hint[1], section) if hint else None
        if told and told.score >= 1 and told.field not in WHOM + SUBJECT:
            labels[place] = told
    return labels


def _outright(header: str, context: Context) -> Match | None:
    """Return what a header surely means that in a form might be an answer: "Allocated"."""
    found = recognise(context.kind, header) if context.kind in LISTS else None
    return found if found and found.score >= SURE_OF_HEADER else None


def _workers(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Take a worker named on each child's own row for the child's, not for who sends the list."""
    fields = {match.field for match in found if match}
    if "lead" in fields or not fields & set(WHOM):
        return found
    leads = [workers_lead(header) for header in grid.headers]
    return [
        lead if match and lead and match.field == "referrer" else match
        for match, lead in zip(found, leads, strict=True)
    ]


def _names_of_places(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Take "Name" beside the kind of place for the place's name, where no other column has it."""
    fields = {match.field for match in found if match}
    if "type" not in fields or "name" in fields:
        return found
    return [
        Match("name", SURE_OF_HEADER) if match is None and label_key(head) in PLAIN_NAME else match
        for match, head in zip(found, grid.headers, strict=True)
    ]


def _better(found: list[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Give a column whose texts do not suit its field another that its header means as well."""
    taken = {match.field for match in found if match}
    for place, match in enumerate(found):
        if match is None or not grid.texts(place) or _fits(grid, place, match, kind) >= SUITED:
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


def _without_stamps(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Leave when a web form was sent alone, where another column asks for the paper's day."""
    days = {at for at, match in enumerate(found) if match and match.field == RECEIVED}
    stamps = {at for at in days if _STAMP.fullmatch(grid.headers[at].strip())}
    others = days - stamps
    return [None if others and at in stamps else match for at, match in enumerate(found)]


def _without_past(found: list[Match | None], grid: Grid) -> list[Match | None]:
    """Take "Risk last time" beside "Risk now" for what the risk was, where levels stand there."""
    free = [at for at, match in enumerate(found) if match is None or match.field == "risk"]
    past = {
        at for at in free if _PAST.search(grid.headers[at]) and not _NOW.search(grid.headers[at])
    }
    known = {match.field for match in found if match}
    before = [at for at in sorted(past) if "risk" in known and _are_levels(grid, at)]
    told = before[0] if before and "previous_risk" not in known else None
    was = Match("previous_risk", STRUCTURAL)
    return [was if at == told else None if at in past else match for at, match in enumerate(found)]


def _are_levels(grid: Grid, place: int) -> bool:
    texts = grid.texts(place)
    return bool(texts) and all(codes.recognise("risk_levels", text) for text in texts)


def _are_titles(grid: Grid, place: int) -> bool:
    texts = grid.texts(place)
    return bool(texts) and all(_TITLE.match(text) for text in texts)


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
    texts = grid.texts(place)
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
    texts = grid.texts(place)[:20]
    fits = [_fit(read_value(kind, match.field, text, 2000), match.field) for text in texts]
    return sum(fits) / len(fits) if fits else 0.0


def _fit(values: tuple[Value, ...], field: str) -> float:
    said = (one for one in values if one.value is not None or one.note == NOT_BACK)
    return next((one.fit for one in said if one.name in (field, *ALSO.get(field, ()))), 0.0)
