"""Who shares keys with somebody: read from the file by its index, a few of each key."""

import math
from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.matching.folded import Folded, unfold
from models.matching.keys import digest, word_key

COMMON, COUNTED = 400, 3000
"""From how many holders a key says too little to follow it, and a word is counted no further."""
# Asked of the driver: a statement through the session costs more than its answer, a score of times.
HOLDERS = f"SELECT id FROM {KEYS} WHERE key = ? LIMIT {COMMON}"
COUNT = f"SELECT count(*) FROM (SELECT 1 FROM {KEYS} WHERE key = ? LIMIT {COUNTED})"
TOLD = f"SELECT id, said FROM {FACTS} WHERE id IN ({{}})"
AMONG = f"SELECT max(id) FROM {FACTS}"
EACH = 250


def likeliest(session: Session, keys: Iterable[int], most: int) -> list[int]:
    """Ids of those who share the most telling keys, best first."""
    raw, scores = driver(session), dict[int, float]()
    among = math.log2(max(size(session), 2)) + 1
    for key in keys:
        holders = raw.execute(HOLDERS, (key,)).fetchall()
        if len(holders) < COMMON:
            says = among - math.log2(len(holders) + 1)
            for (one,) in holders:
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


def bearers(session: Session, words: Iterable[str]) -> int:
    """How many names have the rarest of these words."""
    raw = driver(session)
    counts = [raw.execute(COUNT, (digest(word_key(one)),)).fetchone()[0] for one in words]
    return min(counts, default=0)


def size(session: Session) -> int:
    """About how many subjects are on record."""
    return driver(session).execute(AMONG).fetchone()[0] or 0


def driver(session: Session) -> Any:
    """The driver's own connection, inside the reading."""
    return session.connection().connection.driver_connection
