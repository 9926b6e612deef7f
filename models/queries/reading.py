"""How a query becomes a method of the workspace: opened, read for one reader, closed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from sqlalchemy.orm import Session

from models.records.reader import Reader

P = ParamSpec("P")
R = TypeVar("R")


class Readable(Protocol):
    """A store as far as readings need it."""

    def reading(self) -> AbstractContextManager[Session]:
        """A session that only reads and ends before the result is used."""
        ...


class Desk(Protocol):
    """Where readings are asked: a store and who is reading."""

    @property
    def store(self) -> Readable:
        """The store that is read."""
        ...

    def reader(self) -> Reader:
        """Who reads, and when."""
        ...


class reading(Generic[P, R]):  # noqa: N801
    """A query as a method: `children = reading(queries.children.children)`."""

    def __init__(self, query: Callable[Concatenate[Session, Reader, P], R]) -> None:
        self._query = query
        self.__doc__ = query.__doc__

    def __get__(self, desk: Desk, owner: type[Any]) -> Callable[P, R]:
        """The query bound to the desk's store and reader."""

        def ask(*args: P.args, **kwargs: P.kwargs) -> R:
            with desk.store.reading() as session:
                return self._query(session, desk.reader(), *args, **kwargs)

        return ask
