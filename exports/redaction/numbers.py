"""Telephone numbers, plates, handles, reference numbers and addresses in a text."""

import re
from collections.abc import Iterator

from exports.redaction.found import Hit, Sure
from exports.redaction.index import Index, sign
from exports.redaction.labels import is_a_reference
from exports.redaction.words import Word, near
from models.records.documents import KnownName
from models.rules.addresses import POSTCODE, STREETS
from models.rules.dates.vocabulary import MONTH as MONTH_NAMES
from models.rules.identifiers import phone_key

PHONE = re.compile(r"(?<![\w])\+?\d(?:[\s().\-–/]{0,3}\d){5,14}(?!\w)")
UK_PHONE = re.compile(r"0\d{9,10}")
PLATE = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b|\b[A-Z]\d{1,3}\s?[A-Z]{3}\b")
HANDLE = re.compile(r"@?[\w](?:[\w.\-]*\w)?")
THEN_POSTCODE = re.compile(rf"[,\s]*{POSTCODE.pattern}", re.IGNORECASE)
MONTH = re.compile(MONTH_NAMES, re.IGNORECASE)
HOUSE = re.compile(r"\d{1,4}[a-z]?")
MOST_PARTS = 4
FIGURE = re.compile(r"\d")


def numbers(text: str, words: list[Word], index: Index, hidden: frozenset[KnownName]) -> list[Hit]:
    """Every number or address of others on record; a plate or telephone on no record is marked."""
    figures = FIGURE.search(text) is not None
    return [
        *(_phones(text, index, hidden) if figures else ()),
        *(_signs(text, words, index, hidden) if index.signs else ()),
        *(_handles(text, index, hidden) if index.signs else ()),
        *(_addresses(text, words, index, hidden) if index.streets else ()),
        *(_plates(text, index, hidden) if figures else ()),
        *(_told_addresses(text, words, index) if figures else ()),
    ]


def _phones(text: str, index: Index, hidden: frozenset[KnownName]) -> Iterator[Hit]:
    for match in PHONE.finditer(text):
        number = phone_key(match[0])
        names = frozenset(index.phones.get(number, ()))
        if names:
            if names - hidden:
                yield Hit(match.start(), match.end(), "phone", Sure.EXACT, True, names - hidden)
        elif UK_PHONE.fullmatch(number):
            like = _one_figure_off(number, index, hidden)
            sure = Sure.NEAR if like else Sure.UNKNOWN
            yield Hit(match.start(), match.end(), "phone", sure, bool(like), like)


def _one_figure_off(
    number: str, index: Index, hidden: frozenset[KnownName]
) -> frozenset[KnownName]:
    """Whose number differs by one figure or by two neighbours exchanged."""
    for like in _slips(number):
        found = index.phones.get(like)
        if found and found - hidden:
            return frozenset(found - hidden)
    return frozenset()


def _slips(number: str) -> Iterator[str]:
    for at in range(1, len(number)):
        for figure in "0123456789":
            yield number[:at] + figure + number[at + 1 :]
        yield number[: at - 1] + number[at] + number[at - 1] + number[at + 1 :]


def _signs(
    text: str, words: list[Word], index: Index, hidden: frozenset[KnownName]
) -> Iterator[Hit]:
    """Plates, references and postcodes, written together or in up to four parts."""
    for first in range(len(words)):
        if words[first].text[:2] not in index.beginnings:
            continue
        joined = ""
        for last in range(first, min(first + MOST_PARTS, len(words))):
            if last > first and not near(text, words[last - 1], words[last]):
                break
            joined += words[last].text
            names = frozenset(index.signs.get(joined, ())) - hidden
            if names and (any(letter.isdigit() for letter in joined) or last > first):
                kind = min(one.kind for one in names)
                yield Hit(words[first].start, words[last].end, kind, Sure.EXACT, True, names)


def _handles(text: str, index: Index, hidden: frozenset[KnownName]) -> Iterator[Hit]:
    for match in HANDLE.finditer(text):
        written = match[0]
        if written.isalpha():
            continue
        names = frozenset(index.signs.get(sign(written), ())) - hidden
        accounts = frozenset(one for one in names if one.kind == "online_account")
        if accounts:
            yield Hit(match.start(), match.end(), "online_account", Sure.EXACT, True, accounts)


def _plates(text: str, index: Index, hidden: frozenset[KnownName]) -> Iterator[Hit]:
    """A plate one sign away from one on record is that one; any other is marked."""
    for match in PLATE.finditer(text):
        if sign(match[0]) not in index.signs:
            like = frozenset(index.plates_like(sign(match[0]))) - hidden
            if not like and is_a_reference(text, match.start(), match.end()):
                continue
            sure = Sure.NEAR if like else Sure.UNKNOWN
            yield Hit(match.start(), match.end(), "vehicle", sure, bool(like), like)


def _addresses(
    text: str, words: list[Word], index: Index, hidden: frozenset[KnownName]
) -> Iterator[Hit]:
    for at in range(len(words) - 1):
        known = index.streets.get((words[at].text, words[at + 1].text))
        names = frozenset(known or ()) - hidden
        if not names or not near(text, words[at], words[at + 1]):
            continue
        rest = {word for one in names for word in re.findall(r"\w+", one.text.lower())}
        last = at + 1
        while last + 1 < len(words) and near(text, words[last], words[last + 1]):
            if words[last + 1].text not in rest | STREETS:
                break
            last += 1
        first = _flat(text, words, at)
        end = words[last].end
        tail = THEN_POSTCODE.match(text, end)
        yield Hit(words[first].start, tail.end() if tail else end, "place", Sure.EXACT, True, names)


def _told_addresses(text: str, words: list[Word], index: Index) -> Iterator[Hit]:
    """A numbered street that is on no record, with its postcode: only a person can tell whose."""
    for at, word in enumerate(words[:-2]):
        start = word.text, words[at + 1].text
        if not HOUSE.fullmatch(word.text) or start in index.streets or start in index.places:
            continue
        if not words[at + 1].capital or MONTH.fullmatch(words[at + 1].raw):
            continue
        for last in range(at + 2, min(at + 4, len(words))):
            if not near(text, words[last - 1], words[last]):
                break
            if words[last].text in STREETS and words[last].capital:
                tail = THEN_POSTCODE.match(text, words[last].end)
                end = tail.end() if tail else words[last].end
                yield Hit(word.start, end, "place", Sure.UNKNOWN, False)
                break


def _flat(text: str, words: list[Word], at: int) -> int:
    """Where the address begins: with "Flat 2," before the house number."""
    if at > 1 and words[at - 2].text in {"flat", "apartment", "room", "unit"}:
        return at - 2
    return at
