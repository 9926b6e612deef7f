"""Columns of a return told by how they are answered: yes or no, or in sentences."""

from collections.abc import Sequence

from models.intake.understanding.elements import Grid
from models.intake.understanding.lexicon import Match
from models.intake.understanding.return_columns import keeps_back
from models.intake.understanding.ticks import yes_no

SURE, TOLD, SENTENCE = 0.9, 0.7, 4  # words
KNOWN, TEXT = "nothing_known", "text"
NAMING = frozenset({"name", "first_name", "surname", "la_id", "dob", "sharing", "kind", "agency"})


def by_answers(found: Sequence[Match | None], grid: Grid) -> list[Match | None]:
    """Return the fields of columns, what is known never told from a yes, nor a day from a story.

    "Known to us?" answered by yes and no says whether anything is; "Information for the meeting"
    in sentences is what the agency knows, and no day.
    """
    told = list(found)
    for at, match in enumerate(told):
        if match and match.field == TEXT and match.score < SURE and _all_yes_no(grid, at):
            told[at] = Match(KNOWN, TOLD)
    if any(match and match.field.endswith(TEXT) for match in told):
        return told
    free = [
        at
        for at, match in enumerate(told)
        if (match is None or match.score < SURE and match.field not in NAMING)
        and not keeps_back(grid.headers[at])
        and _are_sentences(grid, at)
    ]
    if len(free) == 1:
        told[free[0]] = Match(TEXT, TOLD)
    return told


def _all_yes_no(grid: Grid, at: int) -> bool:
    texts = grid.texts(at)
    return bool(texts) and all(
        yes_no(text)[0] is not None and len(text.split()) < SENTENCE for text in texts
    )


def _are_sentences(grid: Grid, at: int) -> bool:
    texts = grid.texts(at)
    long = sum(len(text.split()) >= SENTENCE for text in texts)
    return bool(texts) and 2 * long > len(texts)
