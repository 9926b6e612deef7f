"""Who shares keys with somebody: read from the file by its index, a few of each key."""

import math
from collections.abc import Callable, Iterable
from heapq import nsmallest
from operator import itemgetter
from typing import Any

from sqlalchemy.orm import Session

from models.entities.matched import FACTS, KEYS
from models.matching.folded import Folded, unfold
from models.matching.keys import about, digest, word_key, worth
from models.matching.things import row_key
from models.queries.knowable import everybody
from models.rules.identifiers import phone_key

Seen = Callable[[int], bool]
"""Whether the reader may know of a subject."""
COMMON, COUNTED, ALSO, FEW = 400, 3000, 0.1, 12
"""From how many holders a key says too little to follow it, and a word is counted no further; what
is added by a key that says again what a more telling one has said; holders of a slip's key."""
# Asked of the driver: a statement through the session costs more than its answer, a score of times.
HOLDERS = f"SELECT id FROM {KEYS} WHERE key = ?"
BEAR = f"SELECT count(*) FROM (SELECT 1 FROM {KEYS} WHERE key = ? LIMIT ?)"
TOLD = f"SELECT id, said FROM {FACTS} WHERE id IN ({{}})"
AMONG = f"SELECT max(id) FROM {FACTS}"
EACH = 250


def likeliest(session: Session, seen: Seen, keys: Iterable[str], most: int) -> list[int]:
    """Ids of those who share the most telling keys, best first.

    Of keys that say one thing in several ways, as those of a name do, the most telling counts.
    """
    raw, found = driver(session), list[tuple[float, str, list[int]]]()
    among = math.log2(max(size(session), 2)) + 1
    for key in keys:
        holders = _holders(raw, seen, key, COMMON)
        if 0 < len(holders) < COMMON:
            says = (among - math.log2(len(holders) + 1)) * worth(key)
            found.append((says, about(key), holders))
    scores = dict[int, float]()
    told = dict[str, set[int]]()
    for says, what, holders in sorted(found, key=itemgetter(0), reverse=True):
        known, again = told.setdefault(what, set()), says * ALSO
        for one in holders:
            scores[one] = scores.get(one, 0.0) + (again if one in known else says)
        known.update(holders)
    return nsmallest(most, scores, key=lambda one: (-scores[one], one))


def sharing(session: Session, keys: Iterable[str]) -> set[int]:
    """All who hold one of these keys, where not too many do; who is meant is for the asker."""
    raw, found = driver(session), set[int]()
    for key in keys:
        holders = _holders(raw, lambda _one: True, key, FEW)
        found.update(holders if len(holders) < FEW else ())
    return found


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
    counts = (_bear(raw, seen, word_key(one)) for one in words)
    return min(counts, default=0)


def _bear(raw: Any, seen: Seen, key: str) -> int:
    """How many hold a key, counted no further than `COUNTED`."""
    if seen is everybody:
        count: int = raw.execute(BEAR, (digest(key), COUNTED)).fetchone()[0]
        return count
    return len(_holders(raw, seen, key, COUNTED))


def numbers_beside(session: Session, seen: Seen, number: str) -> set[str]:
    """Telephones on record that differ from this one in the last figures at most, a few of them."""
    holders = _holders(driver(session), seen, row_key(number), FEW)
    known = told(session, holders).values()
    return {phone_key(one) for folded in known for one in folded.words}


def _holders(raw: Any, seen: Seen, key: str, most: int) -> list[int]:
    """The first to hold a key of those the reader may know of: others are not even counted."""
    rows, found = raw.execute(HOLDERS, (digest(key),)), list[int]()
    if seen is everybody:
        return [one for (one,) in rows.fetchmany(most)]
    while len(found) < most and (some := rows.fetchmany(most)):
        found += [one for (one,) in some if seen(one)]
    return found[:most]


def size(session: Session) -> int:
    """About how many subjects are on record."""
    return driver(session).execute(AMONG).fetchone()[0] or 0


def driver(session: Session) -> Any:
    """The driver's own connection, inside the reading."""
    return session.connection().connection.driver_connection
