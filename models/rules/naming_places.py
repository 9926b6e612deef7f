"""Places named in what people wrote: by name, other name or street, word for word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from models import codes
from models.rules.addresses import POSTCODE, postcode_key
from models.rules.names import plain

SHORTEST, SHORT = 4, 80
"""Letters of a name that is looked for inside a text, and of a text that is kept in mind."""
LEADING = frozenset({"the", "at", "in", "near"})
Words = tuple[str, ...]


class PlaceNames:
    """The names of places, looked for in texts.

    A name that is only a kind of place ("Park", "bus station") or shorter than four letters means
    the place where it is all that was written, not inside a sentence. Of names that lie over each
    other the longest counts: "Harbour Park skatepark" does not name Harbour Park as well.
    """

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._inside: dict[Words, set[int]] = defaultdict(set)
        self._whole: dict[Words, set[int]] = defaultdict(set)
        self._known: dict[str, frozenset[int]] = {}
        self._coded: dict[str, set[int]] = defaultdict(set)
        common = _common()
        for place_id, name in names:
            self._add(place_id, name, common)

    def named_in(self, *texts: str | None) -> set[int]:
        """Ids of the places that these texts name."""
        return {one for text in texts if text for one in self._named(text)}

    def _add(self, place_id: int, name: str, common: frozenset[Words]) -> None:
        if POSTCODE.fullmatch(name.strip()):
            self._coded[postcode_key(name)].add(place_id)
            return
        words = _words(name)
        if not words:
            return
        self._whole[words].add(place_id)
        if words not in common and sum(map(len, words)) >= SHORTEST:
            self._lengths[words[0]].add(len(words))
            self._inside[words].add(place_id)

    def _named(self, text: str) -> frozenset[int]:
        """The same of one text; where somebody was found is written alike again and again."""
        known = self._known.get(text)
        if known is None:
            known = frozenset(self._in_text(text))
            if len(text) <= SHORT:
                self._known[text] = known
        return known

    def _in_text(self, text: str) -> Iterator[int]:
        words = tuple(plain(text).split())
        yield from self._whole.get(_bare(words), ())
        past = 0
        for at, word in enumerate(words):
            if at < past:
                continue
            for length in sorted(self._lengths.get(word, ()), reverse=True):
                if found := self._inside.get(words[at : at + length]):
                    yield from found
                    past = at + length
                    break
        if self._coded:
            for code in POSTCODE.findall(text):
                yield from self._coded.get(postcode_key(code), ())


def street_of(address: str | None) -> str | None:
    """The part of an address that names one door: "14 Albion Terrace"; None where none does."""
    first = (address or "").split(",")[0].strip()
    return first if any(one.isdigit() for one in first) and len(first.split()) > 1 else None


def _words(name: str) -> Words:
    return _bare(tuple(plain(name).split()))


def _bare(words: Words) -> Words:
    return words[1:] if len(words) > 1 and words[0] in LEADING else words


@codes.kept
def _common() -> frozenset[Words]:
    """Words that only say what kind of place one is."""
    rows = codes.load("place_types")
    said = (word for row in rows for word in (row.label, *row.synonyms))
    return frozenset(_words(one) for one in said)
