"""The look-up: subjects by any name or number, each with why it was found."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nsmallest

from sqlalchemy.orm import Session

from models.queries.knowable import leads, may_know_of
from models.queries.likely import likely
from models.queries.ready import familiar
from models.queries.register_words import Known, Said, squash
from models.queries.short_labels import short_label
from models.records.reader import Reader
from models.records.subjects import SubjectRow
from models.rules.names import plain

EXACT, BEGINS, WORDS, WITHIN = range(4)
SHORT = 2


@dataclass(frozen=True)
class _Asked:
    """What was typed: folded, without spaces, and its words."""

    whole: str
    squashed: str
    words: tuple[str, ...]
    number: str

    @property
    def short(self) -> bool:
        return len(self.squashed) <= SHORT


@dataclass(frozen=True)
class Hit:
    """A subject found: how well, by which name or number, and why in words as on record."""

    rank: int
    why: str
    known: Known
    by: Said | None = None


def find(session: Session, reader: Reader, words: str, limit: int = 20) -> tuple[SubjectRow, ...]:
    """At most `limit` subjects, best first; `detail` says by which name or number each was found.

    Names, other names, initials, system ids, references, phones, vehicles, accounts and
    postcodes are looked through; accents, apostrophes and spaces in numbers do not matter. One
    or two letters find only what begins with them.
    """
    return tuple(_row(session, hit) for hit in hits(session, reader, words, limit))


def hits(
    session: Session, reader: Reader, words: str, limit: int = 20, also: Iterable[int] = ()
) -> list[Hit]:
    """The same, with what each was found by; `also` are looked at whatever the index says."""
    asked = _asked(words)
    if not asked.squashed:
        return []
    seen, lead = may_know_of(session, reader), leads(session)
    found: dict[int, Hit] = {}
    known = familiar(session, {*likely(session, words), *also})
    leading = familiar(session, {lead[one] for one in known if one in lead})
    for one in _likely(asked, known.values()):
        stands = lead.get(one.id, one.id)
        hit = _hit(asked, one) if seen(stands) else None
        if hit is None:
            continue
        better = found.get(stands)
        if better is None or hit.rank < better.rank:
            lead_of = leading.get(stands, one)
            found[stands] = hit if lead_of is one else replace(hit, known=lead_of)
    return nsmallest(
        limit, found.values(), lambda hit: (hit.rank, hit.known.closed, hit.known.label)
    )


def _likely(asked: _Asked, known: Iterable[Known]) -> list[Known]:
    """A first quick look: those in whose words what was typed stands at all."""
    begun = asked.short
    words = [f" {word}" for word in asked.words] if begun else list(asked.words)
    first, squashed = words[0], f" {asked.squashed}" if begun else asked.squashed
    number = asked.number or squashed
    return [
        one
        for one in known
        if first in one.whole
        or squashed in one.whole
        or number in one.whole
        or asked.squashed == one.short
    ]


def _asked(text: str) -> _Asked:
    whole = plain(text)
    digits = "".join(one for one in text if one.isdigit())
    number = f"0{digits[2:]}" if text.strip().startswith(("+44", "0044")) else ""
    return _Asked(whole, squash(text), tuple(whole.split()), number.replace("0044", "0"))


def _hit(asked: _Asked, one: Known) -> Hit | None:
    if one.short == asked.squashed:
        return Hit(BEGINS, f"Initials of {one.label}", one)
    rank, place = min((_rank(asked, said), place) for place, said in enumerate(one.said))
    if rank > WITHIN:
        return _across(asked, one)
    if asked.short and rank == WITHIN:
        return None
    return Hit(rank, _why(one.said[place]), one, one.said[place])


def _rank(asked: _Asked, said: Said) -> int:
    if asked.squashed == said.squashed or (asked.number and asked.number == said.squashed):
        return EXACT
    if said.folded.startswith(asked.whole) or said.squashed.startswith(asked.squashed):
        return BEGINS
    folded = f" {said.folded}"
    if all(f" {each}" in folded for each in asked.words):
        return WORDS
    if asked.squashed in said.squashed or all(each in folded for each in asked.words):
        return WITHIN
    return WITHIN + 1


def _across(asked: _Asked, one: Known) -> Hit | None:
    """Words of which some are in one name and some in another, such as surname and nickname."""
    if asked.short or not all(word in one.whole for word in asked.words):
        return None
    found = [
        said for said in one.said if any(word in said.folded for word in asked.words) and said.why
    ]
    return Hit(WITHIN + 1, _why(found[0]) if found else "Name", one, *found[:1])


def _why(said: Said) -> str:
    return f"{said.why}: {said.shown}" if said.why else "Name"


def _row(session: Session, hit: Hit) -> SubjectRow:
    one = hit.known
    return SubjectRow(
        one.id,
        one.kind,
        one.label,
        short_label(session, one.kind, one.label),
        one.reference,
        hit.why,
        tuple(name for _, name, _ in one.aliases),
    )
