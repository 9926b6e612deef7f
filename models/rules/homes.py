"""Children's home addresses found in a text, also with the street shortened, to be kept back."""

import re
from collections.abc import Iterable, Iterator, Mapping
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


def homes_of(
    addresses: Iterable[tuple[str, str | None]], places: Iterable[tuple[str | None, str | None]]
) -> Homes:
    """The homes at these addresses and postcodes, save what is a place of concern itself."""
    known, codes = set[tuple[str, tuple[str, ...]]](), set[str]()
    for text, postcode in addresses:
        known.update(_numbered(text))
        codes.update(map(postcode_key, POSTCODE.findall(f"{text}, {postcode or ''}")))
    for place, code in places:
        known.difference_update(_numbered(place or ""))
        codes.difference_update(map(postcode_key, POSTCODE.findall(f"{place or ''}, {code or ''}")))
    streets: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for number, words in sorted(known):
        streets.setdefault((number, words[0]), []).append(words)
    return Homes({key: tuple(each) for key, each in streets.items()}, frozenset(codes))


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


def _numbered(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
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
