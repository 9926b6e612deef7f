"""What a reading asks of all its records in one statement, however they are come upon."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from models.queries.once import once, once_in_a_reading
from models.storage.journal import writes

P = ParamSpec("P")
R = TypeVar("R")
Ids = tuple[int, ...]
ABREAST = 200
"""How many records one statement asks for at most."""


def grouped(pairs: Iterable[tuple[int | None, R]]) -> dict[int, list[R]]:
    """What belongs to each id, in the order given; what belongs to none is left out."""
    found: dict[int, list[R]] = {}
    for one, what in pairs:
        if one is not None:
            found.setdefault(one, []).append(what)
    return found


class About(StrEnum):
    """What the ids of a query are of."""

    ITEM = "item"
    SUBJECT = "subject"
    CHILD = "child"
    MEMBER = "member"


def foresee(session: Session, about: About, ids: Iterable[int]) -> None:
    """Say of what a reading will be asked: the first question for one of them asks for all.

    A unit of work, which changes what it sees, asks one by one.
    """
    if writes(session):
        return
    groups: dict[int, Ids] = session.info.setdefault(about, {})
    fresh = [one for one in dict.fromkeys(ids) if one not in groups]
    for start in range(0, len(fresh), ABREAST):
        group = tuple(fresh[start : start + ABREAST])
        groups.update(dict.fromkeys(group, group))


def together(
    about: About, *, kept: bool = True
) -> Callable[
    [Callable[Concatenate[Session, Ids, P], Mapping[int, R]]],
    Callable[Concatenate[Session, int, P], R | None],
]:
    """A query for many ids as one for a single id, asked once for all that were foreseen.

    What it is asked for one id is what it is asked for many: there is no second statement that
    could select by another rule. Not `kept`, an answer is good for its reading alone.
    """

    def made(
        ask: Callable[Concatenate[Session, Ids, P], Mapping[int, R]],
    ) -> Callable[Concatenate[Session, int, P], R | None]:
        ask_once = once(ask) if kept else once_in_a_reading(ask)

        @wraps(ask)
        def asked(session: Session, one: int, /, *args: P.args, **named: P.kwargs) -> R | None:
            groups: dict[int, Ids] = session.info.get(about, {})
            return ask_once(session, groups.get(one, (one,)), *args, **named).get(one)

        return asked

    return made
