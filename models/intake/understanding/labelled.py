"""What stands beside each label of a paper, known or not, so that a mended one is remembered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.intake.papers import Content
from models.intake.understanding.about import shaped
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Grid, Heading, Loose, Pair
from models.intake.understanding.kinds import groups_of
from models.intake.understanding.wording import label_key

LONGEST = 16  # words: a longer line is a text and no label


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the key of its label and its place; `known` where the label means a field."""

    label: str
    text: str
    where: str
    known: bool


def labelled(content: Content, memory: Mapping[str, str] | None = None) -> Iterator[Labelled]:
    """Yield each text under a label: beside it, in one cell with it, or below its heading."""
    for parts in groups_of(content):
        context, elements = shaped(parts, memory or {})
        for place, element in enumerate(elements):
            if isinstance(element, Pair):
                yield from _one(element.label, element.value, element.where, bool(element.match))
            elif isinstance(element, Grid):
                yield from _of_rows(element, context)
            elif isinstance(element, Heading | Loose):
                yield from _within(element)
                yield from _below(element, elements[place + 1 :])


def labels_at(content: Content, memory: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the key of the label that stands beside each value, by the value's place."""
    return {one.where: one.label for one in labelled(content, memory)}


def _one(label: str, text: str, where: str, known: bool = False) -> Iterator[Labelled]:
    key = label_key(label)
    if key and text.strip() and len(label.split()) <= LONGEST:
        yield Labelled(key, " ".join(text.split()), where, known)


def _of_rows(grid: Grid, context: Context) -> Iterator[Labelled]:
    known = [context.label(header, grid.section) is not None for header in grid.headers]
    for row in grid.rows:
        for header, cell, sure in zip(grid.headers, row, known, strict=True):
            if cell is not None:
                yield from _one(header, cell.text, cell.where, sure)


def _within(element: Heading | Loose) -> Iterator[Labelled]:
    """Part a cell or paragraph whose first line is its label."""
    first, _, rest = element.text.partition("\n")
    yield from _one(first, rest, element.where)


def _below(element: Heading | Loose, after: Sequence[Element]) -> Iterator[Labelled]:
    """Take the texts under a heading, or under a line that asks, up to the next."""
    asks = isinstance(element, Heading) or element.text.rstrip()[-1:] in (":", "?")
    texts = []
    for one in after if asks else ():
        if not isinstance(one, Loose):
            break
        texts.append(one)
    if texts:
        yield from _one(element.text, "\n".join(t.text for t in texts), texts[0].where)
