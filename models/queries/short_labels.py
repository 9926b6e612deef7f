"""How a subject is called where others look on: by no name, nor by what holds one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Subject
from models.marks import PEOPLE
from models.queries.once import once
from models.rules import names
from models.rules.names import UNNAMED, plain

if TYPE_CHECKING:
    from models.rules.spoken_of import SpokenOf

KNOWN = "who is called what, in a unit of work"
Called = tuple[str, ...]
"""All names of somebody, the one shown first."""
ByWord = Mapping[str, Sequence[Called]]


def short_label(session: Session, kind: str | None, label: str) -> str:
    """Initials for people; anything else by its name, with initials for each name in it.

    A group called after two children and a place called after a third say who they are as their
    names would. Which links there are changes nothing: they may be hidden from the reader.
    """
    if kind in PEOPLE or not label:
        return names.short_label(kind, label)
    known = _at_work(session) if "journal" in session.info else _by_word(session)
    words = plain(label).split()
    meant = {one for word in words for part in (word, word[:-1]) for one in known.get(part, ())}
    if not meant:
        return label
    return _mask(sorted(meant)).masked(label)


def _mask(people: Sequence[Called]) -> "SpokenOf":
    """Whole names and first names alone; a surname alone is as often that of a road or a shop."""
    # A window that opens waits for none of what reads names within words.
    from models.rules.bearers import name_mask
    from models.rules.spoken_of import SpokenOf, parts_of, spoken

    parts = parts_of(tuple(spoken(name, others) for name, *others in people))
    return SpokenOf(replace(parts, surnames={}), name_mask(people))


def _at_work(session: Session) -> ByWord:
    """A unit of work, which asks anew each time, looks for them once."""
    known: ByWord = session.info.get(KNOWN) or session.info.setdefault(KNOWN, _by_word(session))
    return known


@once
def _by_word(session: Session) -> ByWord:
    """Everybody on record by each word of each name."""
    others: dict[int, list[str]] = {}
    for one, name in session.execute(select(Alias.subject_id, Alias.name).order_by(Alias.id)):
        others.setdefault(one, []).append(name)
    people = select(Subject.id, Subject.label).where(
        Subject.kind.in_(PEOPLE), Subject.label != UNNAMED
    )
    found: dict[str, list[Called]] = {}
    for one, label in session.execute(people):
        called = (label, *others.get(one, ()))
        for word in {word for name in called for word in plain(name).split()}:
            if len(word) > 1:
                found.setdefault(word, []).append(called)
    return found
