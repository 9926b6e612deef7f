"""Clocks of the panel's own: when a strategy meeting is proposed, and who decides on the NRM."""

from collections.abc import Mapping
from typing import Any

from models import codes
from models.errors import Refusal
from models.rules.concern import REVIEW_AFTER, REVIEW_MONTHS
from models.rules.interviews import DAYS, EPISODES, IN_DAYS, MOST_EPISODES
from models.rules.nrm import USUAL_BODY
from ui.pages.records.fields import Field

TITLE = "Clocks"
LIMITS = {EPISODES: (2, 20), DAYS: (7, 365), REVIEW_AFTER: (1, 24)}


def fields() -> tuple[Field, ...]:
    """What a panel sets of its clocks."""
    bodies = tuple((one.code, one.label) for one in codes.load("nrm_bodies") if one.active)
    return (
        Field(EPISODES, "A strategy meeting is proposed after", "number", hint="Missing episodes"),
        Field(DAYS, "within", "number", hint="Days"),
        Field(USUAL_BODY, "The NRM is usually decided by", "pick", bodies,
              hint="Its times: Codes, Deciding body. Check locally."),
        Field(REVIEW_AFTER, "Persons of concern and groups are looked at after", "number",
              hint="Months; proposed where nobody says another day"),
    )  # fmt: skip


def values(kept: Mapping[str, str]) -> dict[str, Any]:
    """What stands now."""
    return {
        EPISODES: kept.get(EPISODES) or str(MOST_EPISODES),
        DAYS: kept.get(DAYS) or str(IN_DAYS),
        USUAL_BODY: kept.get(USUAL_BODY) or None,
        REVIEW_AFTER: kept.get(REVIEW_AFTER) or str(REVIEW_MONTHS),
    }


def kept(field: str, value: Any) -> str:
    """A value as it is kept; Refusal where it is no number that makes sense."""
    if field in LIMITS:
        least, most = LIMITS[field]
        if not isinstance(value, int) or not least <= value <= most:
            raise Refusal(f"Give a whole number between {least} and {most}.", field)
    return "" if value is None else str(value)
