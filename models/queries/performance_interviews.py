"""Indicators of return interviews by who held them, and by the reason why they were declined."""

from collections.abc import Callable, Iterator, Sequence

from models import codes
from models.queries.performance_episodes import Episode
from models.records.reports import ReportRow
from models.rules.indicators import Term, counted, row, unknown

SECTION = "Missing and return home interviews"
PROVIDERS, REASONS = "rhi_providers", "rhi_declined"
NONE_HELD, NONE_DECLINED = "no interview was held.", "no interview was declined."
NOT_SAID, OWN_WORDS = "not recorded", "in words of its own"
OUTSIDE = "Wording outside the panel's list, which may name somebody, is counted together."
HELD_BY = f"Interviews held after a return in the quarter, by who held them. {OUTSIDE}"
DECLINED = (
    "Episodes with a return in the quarter whose interview was declined, by the reason told last. "
    f"{OUTSIDE}"
)
Told = list[tuple[int, str]]
"""Children, each with a word of the panel's list."""


def interview_rows(back: Sequence[Sequence[Episode]]) -> Iterator[ReportRow]:
    """The interviews of each quarter's returns: a row for each provider and reason that occurs.

    Where none occurs in any quarter, one row says so.
    """
    yield from _by_word("Held by", HELD_BY, PROVIDERS, [_held(some) for some in back], NONE_HELD)
    yield from _by_word(
        "Declined", DECLINED, REASONS, [_declined(some) for some in back], NONE_DECLINED
    )


def _by_word(
    lead: str, definition: str, words: str, told: Sequence[Told], nobody: str
) -> Iterator[ReportRow]:
    known = [one.label for one in codes.load(words)]
    said = {word for some in told for _, word in some}
    if not said:
        yield row(Term(SECTION, f"{lead}: nobody", definition), (unknown(nobody) for _ in told))
    for word in sorted(said, key=_in_order([*known, OWN_WORDS, NOT_SAID])):
        behind = [[child for child, own in some if own == word] for some in told]
        yield row(Term(SECTION, f"{lead}: {word}", definition), map(counted, behind))


def _in_order(words: Sequence[str]) -> Callable[[str], int]:
    places = {word: at for at, word in enumerate(words)}
    return lambda word: places.get(word, len(places))


def _held(back: Sequence[Episode]) -> Told:
    return [
        (one.child_id, _word(PROVIDERS, interview.provider))
        for one in back
        for interview in one.interviews
        if interview.conducted_at
    ]


def _declined(back: Sequence[Episode]) -> Told:
    return [(one.child_id, _word(REASONS, one.why_declined)) for one in back if one.declined]


def _word(words: str, text: str | None) -> str:
    if not (text or "").strip():
        return NOT_SAID
    found = codes.recognise(words, text)
    return found.label if found else OWN_WORDS
