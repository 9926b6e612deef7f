"""What people call an agency: its name, its parts, its letters."""

import re
from collections import Counter
from collections.abc import Iterable

from models.rules.capture.phrases import Phrasebook
from models.rules.capture.refs import AgencyRef
from models.rules.names import plain

SMALL = frozenset(["a", "and", "of", "the", "for", "in", "with", "to"])
TAIL = frozenset({
    "service", "services", "team", "safeguarding", "partnership", "department", "sector",
    "charity", "board",
})  # fmt: skip
FIELD_WORDS = {
    "social care": ("social care", "children's services", "social services", "csc", "cypsc", "asc"),
    "youth justice": ("yjs", "yot", "yos", "youth justice", "youth offending"),
    "health": ("health", "nhs", "icb"),
    "early help": ("early help", "eh"),
    "education": ("education", "school", "schools"),
    "housing": ("housing",),
    "community safety": ("community safety", "csp"),
    "probation": ("probation",),
    "return interview": ("return interviews", "rhi"),
    "substance misuse": ("substance misuse", "drug and alcohol"),
    "voluntary": ("voluntary sector", "vcs"),
    "licensing": ("licensing",),
    "police": ("police", "constabulary", "cops"),
}


def agency_book(agencies: Iterable[AgencyRef]) -> Phrasebook[AgencyRef]:
    """Every name of every agency; a derived name that two of them would share is left out."""
    agencies = tuple(agencies)
    derived = {agency: _derived(agency.name) for agency in agencies}
    shared = Counter(name for names in derived.values() for name in names)
    pairs = [
        (name, agency)
        for agency in agencies
        for name in (
            agency.name,
            *agency.short_names,
            *(n for n in derived[agency] if shared[n] == 1),
        )
    ]
    return Phrasebook(pairs)


def _derived(name: str) -> frozenset[str]:
    outside = re.sub(r"\([^)]*\)", " ", name).strip()
    inside = [part.strip() for part in re.findall(r"\(([^)]*)\)", name)]
    names = {plain(outside), *map(plain, inside), _untailed(outside), *map(_untailed, inside)}
    names |= {plain(part) for part in re.split(r"\s+(?:and|&)\s+|\s*/\s*", outside)}
    names |= {_letters(outside), *(word.lower() for word in re.findall(r"\b[A-Z]{3,}\b", name))}
    names |= {
        plain(word) for key, words in FIELD_WORDS.items() if key in plain(name) for word in words
    }
    return frozenset(filter(None, names))


def _untailed(name: str) -> str:
    words = plain(name).split()
    while len(words) > 1 and words[-1] in TAIL:
        words.pop()
    return " ".join(words)


def _letters(name: str) -> str:
    words = [word for word in plain(name).split() if word not in SMALL]
    return "".join(word[0] for word in words) if len(words) >= 3 else ""
