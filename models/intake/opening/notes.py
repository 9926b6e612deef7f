"""What the person should know about how a paper was read, gathered by place."""

from collections.abc import Iterable

SHOWN = 5


class Notes:
    """Notes for people, each once, with the first few places it is true of."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, None]] = {}

    def add(self, sentence: str, where: str = "") -> None:
        """Keep a sentence (without its full stop) for a place, or for the whole paper."""
        places = self._places.setdefault(sentence, {})
        if where:
            places[where] = None

    def lines(self) -> tuple[str, ...]:
        """Return every note as one line, in the order first met."""
        return tuple(_line(sentence, places) for sentence, places in self._places.items())


def _line(sentence: str, places: Iterable[str]) -> str:
    known = list(places)
    if not known:
        return f"{sentence}."
    more = len(known) - SHOWN
    tail = f"; and {more} more" if more > 0 else ""
    return f"{sentence}: {'; '.join(known[:SHOWN])}{tail}."
