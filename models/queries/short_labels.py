"""How a subject is called where others look on: by no name, nor by what holds one."""

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from models.entities import Alias
from models.marks import PEOPLE
from models.queries.called_by import Called, CalledBy
from models.queries.changed import SUBJECTS, held, hold, renamed_since
from models.queries.people_called import people_called
from models.rules import names
from models.rules.names import plain
from models.storage.journal import writes

if TYPE_CHECKING:
    from models.rules.spoken_of import SpokenOf

KNOWN = "who is called what"
_turn = threading.Lock()


def short_label(session: Session, kind: str | None, label: str) -> str:
    """Initials for people; anything else by its name, with initials for each name in it.

    A group called after two children and a place called after a third say who they are as their
    names would. Which links there are changes nothing: they may be hidden from the reader.
    """
    if kind in PEOPLE or not label:
        return names.short_label(kind, label)
    if writes(session):
        return _shown(label, _at_work(session))
    with _turn:
        return _shown(label, _known(session))


def _shown(label: str, known: CalledBy) -> str:
    """The label with initials for each name in it, made once while nobody's name changes."""
    if label not in known.shown:
        meant = known.meant_by(plain(label).split())
        known.shown[label] = _mask_of(known, meant).masked(label) if meant else label
    return known.shown[label]


def _mask_of(known: CalledBy, meant: frozenset[int]) -> "SpokenOf":
    """One mask for all labels that may mean the same people: the shops of one street."""
    if meant not in known.masks:
        known.masks[meant] = _mask(known.names_of(meant))
    return known.masks[meant]


def _mask(people: Sequence[Called]) -> "SpokenOf":
    """Whole names and first names alone; a surname alone is as often that of a road or a shop."""
    # A window that opens waits for none of what reads names within words.
    from models.rules.bearers import name_mask
    from models.rules.name_parts import parts_of, spoken
    from models.rules.spoken_of import SpokenOf

    parts = parts_of(tuple(spoken(name, others) for name, *others in people))
    return SpokenOf(replace(parts, surnames={}), name_mask(people))


def _at_work(session: Session) -> CalledBy:
    """A unit of work, which asks anew each time, looks for them once."""
    known: CalledBy = session.info.get(KNOWN) or session.info.setdefault(KNOWN, _read(session, 0))
    return known


def _known(session: Session) -> CalledBy:
    """Who is called what, as of the reading; whose names have changed since are read again."""
    # What is told by an answer of this is told by every name on record, and by no journal.
    with session.info["asking"].aside((*SUBJECTS, Alias.__tablename__)):
        found, now = held(session, KNOWN)
        known: CalledBy | None = found
        if known is None or now < known.number or not _refresh(session, known, now):
            known = _read(session, now)
        hold(session, KNOWN, known)
    return known


def _refresh(session: Session, known: CalledBy, now: int) -> bool:
    """Take up whose names have changed since; False where they are best all read again."""
    if now == known.number:
        return True
    changed = renamed_since(session, known.number, known.alias_of)
    if changed is None:
        return False
    if changed:
        names, alias_of = people_called(session, PEOPLE, changed)
        known.take(names, alias_of, instead_of=changed)
    known.number = now
    return True


def _read(session: Session, number: int) -> CalledBy:
    known = CalledBy(number)
    known.take(*people_called(session, PEOPLE))
    return known
