"""How far the reading of one long paper is, told to whoever listens; who listens may stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Hearing = Callable[[int, int, str], object]
_listening: ContextVar[Hearing | None] = ContextVar("listening", default=None)


@contextmanager
def heard(by: Hearing | None) -> Iterator[None]:
    """Tell `by` how much of how much is done, and what, of every long paper read within.

    An exception that `by` raises stops the reading there; nothing is written by a reading.
    """
    before = _listening.set(by)
    try:
        yield
    finally:
        _listening.reset(before)


def tell(done: int, of: int, words: str) -> None:
    """Say how far a long paper is read, as often as it may take a while until the next time."""
    listening = _listening.get()
    if listening is not None:
        listening(done, of, words)
