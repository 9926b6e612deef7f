"""Children's home addresses found in a text, also with the street shortened, to be kept back."""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from models.rules.addresses import POSTCODE, STREETS, postcode_key
from models.rules.names import plain

NUMBERED = re.compile(
    r"\b(\d{1,4}[a-z]?)\b,?[ \t]+([^\W\d_][\w'’.-]*(?:[ \t]+[^\W\d_][\w'’.-]*){1,3})", re.IGNORECASE
)
WORD = re.compile(r"[^\W\d_][\w'’-]*")
ENDS = STREETS | {"house"}
THEN_POSTCODE = re.compile(rf"(?:[\s,]+[^\W\d_]+){{0,3}}[\s,]+({POSTCODE.pattern})", re.IGNORECASE)
A_HOME = re.compile(
    r"\b(?:carers?|place(?:d|ment)|foster|liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|hom(?:e|es)|resid\w+"
    r"|address|hous(?:e|ed)|mov(?:e|ed|ing)|unit|hostel|refuge|family)\b",
    re.IGNORECASE,
)
LIVES = re.compile(
    r"\b(?:placement|placed|foster\w*|carers?|liv(?:es?|ed|ing)|home(?: address)?|resid\w+)"
    r"(?:\s+(?:is|are))?\s*(?:at|in|:)\s+(?:the\s+|flat\s+\w+,?\s+)?\Z",
    re.IGNORECASE,
)
REACH = 60
"""How far before an address a word says that it is a home."""
SHOWN, SHOWN_POSTCODE = "(home address)", "(home postcode)"
Street = tuple[str, tuple[str, ...]]
Address = tuple[str, str | None]
NOWHERE: tuple[frozenset[Street], frozenset[str]] = (frozenset(), frozenset())
Streets = Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]


@dataclass(frozen=True)
class Homes:
    """Homes by number and first word of the street, each with all its words; and postcodes."""

    streets: Streets = field(default_factory=dict)
    postcodes: frozenset[str] = frozenset()

    def masked(self, text: str) -> str:
        """The text with a word in the place of every home and its postcode."""
        if self.postcodes:
            text = POSTCODE.sub(self._postcode, text)
        return NUMBERED.sub(self._street, text) if self.streets else text

    def _postcode(self, found: re.Match[str]) -> str:
        return SHOWN_POSTCODE if postcode_key(found[0]) in self.postcodes else found[0]

    def _street(self, found: re.Match[str]) -> str:
        words = list(WORD.finditer(found[2]))
        said = [plain(word[0]) for word in words]
        for street in self.streets.get((found[1].lower(), said[0]), ()):
            if _same(said[: len(street)], street):
                end = words[len(street) - 1].end()
                return SHOWN + found[2][end:].removeprefix(".")
        return found[0]


class LivedIn:
    """Where children live, and the places of concern, which are no homes; a place may be put anew.

    `homes` is the same object until another is kept back.
    """

    def __init__(
        self,
        addresses: Iterable[Address],
        places: Iterable[tuple[Hashable, Iterable[tuple[str | None, str | None]]]],
    ) -> None:
        self._streets, self._codes = set[Street](), set[str]()
        for text, postcode in addresses:
            self._streets.update(_numbered(text))
            self._codes.update(map(postcode_key, POSTCODE.findall(f"{text}, {postcode or ''}")))
        self._places = {key: _at(told) for key, told in places}
        self.homes = self._homes()

    def put_place(self, key: Hashable, told: Iterable[tuple[str | None, str | None]]) -> None:
        """Have a place of concern lie where this is told, or nowhere."""
        before, now = self._places.pop(key, NOWHERE), _at(told)
        self._places[key] = now
        streets, codes = (one ^ other for one, other in zip(before, now, strict=True))
        if streets & self._streets or codes & self._codes:
            self.homes = self._homes()

    def _homes(self) -> Homes:
        streets: dict[tuple[str, str], list[tuple[str, ...]]] = {}
        spared = frozenset[Street]().union(*(at for at, _ in self._places.values()))
        for number, words in sorted(self._streets - spared):
            streets.setdefault((number, words[0]), []).append(words)
        codes = self._codes.difference(*(codes for _, codes in self._places.values()))
        return Homes({key: tuple(each) for key, each in streets.items()}, frozenset(codes))


def _at(told: Iterable[tuple[str | None, str | None]]) -> tuple[frozenset[Street], frozenset[str]]:
    """The streets and postcodes of a place."""
    told = tuple(told)
    streets = (one for text, _ in told for one in _numbered(text or ""))
    codes = (POSTCODE.findall(f"{text or ''}, {code or ''}") for text, code in told)
    return frozenset(streets), frozenset(postcode_key(one) for each in codes for one in each)


def written_homes(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Addresses in free text that are said to be a home, each with the postcode after it."""
    for text in texts:
        for found in NUMBERED.finditer(text):
            ends = [one.end() for one in WORD.finditer(found[2]) if plain(one[0]) in ENDS]
            if not ends:
                continue
            end = found.start(2) + ends[0]
            code = THEN_POSTCODE.match(text, end)
            before = text[max(0, found.start() - REACH) : found.start()]
            if (A_HOME if code else LIVES).search(before):
                yield text[found.start() : end], code[1] if code else ""


def _numbered(text: str) -> Iterator[Street]:
    """The numbered streets of an address: from a number to a word for street or the next comma."""
    for found in NUMBERED.finditer(text):
        words = tuple(plain(word) for word in WORD.findall(found[2]))
        ends = [at for at, word in enumerate(words) if at and word in ENDS]
        yield found[1].lower(), words[: ends[0] + 1] if ends else words


def _same(said: list[str], street: tuple[str, ...]) -> bool:
    """Whether words are this street, its last word perhaps shortened: St for Street."""
    if len(said) != len(street) or said[:-1] != list(street[:-1]):
        return False
    return said[-1][:1] == street[-1][:1]
