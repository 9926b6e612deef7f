"""Names typed with a slip: a letter wrong in a long word, or a possessive without its sign."""

import re
from collections.abc import Iterator
from typing import TypeVar

from models.remembering import remembered
from models.rules.capture.field_words import field_words
from models.rules.capture.phrases import Found, Phrasebook, Token, tokens_of

T = TypeVar("T")
LONG = 7
"""Letters that a word must have before one of them may be wrong."""
SLIPPED = 5
"""Letters that a word of the bar itself must have."""
OWNED = re.compile(r"\s+(?P<word>[a-z]{3,})\b")
NOT_OWNED = frozenset({
    "off", "out", "and", "the", "with", "from", "into", "onto", "for", "are", "was", "were", "had",
    "has", "him", "her", "his", "them", "that", "this", "when", "who", "about", "over", "past",
})  # fmt: skip


def nearly(text: str, known: tuple[Found[T], ...], book: Phrasebook[T]) -> Iterator[Found[T]]:
    """Names that are nearly those of the book, where the text holds none of it: to be checked."""
    tokens = tokens_of(text)
    for place, token in enumerate(tokens):
        if any(one.start <= token.start < one.end for one in known):
            continue
        joined = _joined(tokens, place, book)
        if joined is not None:
            yield Found(
                text[token.start : tokens[place + 1].end],
                token.start,
                tokens[place + 1].end,
                place,
                place + 2,
                book.of(joined),
            )
            continue
        word = _owner_of(text, token, book) or (not known and _near(token, book))
        items = book.of(word) if word else ()
        if word and items:
            end = token.start + len(word) if token.word == f"{word}s" else token.end
            yield Found(text[token.start : end], token.start, end, place, place + 1, items)


@remembered(2000)
def meant_word(word: str, known: tuple[str, ...]) -> str | None:
    """The one long word that this one is a slip away from; none for its other forms: "reviewed"."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(word) < SLIPPED or word in known or any(word in _forms(one) for one in known):
        return None
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=2, limit=3)
    fits = [one for one, apart, _ in near if apart == 1 or len(one) > 8]
    return fits[0] if len(fits) == 1 and fits[0][:2] == word[:2] else None


def _forms(word: str) -> tuple[str, ...]:
    stem = word.removesuffix("e")
    return (f"{word}s", f"{word}d", f"{stem}ed", f"{stem}ing", f"{word}r", f"{stem}er")


def _owner_of(text: str, token: Token, book: Phrasebook[T]) -> str | None:
    """ "Slade" of "slades flat", where a thing follows that may be his."""
    word = token.word.removesuffix("s")
    after = OWNED.match(text[token.end :])
    if word == token.word or len(word) < 4 or not after or after["word"] in NOT_OWNED:
        return None
    return word if word in book and word not in field_words("deed") else None


def _joined(tokens: tuple[Token, ...], place: int, book: Phrasebook[T]) -> str | None:
    """ "Skatepark" of "skate park"."""
    pair = tokens[place : place + 2]
    word = "".join(one.word for one in pair)
    apart = len(pair) == 2 and min(len(one.word) for one in pair) > 2
    return word if apart and word in book.long_singles(LONG) else None


def _near(token: Token, book: Phrasebook[T]) -> str | None:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    if len(token.word) < LONG:
        return None
    near = process.extract(
        token.word, book.long_singles(LONG), scorer=OSA.distance, score_cutoff=1, limit=2
    )
    return near[0][0] if len(near) == 1 and near[0][0] != token.word else None
