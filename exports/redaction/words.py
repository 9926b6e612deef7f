"""Text as words with their places, folded so that spellings of one name compare equal."""

import re
import unicodedata
from dataclasses import dataclass

from models.remembering import remembered
from models.rules.masking import OF_A_FAMILY

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
APOSTROPHES = "'’‘`´ʼ′"
MARKS = "\u0300-\u036f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}{UNSEEN}]|[{APOSTROPHES}](?=[^\W_]))*")
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)
DROPPED = re.compile(rf"[{APOSTROPHES}{UNSEEN}]")
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})
NEAR = re.compile(rf"[\s,.'’\"“”‘()/&{UNSEEN}‐-―_-]{{0,6}}")
HYPHEN = re.compile(rf"[{UNSEEN}‐-―_-]\s*|\s*\n\s*")
SENTENCE_END = re.compile(r"[.!?:;•\n]")
STOP = re.compile(r"\.[”\"’)]*\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place; `opens` a sentence, or `capital` in its midst."""

    text: str
    raw: str
    start: int
    end: int
    opens: bool

    @property
    def capital(self) -> bool:
        """Written with a capital first letter."""
        return self.raw[0].isupper()


@remembered(65536)
def fold(raw: str) -> str:
    """A word without case, accents, apostrophes and unseen signs."""
    if raw.isascii() and raw.isalnum():
        return raw.lower()
    bare = unicodedata.normalize("NFKD", DROPPED.sub("", raw)).casefold().translate(LETTERS)
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def words_of(text: str) -> list[Word]:
    """The words of a text; a possessive 's is no part of its word."""
    found: list[Word] = []
    before = 0
    for match in WORD.finditer(text):
        raw, (start, end) = match[0], match.span()
        if not raw.isalnum():
            raw = POSSESSIVE.sub("", raw)
        gap = text[before:start]
        ends = gap != " " and SENTENCE_END.search(gap) is not None
        opens = not found or ends and not _is_short(found[-1], gap)
        found.append(Word(fold(raw), raw, start, start + len(raw), opens))
        before = end
    return found


def _is_short(word: Word, gap: str) -> bool:
    """The stop after an initial or a title ends no sentence: "A. Brown", "Mrs. Brown"."""
    shortened = len(word.raw) == 1 or word.text in OF_A_FAMILY
    return shortened and word.capital and gap.strip() == "." and "\n" not in gap


def near(text: str, one: Word, other: Word) -> bool:
    """Whether two words stand side by side, be it over a line end."""
    return NEAR.fullmatch(text, one.end, other.start) is not None or (
        text[one.end : other.start].lower().removeprefix("'s").removeprefix("’s").strip() == ""
    )


def parted(text: str, one: Word, other: Word) -> bool:
    """Whether a full stop ends a sentence between two words: no name goes over it."""
    return other.opens and STOP.search(text, one.end, other.start) is not None


def tears(text: str) -> bool:
    """Whether anything in a text may tear a word: most texts need not be looked at again."""
    return HYPHEN.search(text) is not None


def torn(text: str, one: Word, other: Word) -> bool:
    """Whether two words may be the halves of one, torn by a hyphen or a line end."""
    return HYPHEN.fullmatch(text, one.end, other.start) is not None
