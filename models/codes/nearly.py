"""Which row of a list a text all but names: by beginnings of its words, or with one slip."""

from rapidfuzz.distance import OSA

from models.codes.code import Code
from models.codes.in_force import kept
from models.codes.lists import load
from models.codes.recognising import normalise

LEAST_BEGUN, LEAST_SLIPPED = 3, 6  # letters
Worded = tuple[tuple[tuple[str, ...], Code], ...]


def nearly(name: str, text: str | None) -> Code | None:
    """The only row of a list whose words a text begins or misspells, nothing where it is not clear.

    A beginning has three letters or more ("sig" of "significant"); a word with one letter wrong,
    too many or missing has six or more. To be asked about: it is a guess.
    """
    typed = normalise(text or "").split()
    rows = {row.code: row for words, row in _worded(name) if typed and _are(typed, words)}
    return next(iter(rows.values())) if len(rows) == 1 else None


@kept
def _worded(name: str) -> Worded:
    rows = [row for row in load(name) if row.active]
    return tuple(
        (tuple(normalise(said).split()), row) for row in rows for said in (row.label, *row.synonyms)
    )


def _are(typed: list[str], words: tuple[str, ...]) -> bool:
    return len(typed) == len(words) and all(map(_is, typed, words))


def _is(typed: str, word: str) -> bool:
    if typed == word or len(typed) >= LEAST_BEGUN and word.startswith(typed):
        return True
    long = min(len(typed), len(word)) >= LEAST_SLIPPED
    return long and OSA.distance(typed, word, score_cutoff=1) <= 1
