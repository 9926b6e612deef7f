"""Text as words with their places, folded so that spellings of one name compare equal."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources

from models.remembering import remembered

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
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CALENDAR = frozenset(
    [
        *WEEK,
        *(f"{day}s" for day in WEEK),
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "barnardo",
        "barnardos",
        "nspcc",
        "childline",
        "catch22",
        "christmas",
        "easter",
        "england",
        "english",
        "wales",
        "welsh",
        "british",
        "the",
        "and",
        "has",
        "had",
        "was",
        "were",
        "she",
        "her",
        "his",
        "him",
        "they",
        "them",
        "their",
        "this",
        "that",
        "there",
        "then",
        "when",
        "while",
        "who",
        "with",
        "will",
        "would",
        "because",
        "but",
    ]
)


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
        opens = not found or ends and not _initial(found[-1], gap)
        found.append(Word(fold(raw), raw, start, start + len(raw), opens))
        before = end
    return found


def _initial(word: Word, gap: str) -> bool:
    """The stop after an initial ends no sentence: "A. Brown"."""
    return len(word.raw) == 1 and word.capital and gap.strip() == "." and "\n" not in gap


def near(text: str, one: Word, other: Word) -> bool:
    """Whether two words stand side by side, be it over a line end."""
    return NEAR.fullmatch(text, one.end, other.start) is not None or (
        text[one.end : other.start].lower().removeprefix("'s").removeprefix("’s").strip() == ""
    )


def tears(text: str) -> bool:
    """Whether anything in a text may tear a word: most texts need not be looked at again."""
    return HYPHEN.search(text) is not None


def torn(text: str, one: Word, other: Word) -> bool:
    """Whether two words may be the halves of one, torn by a hyphen or a line end."""
    return HYPHEN.fullmatch(text, one.end, other.start) is not None


@cache
def ordinary() -> frozenset[str]:
    """Words of the language of panels: small words of every shipped code list and wording."""
    shipped = "\n".join(_lists())
    return frozenset(re.findall(r"(?<![\w])[a-z]{3,}(?![\w])", shipped)) | CALENDAR


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that panels use, so that they are not taken for initials."""
    return frozenset(re.findall(r"\b[A-Z]{2,6}\b", "\n".join(_lists())))


@cache
def _lists() -> tuple[str, ...]:
    folder = resources.files("resources") / "codes"
    files = sorted(folder.iterdir(), key=lambda one: one.name)
    return tuple(one.read_text("utf-8") for one in files if one.name.endswith(".toml"))
