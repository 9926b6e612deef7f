"""Levels of risk in words: how high one stands, and whether risk moved between two of them."""

from models import codes
from models.codes.in_force import kept
from models.codes.recognising import normalise
from models.remembering import remembered
from models.rules.assessing import moved
from models.rules.assessment_comparison import alike, family


@remembered(512)
def rank(level: str | None) -> int | None:
    """How high a level in words stands, none below low, high at the top."""
    row = codes.recognise("risk_levels", level)
    return row.rank if isinstance(row, codes.Ranked) else None


def direction(before: str | None, now: str | None) -> str | None:
    """Whether risk increased, stayed the same or decreased.

    None where a level is not known, or where only one is the category of a scheme: a category
    that calls itself mild is no step below the medium of another order.
    """
    first, last = rank(before), rank(now)
    if first is None or last is None or _order_of(before) != _order_of(now):
        return None
    if first == last:
        return "same"
    return "increased" if last > first else "decreased"


def same_level(one: str | None, other: str | None) -> bool:
    """Whether two words for a level say the same."""
    return normalise(one or "") == normalise(other or "") or direction(one, other) == "same"


@remembered(4096)
def way(
    before: tuple[str | None, str | None], level: str | None, scheme_code: str | None
) -> str | None:
    """Whether risk moved from a level and its scheme to a level of a scheme, where they compare.

    By one scheme its own order of levels says it, else plain words of risk do.
    """
    told, by = before
    scheme = codes.scheme(scheme_code) if scheme_code and alike(by, scheme_code) else None
    return moved(scheme, told, level) or direction(told, level)


def _order_of(level: str | None) -> str:
    """The scheme whose own category the words are; nothing for plain words of risk."""
    return _categories().get(normalise(level or ""), "")


@kept
def _categories() -> dict[str, str]:
    plain = {
        normalise(words)
        for one in codes.load("risk_levels")
        for words in (one.label, one.code, *one.synonyms)
    }
    return {
        key: family(scheme.code)
        for scheme in codes.schemes()
        for level in scheme.levels
        if (key := normalise(level.label)) not in plain
    }
