"""When two ways of writing a district mean the same one, and when they mean none of ours."""

import re
from collections.abc import Iterable

from models.remembering import remembered
from models.rules.names import plain

AND = ("&", "+")
SAINT = re.compile(r"\bsaint\b")
NOWHERE = frozenset(
    ["", "unallocated", "none", "no district", "not known", "unknown", "nk", "n k", "n a", "tbc",
     "not recorded"]
)  # fmt: skip
ELSEWHERE = re.compile(
    r"(?:ooa|oola|ooc|out of (?:area|county|borough|city|district)|other (?:la|local authority)|"
    r"placed (?:out|in|at|ooa)|elsewhere)\b"
)


@remembered(4096)
def district_key(worded: str) -> str:
    """A district as compared: "Dene & Marsh" is "dene and marsh", "Saint Ives" is "St. Ives"."""
    for mark in AND:
        worded = worded.replace(mark, " and ")
    return SAINT.sub("st", plain(worded))


def is_no_district(worded: str | None) -> bool:
    """Whether words in a district's place say that there is none, or none of the panel's."""
    key = district_key(worded or "")
    return key in NOWHERE or ELSEWHERE.match(key) is not None


def by_key(names: Iterable[str]) -> dict[str, str]:
    """Districts by how they are compared, each as it is first written here."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(district_key(name), name.strip())
    return found
