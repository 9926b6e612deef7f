"""Queries that are imported when they are first asked: a window that opens needs few of them."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


class LaterQuery:
    """A function of a module of queries, found when it is first called."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name
        self._query: Callable[..., Any] | None = None

    def __call__(self, *args: Any, **named: Any) -> Any:
        if self._query is None:
            self._query = getattr(import_module(self._module), self._name)
        return self._query(*args, **named)


class Later:
    """A module of queries by its name; each of its functions is a `LaterQuery`."""

    def __init__(self, name: str) -> None:
        self._name = f"models.queries.{name}"

    def __getattr__(self, name: str) -> Any:
        return LaterQuery(self._name, name)
