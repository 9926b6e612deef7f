"""How a label is typed in a line of its own: after a bullet or a number, before a tab."""

import re

LIKELY = 0.72  # enough where a line is set apart as labels are
TABBED = re.compile(r"([^\W\d_][^:\t\n]{1,80}[:?])\t+(\S.*)", re.DOTALL)
ASKS = re.compile(r"(?:what(?:'?s)?|who|why|how|where|when) ", re.IGNORECASE)
BULLET = re.compile(r"\s*[-•*●▪·–]\s")
LISTED = re.compile(r"(\s*[-•*●▪·–]\s[^:.\n]{2,80}[:?])\s+(\S.*)", re.DOTALL)
COUNTED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\t+([^\t\n]{2,90})\t(.*)$", re.DOTALL)
DETAILS = re.compile(r"\b(?:details|person (?:making|completing|referring|submitting))\b", re.I)
PART = re.compile(r"(?:PART|SECTION|Part|Section) (?:[A-Z]|\d{1,2})\b")
FORMAL = re.compile(
    r"\b(?:nominat\w+|referral|notif\w+|form|panel|mace|submission|report|template)\b",
    re.IGNORECASE,
)


def least_alone(text: str, hinted: bool) -> float:
    """Return how sure a label has to be that is a line alone; `hinted` where a hint follows it."""
    if text.rstrip()[-1] in ":?":
        return 0.65
    if hinted:
        return LIKELY
    return 0.85 if ASKS.match(text) and ": " not in text else 0.95
