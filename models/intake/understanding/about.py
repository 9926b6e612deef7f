"""Whom a form is about: told again where its labels name the child, or name an adult alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from models.intake.papers import Block, Table
from models.intake.printed import is_printed
from models.intake.understanding.context import Context
from models.intake.understanding.dates import read_day
from models.intake.understanding.elements import Element, Grid, Heading, Pair
from models.intake.understanding.headed import ANY_YEAR, heads_in_full
from models.intake.understanding.introduced import named_in
from models.intake.understanding.kinds import UNKNOWN, asks_of_adult, kind_of
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.names import read_name
from models.intake.understanding.own_words import own_words
from models.intake.understanding.shape import Shaper
from models.intake.understanding.wording import tokens

WHOLE = "(whole)"
"""The key under which a memory holds what kind of paper a form is; no label's key has brackets."""
CHILD = "child"
SEVERAL, LONG_OF_AGE, LATEST = 3, 21, 2026  # children, years, of which two-digit years are told
RETURN, SURE = "return", 0.85
TOLD = ("reason", "ask", "tried", "voice", "parent", "referrer")
NAMED = ("name", "first_name", "surname", "la_id")

Shaped = tuple[Context, list[Element]]


def shaped(parts: tuple[Block | Table, ...], memory: Mapping[str, str]) -> Shaped:
    """Return the kind of paper that the parts are, or are remembered to be, and their shapes."""
    own = own_words(parts)
    context = Context(memory.get(WHOLE) or kind_of(parts, own), memory, own)
    if context.kind == UNKNOWN:
        return context, []
    elements = Shaper(context).read(parts)
    if context.kind == "child" and (
        _names_an_adult_alone(elements, context) or _is_of_adult(elements, parts, context)
    ):
        context = replace(context, kind="person_of_concern")
        elements = Shaper(context).read(parts)
    several = context.kind == "update" and _names_children(elements)
    if several or context.kind in ("update", "child") and _heads_children(elements):
        context = replace(context, kind="return")
        elements = Shaper(context).read(parts)
    if context.kind == "child" and _lists_children(elements, context):
        context = replace(context, kind="tracker")
        elements = Shaper(context).read(parts)
    if context.kind in ("child", "update", "assessment"):
        context = replace(context, called=(*_called(elements, context), *own))
        elements = Shaper(context).read(parts) if context.called else elements
    return context, elements


def own_kind(parts: Iterable[Block | Table], printed: frozenset[str]) -> dict[str, str]:
    """Return under `WHOLE` that a paper is a return, where the panel's own form of it says so.

    Only what the form printed itself is asked: what was filled in may look like another's label.
    """
    own = [
        part
        for part in parts
        if isinstance(part, Block) and printed and is_printed(part.text, printed)
    ]
    return {WHOLE: RETURN} if kind_of(own) == RETURN else {}


def _names_an_adult_alone(elements: Iterable[Element], context: Context) -> bool:
    """Say whether a form names a person of concern and no child: an adult never becomes one."""
    named = set(_named(elements, context))
    asked = any(isinstance(one, Pair) and _asks_of_child(one) for one in elements)
    return "associate_name" in named and not named & set(NAMED) and not asked


def _asks_of_child(pair: Pair) -> bool:
    """Say whether a label asks for a child's name in so many words, filled in or not."""
    asks = pair.match is not None and pair.match.field in NAMED and pair.match.score >= SURE
    return asks and CHILD in tokens(pair.label)


def _is_of_adult(
    elements: Iterable[Element], parts: tuple[Block | Table, ...], context: Context
) -> bool:
    """Say whether whom a form is about was long of age on its day, and it asks as of an adult."""
    pairs = [*_pairs(elements, context)]
    day = _day_of(pairs, "received", LATEST)
    born = _day_of(pairs, "dob", day.year) if day else None
    return bool(day and born and day.year - born.year >= LONG_OF_AGE) and asks_of_adult(parts)


def _pairs(elements: Iterable[Element], context: Context) -> Iterator[Pair]:
    """Yield the labels of a form with their answers, those that head a single row as well."""
    for one in elements:
        if isinstance(one, Pair) and one.match and one.value:
            yield one
        elif isinstance(one, Grid) and len(one.rows) == 1:
            columns = zip(one.headers, columns_of(one, context), one.rows[0], strict=True)
            yield from (Pair(h, c.text, c.where, m) for h, m, c in columns if m and c)


def _day_of(pairs: Iterable[Pair], field: str, year: int) -> date | None:
    """Return the one day that a form surely gives for a field, None for none or several."""
    sure = (pair for pair in pairs if pair.match and pair.match.score >= SURE)
    asked = (pair.value for pair in sure if pair.match and pair.match.field == field)
    days = {read_day(text, year, born=field == "dob").value for text in asked} - {None}
    return days.pop() if len(days) == 1 else None


def _heads_children(elements: Iterable[Element]) -> bool:
    """Say whether several headings name a child with a day of birth, each with text of its own."""
    heads = {e.text for e in elements if isinstance(e, Heading) and heads_in_full(e.text, ANY_YEAR)}
    return len(heads) > 1


def _names_children(elements: Iterable[Element]) -> bool:
    """Say whether the labels of an update name several children, each with a day of birth."""
    asked = [
        one.match.field for one in elements if isinstance(one, Pair) and one.match and one.value
    ]
    return asked.count("name") > 1 and asked.count("dob") > 1


def _lists_children(elements: Iterable[Element], context: Context) -> bool:
    """Say whether rows of children are listed and nothing is told of why any is referred."""
    grids = [one for one in elements if isinstance(one, Grid)]
    told = set(_named(elements, context)) & set(TOLD)
    return len(grids) == 1 and len(grids[0].rows) >= SEVERAL and not told


def _named(elements: Iterable[Element], context: Context) -> Iterable[str]:
    for element in elements:
        if isinstance(element, Pair) and element.match and element.value:
            yield element.match.field
        elif isinstance(element, Grid):
            yield from (match.field for match in columns_of(element, context) if match)


def _called(elements: Sequence[Element], context: Context) -> tuple[str, ...]:
    """Return the words of the child's name, by which some forms' labels call the child."""
    texts = {
        read_name(pair.value).name
        for pair in _pairs(elements, context)
        if pair.match and pair.match.field in ("name", "first_name")
    }
    words = texts.pop().split() if len(texts) == 1 else named_in(elements).split()
    return tuple(word for word in words if len(word) > 2 and word[0].isalpha())
