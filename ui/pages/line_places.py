"""Where a line of Today leads: the page, and what on it."""

from typing import Any

from models.records.today import TodayLine

PLACES = {
    "referral": "referrals",
    "child": "children",
    "episodes": "children",
    "nrm": "children",
    "flow": "children",
    "agreed": "children",
    "assessments": "children",
    "philomena": "children",
    "overdue": "children",
    "clocks": "today",
    "matches": "people",
    "in_papers": "people",
    "unlisted": "people",
    "new_links": "people",
    "persons": "people",
    "review": "people",
    "submissions": "referrals",
    "members": "settings",
    "retention": "settings",
    "measure": "disruption",
    "breached": "disruption",
    "expiring": "disruption",
    "named": "disruption",
}
"""Where a line goes whose word is not a page's own."""
SECTIONS_OF_CHILD = frozenset({
    "episodes", "nrm", "philomena", "flow", "agreed", "assessments",
})  # fmt: skip
"""Words that are a section of a child's page."""
SECTIONS = SECTIONS_OF_CHILD | {"review"}
"""Those, and where a record that is no child's is reviewed."""
KEYED = frozenset({
    "overdue", "matches", "new_links", "submissions", "members", "retention", "breached",
    "expiring", "named",
    "in_papers", "unlisted", "clocks", "persons",
})  # fmt: skip
"""Words that are themselves the key of what is shown there."""


def place_of(line: TodayLine) -> tuple[str, Any]:
    """The page and the key of what a line is about."""
    key: Any = line.target_id
    if line.goes_to in KEYED:
        key = line.goes_to
    elif line.goes_to == "measure":
        key = ("measure", line.target_id)
    elif line.goes_to in SECTIONS:
        key = (line.target_id, line.goes_to)
    elif line.place is not None:
        key = (line.target_id, *line.place)
    return PLACES.get(line.goes_to, line.goes_to), key
