"""Pages put together: running heads told once, tables that go on overleaf joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.errors import Refusal
from models.intake.opening.limits import MAX_CELLS
from models.intake.opening.paragraphs import may_be_heading
from models.intake.opening.pdf.grids import NEAR
from models.intake.opening.pdf.page import Laid, Page, Said
from models.intake.opening.pdf.words import Line
from models.intake.papers import Block, Cell, Table

EDGE = 0.1
PAGE_NUMBER = re.compile(r"^(page )?\d{1,3}( ?(of|/) ?\d{1,3})?$", re.IGNORECASE)
NUMBERED = re.compile(r"^page \d{1,3}( ?(of|/) ?\d{1,3})?$", re.IGNORECASE)
LARGER = ((1.6, 1), (1.3, 2), (1.08, 3))


def assembled(pages: Sequence[Page]) -> tuple[Block | Table, ...]:
    """The parts of a whole paper in reading order; what runs along the edges stands at its end."""
    running = _running(pages)
    items = list(_items(pages))
    body = _body_size(items)
    parts = [*_numbered(items, body)]
    parts += [Block(text, f"page edge {number}") for number, text in enumerate(running, 1)]
    if sum(len(row) for part in parts if isinstance(part, Table) for row in part.rows) > MAX_CELLS:
        raise Refusal("This PDF holds more cells than a real paper. Ask the sender what it is.")
    return tuple(parts)


def _running(pages: Sequence[Page]) -> list[str]:
    """Take the lines that stand along the edge of page after page out; each is told once."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_alike(line) for _, line in _edges(page)})
    told: dict[str, str] = {}
    for page in pages:
        foot = _foot(page)
        for place, line in _edges(page):
            alike, text = _alike(line), line.text.strip()
            numbers = bool(PAGE_NUMBER.match(text))
            runs = seen[alike] > 1 or line.y <= foot
            if numbers or runs:
                page.left_out.add(place)
            if not numbers and runs:
                told.setdefault(alike, text)
    return list(told.values())


def _foot(page: Page) -> float:
    """How high the line stands that ends in the page's number, with which a foot begins."""
    return max(
        (
            line.y
            for _, line in _edges(page)
            if line.y < page.high * EDGE
            and any(NUMBERED.match(piece.text.strip()) for piece in line.pieces)
        ),
        default=0.0,
    )


def _edges(page: Page) -> Iterator[tuple[int, Line]]:
    for place, line in enumerate(page.flowing):
        if line.y > page.high * (1 - EDGE) or line.y < page.high * EDGE:
            yield place, line


def _alike(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def _items(pages: Sequence[Page]) -> Iterator[tuple[int, Said | Laid]]:
    """What stands on the pages, with a table that goes on overleaf put together."""
    held: tuple[int, Said | Laid] | None = None
    for number, page in enumerate(pages, 1):
        for place, item in enumerate(page.items()):
            joined = _joined(held[1], item) if held is not None and place == 0 else None
            if held is not None and joined is not None:
                held = (held[0], joined)
                continue
            if held is not None:
                yield held
            held = (number, item)
    if held is not None:
        yield held


def _joined(before: Said | Laid, after: Said | Laid) -> Laid | None:
    """One table of two that have the same columns; None for any other pair."""
    if not isinstance(before, Laid) or not isinstance(after, Laid):
        return None
    if len(before.xs) != len(after.xs) or any(
        abs(one - other) > NEAR for one, other in zip(before.xs, after.xs, strict=True)
    ):
        return None
    rows = after.rows
    if len(before.rows) > 1 and _words(rows[0]) == _words(before.rows[0]):
        rows = rows[1:]
    if rows and _goes_on(before.rows[-1], rows[0]):
        whole = tuple(map(_run_on, before.rows[-1], rows[0]))
        return replace(before, rows=(*before.rows[:-1], whole, *rows[1:]))
    return replace(before, rows=(*before.rows, *rows))


def _words(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in row]


def _goes_on(last: tuple[Cell, ...], first: tuple[Cell, ...]) -> bool:
    """True for a row that was broken: nothing in its first cell, or a sentence that goes on."""
    if [cell.span for cell in last] != [cell.span for cell in first] or len(first) < 2:
        return False
    if first[0].text:
        return False
    return bool(last[0].text) or any(
        below.text[:1].islower() and above.text and not above.text.endswith((".", "?", "!"))
        for above, below in zip(last, first, strict=True)
    )


def _run_on(above: Cell, below: Cell) -> Cell:
    return replace(above, text=f"{above.text} {below.text}".strip())


def _body_size(items: Sequence[tuple[int, Said | Laid]]) -> float:
    counted: Counter[float] = Counter()
    for _, item in items:
        if isinstance(item, Said):
            counted[item.size] += len(item.text)
    return counted.most_common(1)[0][0] if counted else 10.0


def _numbered(items: Sequence[tuple[int, Said | Laid]], body: float) -> Iterator[Block | Table]:
    paragraph = table = heading = last = 0
    for page, item in items:
        if page != last:
            paragraph = table = 0
            last = page
        if isinstance(item, Said):
            paragraph += 1
            level = _level(item, body, heading)
            heading = level if level and item.size > body else heading
            lead = "" if level else item.lead or (item.text if item.bold else "")
            yield Block(item.text, f"page {page}, paragraph {paragraph}", level, lead)
        elif any(cell.text for row in item.rows for cell in row):
            table += 1
            yield Table(
                tuple(_placed(item, f"page {page}, table {table}")), f"page {page}, table {table}"
            )


def _level(item: Said, body: float, heading: int) -> int:
    if not may_be_heading(item.text):
        return 0
    for times, level in LARGER:
        if item.size >= body * times:
            return level
    return min(heading + 1, 9) if item.bold else 0


def _placed(item: Laid, where: str) -> Iterator[tuple[Cell, ...]]:
    for number, row in enumerate(item.rows, 1):
        column, cells = 1, []
        for cell in row:
            cells.append(replace(cell, where=f"{where}, row {number}, column {column}"))
            column += cell.span
        yield tuple(cells)
