"""Text as the search index keeps it: small letters, no accents, words parted by single blanks."""

import re
import unicodedata

APOSTROPHES = frozenset(map(ord, "'’‘`´ʼ"))
INITIAL = re.compile(r"\b(\w)\.(?=\w\b)")
# What people write with blanks or without: telephones, registration marks, postcodes.
NUMBER = re.compile(
    r"\b(?:\d{2,}(?: \d{2,})+|[a-z]{2}\d{2} [a-z]{3}|[a-z]{1,2}\d[a-z\d]? \d[a-z]{2})\b"
)
ABROAD = re.compile(r"\b(?:00)?44(?=\d{10}\b)")


class _Letters(dict[int, str]):
    """Each letter as it is kept; a picture becomes a word of its own number."""

    def __missing__(self, code: int) -> str:
        kept = self[code] = self._kept(code)
        return kept

    @staticmethod
    def _kept(code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if code in APOSTROPHES or unicodedata.combining(letter) or category in ("Cf", "Cs"):
            return ""
        if category[0] in "LN" or (category[0] == "M" and not 0xFE00 <= code <= 0xFE0F):
            return letter
        if category in ("So", "Cn") or 0x1F3FB <= code <= 0x1F3FF:
            return f" u{code:x} "
        return "" if category[0] == "M" else " "


_LETTERS = _Letters()


def fold(text: str) -> str:
    """The words of a text, parted by blanks: “O’Brien, J.T.” is “obrien jt”."""
    small = text.casefold()
    if not small.isascii():
        # Letters of fancy handles, such as 𝕬, are capitals only once they are taken apart.
        small = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", small).casefold())
    return " ".join(INITIAL.sub(r"\1", small).translate(_LETTERS).split())


def squash(text: str) -> str:
    """Folded text without its blanks, and a telephone number without its country."""
    return ABROAD.sub("0", text.replace(" ", ""))


def numbers(folded: str) -> tuple[str, ...]:
    """The numbers in folded text that stand with blanks inside, without them."""
    found = tuple(squash(run) for run in NUMBER.findall(folded))
    return found if "44" not in folded else (*found, *_at_home(folded, found))


def _at_home(folded: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """Numbers written whole with their country, without it."""
    return tuple(
        home for word in folded.split() if (home := squash(word)) != word and home not in found
    )
