"""Lists of members and of actions told by what stands in their columns: names, e-mails, days."""

from collections.abc import Callable, Sequence

from models import codes
from models.intake.understanding.dates import is_day
from models.intake.understanding.elements import Grid
from models.intake.understanding.lexicon import Match
from models.intake.understanding.names import looks_like_name, names_a_body, read_name
from models.intake.understanding.ticks import yes_no

TOLD, WORDS, MOST = 0.7, 3, 0.5
Fits = Callable[[list[str]], bool]


def by_sorts(found: Sequence[Match | None], grid: Grid, kind: str) -> list[Match | None]:
    """Return the fields of columns, the unknown told by the sort of all their texts."""
    told = list(found)
    for field, fits in _SORTS.get(kind, ()):
        if any(match and match.field == field for match in told):
            continue
        unknown = (at for at, match in enumerate(told) if match is None)
        free = [at for at in unknown if fits([*map(str.strip, grid.texts(at))])]
        if len(free) == 1:
            told[free[0]] = Match(field, TOLD)
    return told


def _all(fits: Callable[[str], bool]) -> Fits:
    return lambda texts: len(texts) > 1 and all(map(fits, texts))


def _mostly(fits: Callable[[str], bool]) -> Fits:
    return lambda texts: len(texts) > 1 and sum(map(fits, texts)) > MOST * len(texts)


def _is_agency(text: str) -> bool:
    return names_a_body(text) or codes.recognise("agency_kinds", text) is not None


def _is_name(text: str) -> bool:
    return looks_like_name(text) and " " in text and not _is_agency(text)


def is_named(text: str) -> bool:
    """Say whether a text is a name, with a post behind it or without."""
    return _is_name(read_name(text).name)


def _is_phone(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= 10 and not any(c.isalpha() for c in text)


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= WORDS and not is_day(text) and not _is_agency(text)


def _is_note(text: str) -> bool:
    """Say whether a text tells something in words: no address, which begins with a number."""
    return len(text.split()) > WORDS and text[0].isalpha() and _is_sentence(text)


_SORTS: dict[str, tuple[tuple[str, Fits], ...]] = {
    "members": (
        ("email", _all(lambda text: "@" in text)),
        ("name", _all(is_named)),
        ("phone", _all(_is_phone)),
        ("core", _all(lambda text: yes_no(text)[0] is not None and len(text) <= WORDS)),
        ("agency", _mostly(_is_agency)),
    ),
    "missing": (("notes", _mostly(_is_note)),),
    "tracker": (("notes", _mostly(_is_note)),),
    "actions": (
        ("due", _all(is_day)),
        ("owner", _all(_is_name)),
        ("agency", _mostly(_is_agency)),
        ("text", _all(_is_sentence)),
    ),
}
"""Kind of list → its fields in the order in which they are told, and what their texts are."""
