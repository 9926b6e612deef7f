"""Intelligence becomes something else only with a reason, which stays with it."""

from models.errors import Refusal
from models.marks import Information

INTELLIGENCE = Information.INTELLIGENCE.value
SAY_WHY = "Say why it is intelligence no longer: who verified it, and how."


def kept_reason(was: str, now: str, reason: str | None, kept: str | None) -> str | None:
    """Why something is intelligence no longer, where its kind changes; `kept` is what stood.

    Refusal where it was intelligence and nobody says why it is no longer.
    """
    if now == INTELLIGENCE:
        return None
    if was != INTELLIGENCE:
        return kept
    if not (reason or "").strip():
        raise Refusal(SAY_WHY, "information")
    return (reason or "").strip()
