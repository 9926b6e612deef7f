"""Places named in what people wrote: by name, other name or street, word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from models import codes
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.names import plain

SHORTEST = 4
LEADING = frozenset({"the", "at", "in", "near"})
Named = tuple[tuple[str, ...], int]


class PlaceNames:
    """The names of places, looked for in texts.

    A name that is only a kind of place ("Park", "bus station") or shorter than four letters means
    the place where it is all that was written, not inside a sentence.
    """

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._by_first: dict[str, list[Named]] = defaultdict(list)
        self._whole: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self._coded: dict[str, set[int]] = defaultdict(set)
        common = _common()
        for place_id, name in names:
            self._add(place_id, name, common)

    def named_in(self, *texts: str | None) -> set[int]:
        """Ids of the places that these texts name."""
        return {one for text in texts if text for one in self._in_text(text)}

    def _add(self, place_id: int, name: str, common: frozenset[tuple[str, ...]]) -> None:
        if POSTCODE.fullmatch(name.strip()):
            self._coded[postcode_key(name)].add(place_id)
            return
        words = _words(name)
        if not words:
            return
        self._whole[words].add(place_id)
        if words not in common and sum(map(len, words)) >= SHORTEST:
            self._by_first[words[0]].append((words, place_id))

    def _in_text(self, text: str) -> Iterator[int]:
        words = tuple(plain(text).split())
        yield from self._whole.get(_bare(words), ())
        for at, word in enumerate(words):
            for name, place_id in self._by_first.get(word, ()):
                if words[at : at + len(name)] == name:
                    yield place_id
        if self._coded:
            for code in POSTCODE.findall(text):
                yield from self._coded.get(postcode_key(code), ())


def street_of(address: str | None) -> str | None:
    """The part of an address that names one door: "14 Albion Terrace"; None where none does."""
    first = (address or "").split(",")[0].strip()
    return first if any(one.isdigit() for one in first) and len(first.split()) > 1 else None


def _words(name: str) -> tuple[str, ...]:
    return _bare(tuple(plain(name).split()))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in LEADING else words


@codes.kept
def _common() -> frozenset[tuple[str, ...]]:
    """Words that only say what kind of place one is."""
    rows = codes.load("place_types")
    said = (word for row in rows for word in (row.label, *row.synonyms))
    return frozenset(_words(one) for one in said)
