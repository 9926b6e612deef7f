"""What one kept line costs: through the services, and as bare rows in one transaction."""

from itertools import count
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from models.entities.indexed import LINE
from models.storage.index.folding import fold
from models.workspace import Workspace
from tests.benchmarks import decade
from tests.benchmarks.wording import sentence

ROUNDS = 300
KEPT = "SELECT max(number) FROM operation"
ENTRY = "INSERT INTO search_text (rowid, words) VALUES (?, ?)"


@pytest.mark.benchmark(group="one kept line")
def test_one_kept_line(benchmark: Any, writable: Workspace) -> None:
    item, numbers = decade.Size().items, count()
    before = writable.store.last_operation
    benchmark.pedantic(
        lambda: writable.conduct.say(item, 1, sentence(next(numbers))),
        rounds=ROUNDS,
        warmup_rounds=5,
    )
    assert writable.store.last_operation > before


@pytest.mark.benchmark(group="one kept line")
def test_the_same_rows_by_hand(benchmark: Any, writable: Workspace) -> None:
    """The line, its operation, its change and its entry in the search index, of the same lengths,
    with nothing worked out."""
    writable.conduct.say(decade.Size().items, 1, sentence(0))
    assert writable.store.file is not None
    raw = writable.store.file.connect()
    rows = [_latest(raw, table) for table in ("information_line", "operation", "change")]
    numbers, random, words = count(10_000_000), Random(1), fold(sentence(0))

    def keep() -> None:
        number = next(numbers)
        raw.execute("BEGIN IMMEDIATE")
        for statement, row in rows:
            raw.execute(statement, _again(row, number, random))
        raw.execute(ENTRY, (LINE.first + number, words))
        raw.execute("COMMIT")

    before = raw.execute(KEPT).fetchone()[0]
    benchmark.pedantic(keep, rounds=ROUNDS, warmup_rounds=5)
    assert raw.execute(KEPT).fetchone()[0] > before
    raw.close()


def _latest(raw: Any, table: str) -> tuple[str, dict[str, Any]]:
    """The statement that writes a row of the table, and its latest row."""
    found = raw.execute(f'SELECT * FROM "{table}" ORDER BY rowid DESC LIMIT 1')
    names = [column[0] for column in found.description]
    marks = ", ".join(f":{name}" for name in names)
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', dict(
        zip(names, found.fetchone(), strict=True)
    )


def _again(row: dict[str, Any], number: int, random: Random) -> dict[str, Any]:
    """The row once more under its own numbers."""
    fresh = {"id": number, "number": number, "operation": number, "row_id": number}
    fresh |= {"uuid": uuid4().hex, "sequence": number, "hash": f"{random.getrandbits(256):064x}"}
    return row | {name: value for name, value in fresh.items() if name in row}
