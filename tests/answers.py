"""Guards for tests: what is given again is what would be asked now, told without the hour."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy.orm import DeclarativeBase, Session

from models.queries import once
from models.records.reader import Reader
from models.storage.answers import Answers, Asking


class Hourless(datetime):
    """A moment of which only the day may be told: an answer that is kept does not know the hour."""

    def _told(self, *_: object) -> Any:
        raise AssertionError("an answer that is kept was told the hour")

    __lt__ = __le__ = __gt__ = __ge__ = __sub__ = __rsub__ = __add__ = __radd__ = _told
    hour = minute = second = property(_told)
    time = isoformat = timestamp = strftime = _told


class _Anew:
    """Gives no answer again, and holds nothing."""

    def give(self, session: Session, asking: Asking, key: Any, ask: Callable[[], Any]) -> Any:
        return ask()

    def held(self, session: Session, asking: Asking, key: Any) -> Any:
        asking.heard = asking.heard or (0, 0)

    def hold(self, asking: Asking, key: Any, value: object) -> None:
        pass


def hourless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every query that is answered once read for a reader without an hour."""
    by_day = once.by_day

    def told(argument: object) -> object:
        reader = by_day(argument)
        if isinstance(reader, Reader):
            return reader.at(Hourless.combine(reader.today, datetime.min.time()))
        return reader

    monkeypatch.setattr(once, "by_day", told)


def asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each answer that is given again asked anew beside it, and compared."""
    give = Answers.give

    def given(
        self: Answers, session: Session, asking: Asking, key: Any, ask: Callable[[], Any]
    ) -> Any:
        known, anew = key in asking.answers, []
        answer = give(self, session, asking, key, lambda: anew.append(True) or ask())
        if known:
            return answer
        for part in _inside(answer):
            assert not isinstance(part, DeclarativeBase | Hourless), f"{_name(key)} holds {part!r}"
        if not anew:
            session.info["answers"] = _Anew()
            try:
                fresh = ask()
            finally:
                session.info["answers"] = self
            assert callable(answer) or fresh == answer, f"{_name(key)} has changed"
        return answer

    monkeypatch.setattr(Answers, "give", given)


def _name(key: Any) -> str:
    return f"{key[0].__module__}.{key[0].__qualname__}"


def _inside(value: Any) -> Iterator[Any]:
    """The value and all that it is made of."""
    yield value
    if isinstance(value, Mapping):
        for pair in value.items():
            yield from _inside(pair)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))
