"""A line as the sorts of its words: telling, knowing, keeping, from whom, and where it stops."""

import re
from collections.abc import Iterator
from functools import cache

from models.remembering import remembered
from models.rules.capture.english import is_english
from models.rules.capture.slips import LONG_WAY, SWAPPED, slip
from models.rules.capture.sorts_of_words import joined, sorts

WORDS = "words.toml"
WORD = re.compile(r"[a-z]+(?:['_-][a-z]+)*|\d+|[:;.?,(\[)\]–—/]|(?<![^\s\w])-+(?=\s)")
QUOTED = re.compile(r"\"[^\"]+(?:\"|$)|“[^”]+(?:”|$)|(?<!\w)['‘][^'’]+(?:['’]\w+[^'’]*)*['’](?!\w)")
# "If it goes on" is a condition; "if this goes on the minutes" is not.
GOING_ON = re.compile(
    r"\b(?:if|unless|until|while|should)\s+(?:it|this|that|he|she|they|things)\s+"
    r"(?:go(?:es)?|carr(?:y|ies)|keeps?|went|carried|kept)\s+on(?:\s+like\s+this)?(?=\s*(?:[;:.,?)]|$))"
)
OPEN, COMMA, END, CLOSED = ":", ",", ".", ")"
STOPS = dict.fromkeys(":;–—([/-", OPEN) | dict.fromkeys(".?", END) | dict.fromkeys(")]", CLOSED)
WORD_OF_ITS_OWN, NUMBER, SMALL = "word", "number", "small"
OURS, THEIRS = "us", "they"
COUNTS = frozenset((
    "few", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "fifteen", "twenty", "thirty", "forty", "fifty", "sixty",
))  # fmt: skip
TIMES = frozenset((
    "week", "month", "morning", "afternoon", "evening", "year", "time", "term", "night", "day",
    "weekend", "summer", "winter", "autumn", "spring", "date", "moment",
))  # fmt: skip
SAY_NOTHING = frozenset((WORD_OF_ITS_OWN, NUMBER, OPEN, COMMA, END, CLOSED))
"""Sorts whose words are not weighed one by one: no line is kept back for what it is about."""
JOINS = frozenset((THEIRS, "people", OURS, "wishing", SMALL, WORD_OF_ITS_OWN, NUMBER))
"""Before these "that" joins two sentences and is nothing that could be kept."""
BEFORE_KNOW = frozenset(
    ("to", "can", "cant", "can't", "mustnt", "mustn't", "shouldnt", "dad", "mum", "nan")
)
BEHIND_KNOW = frozenset((
    "", "about", "abt", "that", "of", "we", "he", "she", "they", "hes", "he's", "shes", "she's",
    "his", "her", "it", "this", "where", "who", "what", "where's", "wheres", "i", ".", ",",
    ";", ":",
))  # fmt: skip
"""Between these "no" is "know" as it is typed in haste."""
MEANT_FROM = 5


def words_of(text: str) -> tuple[tuple[str, str], ...]:
    """Each word of a line with its sort, and a sign for each stop; what is quoted is one word.

    So is what is said in several words: "in the dark", "none the wiser"; and that it goes on.
    """
    said = QUOTED.sub(" quoted ", text).lower().replace("’", "'")
    said = GOING_ON.sub("lasting", said)
    words = WORD.findall(joined(said, WORDS))
    following = (*words[1:], "")
    return tuple(
        (word, _in_place(word, before, after))
        for before, word, after in zip(("", *words), words, following, strict=False)
    )


def _in_place(word: str, before: str, after: str) -> str:
    """The sort of a word between its neighbours: "ten minutes" and "this week" are times."""
    sort = COMMA if word == COMMA else STOPS.get(word[0]) or _sort(word)
    if sort == "minutes" and (before in COUNTS or before.isdigit()):
        return WORD_OF_ITS_OWN
    if sort == "this" and after in TIMES:
        return SMALL
    if word == "no" and before in BEFORE_KNOW and after in BEHIND_KNOW:
        return "learning"  # "mum is not to no about it"
    if word == "that" and after and not STOPS.get(after) and _sort(after) in JOINS:
        return SMALL
    return sort


@remembered(4000)
def _sort(word: str) -> str:
    known = sorts(WORDS)
    if word in known:
        return known[word]
    if word.endswith("n't"):
        return known.get(word.replace("'", ""), "not")
    if word.endswith("'s"):
        return known.get(word[:-2], WORD_OF_ITS_OWN)
    if word.isdigit():
        return NUMBER
    return _meant(word) or WORD_OF_ITS_OWN


def _meant(word: str) -> str | None:
    """The sort of the word that this is a slip of."""
    if len(word) < MEANT_FROM - 1 or is_english(word):
        return None
    costs = ((_slip(word, one), one) for one in _long())
    near = [(cost, one) for cost, one in costs if cost is not None and cost < LONG_WAY]
    return sorts(WORDS)[min(near)[1]] if near else None


def _slip(word: str, known: str) -> float | None:
    """As `slip`; of a short word only its letters in another order are one: "jsut", "konw"."""
    if len(known) >= MEANT_FROM:
        return slip(word, known)
    return SWAPPED if sorted(word) == sorted(known) else None


@cache
def _long() -> tuple[str, ...]:
    """The words that slips of are known."""
    plain = ("people", THEIRS, "being", SMALL)
    single = ((word, sort) for word, sort in sorts(WORDS).items() if "_" not in word)
    return tuple(word for word, sort in single if len(word) >= MEANT_FROM - 1 and sort not in plain)


def pieces_of(sorts: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The sorts between two stops, with the stop that ends them; the last ends as a line does."""
    piece: list[str] = []
    for sort in sorts:
        if sort in (OPEN, COMMA, END, CLOSED):
            if piece:
                yield tuple(piece), sort
            piece = []
        else:
            piece.append(sort)
    if piece:
        yield tuple(piece), END
