"""What a document is marked with: the panel's marking, raised by the most sensitive part of it."""

import re
from collections.abc import Collection

from models.marks import Information, Sharing

RESTRICTED = frozenset({Sharing.NAMED_AGENCIES, Sharing.CHAIR_ONLY})
SENSITIVE = "OFFICIAL-SENSITIVE"
PLAIN = re.compile(r"OFFICIAL(?!\s*[-–]?\s*SENSITIVE)\b", re.IGNORECASE)
FOR_NAMED, INTELLIGENCE = "handling_restricted", "handling_intelligence"


def raised(floor: str) -> str:
    """A marking of the tier OFFICIAL as OFFICIAL-SENSITIVE; any other stays as it is."""
    return PLAIN.sub(SENSITIVE, floor, count=1) if PLAIN.match(floor) else floor


def handling(sharings: Collection[str], informations: Collection[str]) -> tuple[str, ...]:
    """The instructions that the parts of a document ask for, by their wordings."""
    asked = ((FOR_NAMED, bool(RESTRICTED & set(sharings))),
             (INTELLIGENCE, Information.INTELLIGENCE in informations))  # fmt: skip
    return tuple(key for key, is_asked in asked if is_asked)


def marking(floor: str, sharings: Collection[str], informations: Collection[str]) -> str:
    """The panel's own marking, or a higher one where a part is restricted or intelligence."""
    return raised(floor) if handling(sharings, informations) else floor


def highest(floor: str, markings: Collection[str]) -> str:
    """The marking of several documents together: the panel's own unless one of them is higher."""
    return raised(floor) if raised(floor) in markings else floor
