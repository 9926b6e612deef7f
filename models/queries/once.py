"""What is asked once, however many records and readings need it, until it changes."""

from collections.abc import Callable
from datetime import datetime, time
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from models.codes import in_force
from models.records.reader import Reader
from models.storage.journal import writes

P = ParamSpec("P")
R = TypeVar("R")
ANSWERED: list[Callable[..., Any]] = []
"""Every query that is answered so."""


def once(
    ask: Callable[Concatenate[Session, P], R],
) -> Callable[Concatenate[Session, P], R]:
    """The query, answered from the first time while nothing has changed that it was told by.

    It is told by its arguments, by the tables of its statements and by the code lists in force;
    of a reader by all that says what may be seen, and of the moment by the day alone: what the
    hour tells is worked out from the answer. A unit of work, which changes what it sees, asks
    anew. Nobody changes the answer, and it holds no entity.
    """

    @wraps(ask)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> R:
        if writes(session):
            return ask(session, *args, **named)
        told: Any = tuple(map(by_day, args))
        also: Any = {name: by_day(one) for name, one in named.items()}
        key = ask, told, tuple(sorted(also.items())), in_force.issue()
        answers, asking = session.info["answers"], session.info["asking"]
        return answers.give(session, asking, key, lambda: ask(session, *told, **also))  # type: ignore[no-any-return]

    ANSWERED.append(asked)
    return asked


def once_in_a_reading(
    ask: Callable[Concatenate[Session, P], R],
) -> Callable[Concatenate[Session, P], R]:
    """The query, answered once for each reading: what it gives may hold its entities."""

    @wraps(ask)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> R:
        if writes(session):
            return ask(session, *args, **named)
        key = ask, args, tuple(sorted(named.items()))
        return session.info["asking"].give(key, lambda: ask(session, *args, **named))  # type: ignore[no-any-return]

    return asked


def by_day(argument: object) -> object:
    """A reader at the beginning of the day; anything else as it is."""
    if isinstance(argument, Reader):
        return argument.at(datetime.combine(argument.today, time()))
    return argument
