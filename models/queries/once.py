"""What a reading asks once, however many of its records need it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from models.storage.journal import writes

P = ParamSpec("P")
R = TypeVar("R")


def once(
    ask: Callable[Concatenate[Session, P], R],
) -> Callable[Concatenate[Session, P], R]:
    """The query, answered from the first time: what a reading sees does not change under it.

    A unit of work, which changes what it sees, asks anew. Nobody changes the answer.
    """

    @wraps(ask)
    def asked(session: Session, /, *args: P.args, **named: P.kwargs) -> R:
        if writes(session):
            return ask(session, *args, **named)
        kept: dict[Any, R] = session.info.setdefault(ask, {})
        key = (args, *sorted(named.items()))
        if key not in kept:
            kept[key] = ask(session, *args, **named)
        return kept[key]

    return asked
