"""How a label is typed in a line of its own: after a bullet or a number, before a tab."""

import re

TABBED = re.compile(r"([^\W\d_][^:\t\n]{1,80}[:?])\t+(\S.*)", re.DOTALL)
ASKS = re.compile(r"(?:what(?:'?s)?|who|why|how|where|when) ", re.IGNORECASE)
BULLET = re.compile(r"\s*[-•*●▪·–]\s")
LISTED = re.compile(r"(\s*[-•*●▪·–]\s[^:.\n]{2,80}[:?])\s+(\S.*)", re.DOTALL)
COUNTED = re.compile(r"(?:\d{1,2}|[a-z])[.)]\t+([^\t\n]{2,90})\t(.*)$", re.DOTALL)
PART = re.compile(r"(?:PART|SECTION|Part|Section) (?:[A-Z]|\d{1,2})\b")
FORMAL = re.compile(
    r"\b(?:nominat\w+|referral|notif\w+|form|panel|mace|submission|report|template)\b",
    re.IGNORECASE,
)
