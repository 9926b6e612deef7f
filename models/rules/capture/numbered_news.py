"""News of an action by its number behind the word: "action 14 - mum said no"."""

import re

from models.rules.capture.asking import asked
from models.rules.capture.context import CaptureContext

NUMBERED = re.compile(r"\s*action\s+(?:no\.?\s*)?(?P<n>\d{1,3})\s*[:,–—-]+\s*", re.IGNORECASE)
TELLS = re.compile(
    r"\b(?:is|are|was|were|has|had|have|said|says|refused|declined|still|not|no|waiting|awaiting|\w{3,}ed)\b",
    re.IGNORECASE,
)


def tells_of_number(entry: str, rest: str, context: CaptureContext) -> bool:
    """ "Action 14 - mum said no": news of the action of that number, and nobody asked for any."""
    head = NUMBERED.match(entry)
    known = context.action_numbered("A", int(head["n"])) if head else None
    said = entry[head.end() :] if head else ""
    return known is not None and not asked(said, context).weight and bool(TELLS.search(said))
