"""Minutes of another meeting: they tell of children, and refer none."""

import re
from collections.abc import Sequence

from models.intake.understanding.wording import label_key

_TITLE = re.compile(
    r"\b(?:minutes|notes|record)\b.{0,60}\b(?:meeting|discussion|conference)\b|"
    r"\b(?:meeting|discussion|conference)\b.{0,20}\b(?:minutes|notes|record)\b",
    re.IGNORECASE,
)
_WHO_CAME = frozenset({
    "present", "attendees", "attendance", "in attendance", "attended by", "apologies",
    "those present", "attended", "invited", "chair",
})  # fmt: skip
_REFERS = re.compile(r"\brefer(?:red|ral|rer|ring)\b|\bnominat\w+|\bask of\b", re.IGNORECASE)
LEAST = 2  # labels that say who came


def is_minutes(titles: Sequence[str], labels: Sequence[str]) -> bool:
    """Say whether a paper is minutes by its title and who came, and neither asks nor refers."""
    came = {key for label in labels if (key := label_key(label)) in _WHO_CAME}
    named = any(map(_TITLE.search, titles[:2]))
    return named and len(came) >= LEAST and not any(map(_REFERS.search, (*titles, *labels)))
