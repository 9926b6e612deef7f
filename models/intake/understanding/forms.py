"""Forms: one record, or a few, told by labels with their values."""

import re
from collections.abc import Sequence

from models.intake.papers import NotUnderstood, ReadRecord
from models.intake.understanding.about_child import introduced_with
from models.intake.understanding.action_blocks import actions_in_blocks
from models.intake.understanding.asked_kinds import kinds_asked
from models.intake.understanding.bare_name import child_named, parent_named, sender_named
from models.intake.understanding.claims import settled
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, MatrixRow, Pair
from models.intake.understanding.ethnic_ticks import ticked_ethnicity
from models.intake.understanding.finish import finish
from models.intake.understanding.form_grids import (
    SUBJECT,
    goes_with,
    in_pairs,
    names_subject,
    read_form_grid,
)
from models.intake.understanding.forms_own import is_boilerplate
from models.intake.understanding.from_prose import read_prose
from models.intake.understanding.guidance import without_hints
from models.intake.understanding.in_sentences import in_sentences
from models.intake.understanding.indicators import read_matrix
from models.intake.understanding.introduced import introduce
from models.intake.understanding.letterhead import letterhead
from models.intake.understanding.lexicon import is_title, recognise, section_of
from models.intake.understanding.only_school import only_school
from models.intake.understanding.parted import parted
from models.intake.understanding.records import Growing
from models.intake.understanding.sentences import read_sentences, read_tool
from models.intake.understanding.submitted import day_submitted
from models.intake.understanding.ticked_agencies import ticked_social_care
from models.intake.understanding.ticks import has_marks
from models.intake.understanding.titled import told_by_title
from models.intake.understanding.whose import asked_on, owned
from models.intake.understanding.wording import label_key
from models.intake.understanding.written_by import told_by_sentence

ENOUGH = ({"text", "response"}, {"name", "dob"})
_COUNT = re.compile(r"\b\d{1,2}\b")
STARTS = ("name", "surname", "la_id", "text")
PROOF = frozenset(
    [
        "dob",
        "la_id",
        "grounds",
        "reason",
        "children",
        "type",
        "alias",
        "district",
        "vehicle",
        "first_name",
        "due",
        "response",
        "ref",
    ]
)


def read_form(
    elements: Sequence[Element], context: Context, this_year: int
) -> tuple[list[ReadRecord], list[NotUnderstood]]:
    """Return the records of a form and everything that no field took."""
    records: list[ReadRecord] = []
    lost: list[NotUnderstood] = []
    first: Growing | None = None
    if context.kind == "actions":
        elements = actions_in_blocks(elements, this_year)
    for part in _apart(elements, context):
        growing = Growing(context.kind, _where(part), this_year)
        part = in_sentences(part, context.kind)
        lost += _fill(growing, part, context)
        if first:
            growing.inherit(first)
        first = first or growing
        introduce(growing, part)
        introduced_with(growing, part)
        told_by_sentence(growing, part)
        read_prose(growing, part)
        if context.kind == "child":
            read_sentences(growing, part)
        elif context.kind == "assessment":
            read_tool(growing, part)
        if context.kind in ("child", "assessment"):
            ticked_social_care(growing, part)
            ticked_ethnicity(growing, part)
            only_school(growing, part)
        told_by_title(growing, elements)
        day_submitted(growing, part)
        letterhead(growing, elements)
        finish(growing)
        if any(field.value not in (None, ()) for field in growing.fields.values()):
            records.append(growing.finished())
        lost += growing.lost
    return records, lost


def _fill(growing: Growing, part: Sequence[Element], context: Context) -> list[NotUnderstood]:
    lost: list[NotUnderstood] = []
    matrix: list[MatrixRow] = []
    for element in _settled(part, context):
        if isinstance(element, MatrixRow):
            matrix.append(element)
        elif isinstance(element, Pair):
            _take(growing, element, lost)
        elif isinstance(element, Grid):
            lost += read_form_grid(growing, element, context)
        else:
            lost += left_over(element, context.kind)
    lost += read_matrix(growing, matrix, context)
    return lost


def _settled(part: Sequence[Element], context: Context) -> list[Element]:
    """Return the shapes of a form with its labels' fields told from all of them together."""
    whole: list[Element] = []
    own = _own_grid(part, context)
    for element in asked_on(_named(part, context.kind)):
        if isinstance(element, Pair):
            whole += parted(without_hints(element), context)
        else:
            whole += [*map(without_hints, _of_grid(element, own, context))] or [element]
    whole = owned(whole, context.kind)
    whole = kinds_asked(whole, context.kind)
    pairs = iter(settled([one for one in whole if isinstance(one, Pair)], context))
    return [next(pairs) if isinstance(one, Pair) else one for one in whole]


def _named(part: Sequence[Element], kind: str) -> list[Element]:
    """Return the shapes with names whose labels do not say whose they are told by the others."""
    for told in (child_named, sender_named, parent_named):
        part = told(part, kind)
    return list(part)


def _of_grid(element: Element, own: Grid | None, context: Context) -> list[Pair]:
    """Return the pairs of a row under its heads, of whom the form is about where it says so."""
    if not isinstance(element, Grid):
        return []
    return in_pairs(element, context, own is not None and goes_with(element, own))


def _own_grid(part: Sequence[Element], context: Context) -> Grid | None:
    """Return the first row of a form that names whom it is about, where no label does."""
    pairs = (one for one in part if isinstance(one, Pair) and one.value)
    told = {one.match.field for one in pairs if one.match and not has_marks(one.value)}
    if told & SUBJECT:
        return None
    grids = (one for one in part if isinstance(one, Grid) and names_subject(one, context))
    return next(grids, None)


def _take(growing: Growing, pair: Pair, lost: list[NotUnderstood]) -> None:
    if pair.match is None and not pair.value:
        lost += left_over(Heading(pair.label, pair.where, 9, pair.section), growing.kind)
    else:
        growing.take(pair)


def left_over(element: Heading | Loose, kind: str) -> list[NotUnderstood]:
    """Return a text that nobody took, unless it is a title, a section's name or an instruction."""
    text = element.text.strip()
    known = not text or is_boilerplate(text) or (is_title(text) and len(text.split()) <= 6)
    if isinstance(element, Heading):
        label = recognise(kind, text)
        known = known or is_title(text) or section_of(text) is not None
        known = known or (label is not None and label.score >= 1)
    return [] if known else [NotUnderstood(element.where, text)]


def _apart(elements: Sequence[Element], context: Context) -> list[Sequence[Element]]:
    """Part a paper that holds one form several times, at the label that begins each."""
    starts: dict[str, list[int]] = {}
    for place, element in enumerate(elements):
        if isinstance(element, Pair) and _begins(element):
            label = _COUNT.sub("", label_key(element.label))
            key = f"{element.match and element.match.field} {label}"
            starts.setdefault(key, []).append(place)
    for places in starts.values():
        values = {_value(elements[place]) for place in places}
        if len(places) > 1 and len(values) > 1:
            parts = _cut(elements, places)
            if all(_is_whole(part) for part in parts):
                return _with_what_follows(parts, [elements[place] for place in places])
    return [elements]


def _with_what_follows(
    parts: list[Sequence[Element]], starts: list[Element]
) -> list[Sequence[Element]]:
    """Give what stands below one table of several children to each of them: "both are …"."""
    tables = {start.where.partition(",")[0] for start in starts}
    if len(tables) > 1 or not starts[0].where.startswith("table"):
        return parts
    within = tables.pop()
    below = [one for one in parts[-1] if one.where.partition(",")[0] != within]
    return [[*part, *below] for part in parts[:-1]] + [parts[-1]]


def _begins(pair: Pair) -> bool:
    named = bool(pair.match and pair.value and pair.match.field in STARTS)
    return named and pair.section in (None, "child", "associate", "place")


def _cut(elements: Sequence[Element], places: list[int]) -> list[Sequence[Element]]:
    ends = [_heading_before(elements, place) for place in places[1:]]
    starts = [0, *ends]
    return [elements[start:end] for start, end in zip(starts, [*ends, len(elements)], strict=True)]


def _heading_before(elements: Sequence[Element], place: int) -> int:
    while place > 0 and isinstance(elements[place - 1], Heading):
        place -= 1
    return place


def _is_whole(part: Sequence[Element]) -> bool:
    fields = {e.match.field for e in part if isinstance(e, Pair) and e.match and e.value}
    return len(fields & PROOF) >= 2 or any(both <= fields for both in ENOUGH)


def _value(element: Element) -> str:
    return element.value if isinstance(element, Pair) else ""


def _where(part: Sequence[Element]) -> str:
    return part[0].where if part else ""
