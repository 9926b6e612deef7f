"""A decision that lets go of an item whose risk was judged to rise: remarked, never refused."""

from models.records.outcomes import RiskRecord

INCREASED = "increased"
RISEN = "the risk was judged to rise{level}: Ctrl+4 shows both"


def against_the_risk(risk: RiskRecord | None, *, closes: bool) -> str:
    """What is remarked where the item closes although its risk rose; empty where it did not."""
    if not closes or risk is None or risk.direction != INCREASED:
        return ""
    return RISEN.format(level=f", to {risk.after.lower()}" if risk.after else "")
