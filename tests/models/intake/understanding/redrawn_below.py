"""Lists whose longest texts stand across below their rows, bare or behind their own label."""

from collections.abc import Sequence

from .taken_apart import Listed

LEAST_WORDS, LEAST_HEADS, LEAST_CELLS = 4, 4, 3
Rows = list[Sequence[str]]


def longest(listed: Listed) -> int | None:
    """Return the column that holds the longest texts; None where a list tells little."""
    words = [sum(len(row[at].split()) for row in listed.rows) for at in range(len(listed.heads))]
    at = max(range(len(words)), key=lambda place: words[place])
    told = words[at] >= LEAST_WORDS * len(listed.rows) and len(listed.heads) >= LEAST_HEADS
    return at if told else None


def bare(listed: Listed) -> Rows:
    """Return the rows, each with its text across below it."""
    return _below(listed, "{text}")


def led(listed: Listed) -> Rows:
    """Return the same, with the head of the texts before each."""
    return _below(listed, "{head}: {text}")


def _below(listed: Listed, told: str) -> Rows:
    at = longest(listed)
    assert at is not None
    rows: Rows = [_but(listed.heads, at)]
    for row in listed.rows:
        if sum(map(bool, row)) < LEAST_CELLS:
            rows.append(row)
            continue
        text = row[at].strip()
        rows.append(_but(row, at))
        rows += [[told.format(head=listed.heads[at], text=text)]] if text else []
    return rows


def _but(row: Sequence[str], at: int) -> list[str]:
    return [text for place, text in enumerate(row) if place != at]
