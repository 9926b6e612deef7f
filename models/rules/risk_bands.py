"""Levels of every scheme in bands that compare: none, low, medium, high, by the scheme's data."""

from collections import defaultdict

from models import codes
from models.codes.in_force import kept
from models.codes.recognising import normalise
from models.codes.risk import Level
from models.codes.scheme_fields import BANDS
from models.remembering import remembered
from models.rules.assessing import level_of_words

NONE, LOW, MEDIUM, HIGH = BANDS
TINTS = {NONE: "low", LOW: "low", MEDIUM: "medium", HIGH: "high"}
PLAIN = "plain"
"""The tint of a level that is in no band."""


@remembered(4096)
def band_of(level: str | None, scheme_code: str | None = None) -> str:
    """The band of a level in words, by its scheme where that is known; empty where none says it.

    Without a scheme it is the one that all schemes with such a level name, else that of plain
    words of risk.
    """
    scheme = codes.scheme(scheme_code) if scheme_code else None
    own = level_of_words(scheme, level)
    if own is not None:
        return band_of_level(own)
    key = normalise(level or "")
    of_schemes = _by_words().get(key, frozenset())
    return next(iter(of_schemes)) if len(of_schemes) == 1 else _plain(level)


def band_of_level(level: Level) -> str:
    """The band that a scheme gives a level; of one that names none, that of its plain words."""
    return level.band or _plain(level.label)


def tint_of(level: str | None, scheme_code: str | None = None) -> str:
    """The tint of a level; plain where no band is known, none where there is no level."""
    return TINTS.get(band_of(level, scheme_code), PLAIN) if level else ""


def common_level(level: str | None, scheme_code: str | None = None) -> str | None:
    """The level by the list that all reports count by; as worded where it is in no band."""
    said = (level or "").strip() or None
    scheme = codes.scheme(scheme_code) if scheme_code else None
    plain = None if level_of_words(scheme, said) else codes.recognise("risk_levels", said)
    row = plain or codes.find("risk_levels", band_of(said, scheme_code))
    return row.label if row is not None else said


def rank_of(level: str | None, scheme_code: str | None = None) -> int | None:
    """How high a level's band stands; None where it is in none."""
    band = band_of(level, scheme_code)
    return BANDS.index(band) if band else None


def _plain(words: str | None) -> str:
    row = codes.recognise("risk_levels", words)
    return BANDS[min(row.rank, len(BANDS) - 1)] if isinstance(row, codes.Ranked) else ""


@kept
def _by_words() -> dict[str, frozenset[str]]:
    """The bands of each level as schemes word it; none where one of them names none."""
    found: dict[str, set[str]] = defaultdict(set)
    for scheme in codes.schemes():
        for level in scheme.levels:
            found[normalise(level.label)].add(band_of_level(level))
    return {words: frozenset(bands) for words, bands in found.items() if "" not in bands}
