"""What is said to be done and nobody has confirmed: an action is complete once that is shown."""

import re

from models.rules.actions import DONE, FINISHED, ActionStatus
from models.rules.capture.how_far import status_of

TO_CONFIRM, SAID_SO = "said to be done, to be confirmed", "said to be done"
SETTLED = FINISHED | {ActionStatus.NOT_DONE}
"""What somebody has judged: no words told of it before say otherwise."""
STEMS = ("done", "finish", "action", "complete")
"""One of them is in all words that say so: what has none need not be read."""
# "Done by Friday" and "completed form awaited" are still to come.
SAID = re.compile(
    r"\W*(?:(?:yes|now|already|all|both|just|it|this|that|is|was|has|have|been|said|says|owner"
    r"|reported|status|open|outstanding|overdue|late|ongoing|in\s+progress)\b\W*)*"
    r"(?P<done>(?:done|finished|actioned)\b(?!\s+(?:by|before|when|if|once|until)\b)"
    r"|completed?(?=\s*(?:$|[-–—,;:.(]|\d|(?:on|last|today|yesterday)\b)))",
    re.IGNORECASE,
)


def is_said_done(status: ActionStatus, words: str | None) -> bool:
    """Whether words told last of an action say that it was done, while its status does not."""
    if status in SETTLED or not words:
        return False
    starts = [0, *(one.end() for one in re.finditer(";", words))]
    told = filter(None, (SAID.match(words, at) for at in starts))
    return any(status_of(words[one.start("done") :]) in DONE for one in told)


def stands_so(standing: str) -> bool:
    """Whether an action stands as said to be done: its owner is asked for it no more."""
    return standing.endswith(TO_CONFIRM)


def with_claim(standing: str, *, late: bool) -> str:
    """How such an action stands: how late it is stays, that its day is near says no more."""
    return f"{standing}; {TO_CONFIRM}" if late else TO_CONFIRM


def in_short(standing: str) -> str:
    """The same where there is little room: what is late stays, as it is what the colour says."""
    return standing.replace(f"; {TO_CONFIRM}", f"; {SAID_SO}")
