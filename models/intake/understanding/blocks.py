"""Records of a list that each have a block of labels with their answers, one below the other."""

import re
from collections.abc import Sequence

from models.intake.papers import Cell
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, Pair
from models.intake.understanding.kinds import LISTS
from models.intake.understanding.wording import straight

LEAST, LEAST_LABELS, MOST = 2, 3, 0.6  # blocks, labels of one, and their share that all have
_COUNTED = re.compile(
    r"\W*(?:[a-z][a-z ]{0,24})?(?:no\.?|number|#)?\s*(?:\d{1,3}|[a-h])(?: of \d{1,3})?\W*$",
    re.IGNORECASE,
)


def blocks_as_list(elements: Sequence[Element], context: Context) -> list[Element]:
    """Return the elements with blocks that ask the same labels again and again as one list."""
    if context.kind not in LISTS or any(isinstance(one, Grid) for one in elements):
        return list(elements)
    whole, elements = elements, _with_unanswered(elements)
    starts = _starts(elements)
    if not starts:
        return list(whole)
    first, last = starts[0], _end(elements, starts)
    blocks = [
        [one for one in elements[at:to] if isinstance(one, Pair)]
        for at, to in zip(starts, [*starts[1:], last], strict=True)
    ]
    heads = tuple({_key(one): one.label for block in blocks for one in block}.values())
    rows = tuple(tuple(_answer(block, head) for head in heads) for block in blocks)
    counts = [one for one in elements[first:last] if isinstance(one, Heading | Loose)]
    grid = Grid(heads, rows, elements[first].where)
    kept = [one for one in counts if not _COUNTED.fullmatch(one.text)]
    return [*elements[:first], *kept, grid, *elements[last:]]


def _with_unanswered(elements: Sequence[Element]) -> list[Element]:
    """Return a label that stands alone, and is answered in another block, as one left empty."""
    asked = {_key(one) for one in elements if isinstance(one, Pair)}
    return [
        Pair(one.text, "", one.where, None, one.section)
        if isinstance(one, Heading | Loose) and straight(one.text).lower() in asked
        else one
        for one in elements
    ]


def _starts(elements: Sequence[Element]) -> list[int]:
    """Return where each block begins: at the label that the first of them begins with."""
    keys = [_key(one) if isinstance(one, Pair) else "" for one in elements]
    for at, key in enumerate(keys):
        places = [place for place, other in enumerate(keys) if key and other == key]
        if len(places) >= LEAST and places[0] == at:
            return places if _are_alike(elements, keys, places) else []
    return []


def _are_alike(elements: Sequence[Element], keys: list[str], places: list[int]) -> bool:
    """Say whether blocks ask nearly the same, each label once, and nothing but counts part them."""
    blocks = [
        [key for key in keys[at:to] if key]
        for at, to in zip(places, [*places[1:], _end(elements, places)], strict=True)
    ]
    every = set.intersection(*map(set, blocks))
    most = max(map(len, blocks))
    once = all(len(set(block)) == len(block) for block in blocks)
    between = (one for one in elements[places[0] : places[-1]] if isinstance(one, Heading | Loose))
    return (
        once
        and len(every) >= max(LEAST_LABELS, MOST * most)
        and all(_COUNTED.fullmatch(one.text) for one in between)
    )


def _end(elements: Sequence[Element], places: list[int]) -> int:
    """Return where the last block ends: before the first that is no label, or asked by no other."""
    asked = {_key(one) for one in elements[places[0] : places[-1]] if isinstance(one, Pair)}
    for at in range(places[-1], len(elements)):
        one = elements[at]
        if not isinstance(one, Pair) or _key(one) not in asked:
            return at
    return len(elements)


def _answer(block: Sequence[Pair], head: str) -> Cell | None:
    found = next((one for one in block if _key(one) == straight(head).lower()), None)
    return Cell(found.value, found.where) if found and found.value.strip() else None


def _key(pair: Pair) -> str:
    return straight(pair.label).lower()
