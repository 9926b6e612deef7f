"""Who shares keys with somebody: read from the file by its index, a few of each key."""

import math
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.matching.folded import Folded, unfold
from models.matching.keys import digest, word_key

Seen = Callable[[int], bool]
"""Whether the reader may know of a subject."""
COMMON, COUNTED = 400, 3000
"""From how many holders a key says too little to follow it, and a word is counted no further."""
# Asked of the driver: a statement through the session costs more than its answer, a score of times.
HOLDERS = f"SELECT id FROM {KEYS} WHERE key = ?"
TOLD = f"SELECT id, said FROM {FACTS} WHERE id IN ({{}})"
AMONG = f"SELECT max(id) FROM {FACTS}"
EACH = 250


def likeliest(session: Session, seen: Seen, keys: Iterable[str], most: int) -> list[int]:
    """Ids of those who share the most telling keys, best first."""
    raw, scores = driver(session), dict[int, float]()
    among = math.log2(max(size(session), 2)) + 1
    for key in keys:
        holders = _holders(raw, seen, key, COMMON)
        if len(holders) < COMMON:
            says = among - math.log2(len(holders) + 1)
            for one in holders:
                scores[one] = scores.get(one, 0.0) + says
    return sorted(scores, key=lambda one: (-scores[one], one))[:most]


def told(session: Session, ids: Iterable[int]) -> dict[int, Folded]:
    """What is kept of these subjects for matching."""
    raw, wanted, found = driver(session), list(ids), dict[int, Folded]()
    for start in range(0, len(wanted), EACH):
        part = wanted[start : start + EACH]
        rows = raw.execute(TOLD.format(", ".join("?" * len(part))), part)
        found.update((one, unfold(said)) for one, said in rows)
    return found


def bearers(session: Session, seen: Seen, words: Iterable[str]) -> int:
    """How many bear the rarest of these words in a name."""
    raw = driver(session)
    counts = (len(_holders(raw, seen, word_key(one), COUNTED)) for one in words)
    return min(counts, default=0)


def _holders(raw: Any, seen: Seen, key: str, most: int) -> list[int]:
    """The first to hold a key of those the reader may know of: others are not even counted."""
    rows = raw.execute(HOLDERS, (digest(key),))
    return list(islice((one for (one,) in rows if seen(one)), most))


def size(session: Session) -> int:
    """About how many subjects are on record."""
    return driver(session).execute(AMONG).fetchone()[0] or 0


def driver(session: Session) -> Any:
    """The driver's own connection, inside the reading."""
    return session.connection().connection.driver_connection
