"""Words of the field that tell one reading of a line from another, from the panel's lists."""

from collections.abc import Mapping

from models import codes

LISTS = (
    "capture_words",
    "request_words",
    "errand_words",
    "spelling_words",
    "plan_letters",
    "outsider_words",
)


@codes.kept
def field_words(code: str) -> frozenset[str]:
    """The words of one row in small letters; none where the panel has taken it out of use."""
    rows = (codes.find(name, code) for name in LISTS)
    row = next((one for one in rows if one is not None), None)
    return frozenset(word.lower() for word in row.synonyms) if row and row.active else frozenset()


@codes.kept
def short_words() -> Mapping[str, str]:
    """Words that people shorten, each short one with the one it stands for."""
    rows = (row for row in codes.load("short_words") if row.active)
    return {short.lower(): row.label for row in rows for short in row.synonyms}


@codes.kept
def longest_of(code: str) -> int:
    """How many words the longest of a row has."""
    return max((len(word.split()) for word in field_words(code)), default=0)


def begins_sentence(line: str) -> bool:
    """True where a line begins as sentences do that only look like entries: "action plan …"."""
    words = line.lower().split()
    counts = range(1, longest_of("sentence") + 1)
    return any(" ".join(words[:count]).rstrip(",.") in field_words("sentence") for count in counts)


def ends_with(code: str, words: list[str]) -> bool:
    """True where the words end with one of that row's."""
    counts = range(1, longest_of(code) + 1)
    return any(" ".join(words[-count:]) in field_words(code) for count in counts if words)
