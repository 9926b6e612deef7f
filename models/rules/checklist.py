"""What a referral should bring by its kind of exploitation, and which agencies would know."""

import re
from collections.abc import Collection, Iterable

from models import codes
from models.rules.asking import kind_of

LIST = "triage_checklist"
SAID = "said"


def groups_of(worded: Iterable[str]) -> frozenset[str]:
    """The groups of exploitation that a referral's own words name."""
    found = (codes.recognise("exploitation_types", one) for one in worded)
    return frozenset(one.group for one in found if isinstance(one, codes.ExploitationType))


def points_for(groups: Collection[str]) -> tuple["codes.CheckPoint", ...]:
    """The points asked of a child harmed so, in the order of the panel's list."""
    rows = codes.rows_of(LIST, codes.CheckPoint)
    return tuple(one for one in rows if not one.types or set(one.types) & set(groups))


def is_said(point: "codes.CheckPoint", text: str) -> bool:
    """True where the referral's own words speak of it."""
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
        for word in point.speaks_of
    )


def knowing(
    point: "codes.CheckPoint", agencies: Iterable[tuple[int, str, str | None]]
) -> tuple[int, str] | None:
    """The first agency of a kind that would know; `agencies` are id, name and kind."""
    kinds = [(one, name, kind_of(kind, name)) for one, name, kind in agencies]
    for wanted in point.known_by:
        for one, name, kind in kinds:
            if kind is not None and kind.code == wanted:
                return one, name
    return None
