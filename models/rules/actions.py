"""What may become of an action, how it stands in words, and how often it was carried."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.errors import Refusal
from models.rules.lateness import overdue_words
from models.rules.working_days import NO_CLOSED_DAYS, working_days_between

SOON = 5


class ActionStatus(StrEnum):
    """How far an action has come: codes of the list action_statuses (domain brief 3.13)."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in progress"
    COMPLETE = "complete"
    COMPLETE_LATE = "complete late"
    NOT_POSSIBLE = "not possible"
    NOT_DONE = "not done"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    ESCALATED = "escalated"


DONE = frozenset({ActionStatus.COMPLETE, ActionStatus.COMPLETE_LATE})
FINISHED = DONE | {ActionStatus.NOT_POSSIBLE, ActionStatus.SUPERSEDED, ActionStatus.CANCELLED}
UNFINISHED = frozenset(ActionStatus) - FINISHED
REASONED = frozenset(
    {
        ActionStatus.NOT_POSSIBLE,
        ActionStatus.NOT_DONE,
        ActionStatus.CANCELLED,
        ActionStatus.SUPERSEDED,
    }
)
REASON_ASKED = {
    ActionStatus.NOT_POSSIBLE: "Say which circumstances changed, so that it is no longer possible.",
    ActionStatus.NOT_DONE: "Say why it has not been done.",
    ActionStatus.CANCELLED: "Say why the chair cancels it.",
    ActionStatus.SUPERSEDED: "Say which action takes its place.",
}
# What people write for a status, most telling first: "not done" before "done".
WORDS = (
    (
        ActionStatus.NOT_POSSIBLE,
        (
            r"n(?:o?t|o\s+longer)\s+(?:poss(?:ible)?|applicable|needed|req(?:uired|d)?)|can(?:no|['’]?)t\s+(?:now\s+)?be\s+done"
            r"|circumstances?\s+(?:have\s+)?changed|n/a"
        ),
    ),
    (
        ActionStatus.NOT_DONE,
        (
            r"n(?:o?t|ever)\s+(?:been\s+|yet\s+|quite\s+)*(?:done|dn|dne|completed?|started|actioned|progressed)|incomplete|outstanding|o/s|overdue"
            r"|no\s+progress|undone|(?:nothing|not\s+much)\s+(?:done|happened)|(?:\w+n['’]|(?:has|have|had|was|were|did|does|is|are|could|would)n)t\s+(?:been\s+|yet\s+)*(?:done|completed?|happened|started)"
            r"|(?:did\s*n['’]?t|did\s+not|not\s+yet|not)\s+happen(?:ed)?|^\s*not(?=[\s.!]*$)|nd(?=\s*(?:$|[-–,:;.]))"
        ),
    ),
    (ActionStatus.COMPLETE_LATE, r"completed?\s+late|done\s+late|late\s+complet\w+"),
    (
        ActionStatus.IN_PROGRESS,
        r"in\s+progress|under\s*way|on-?going|started|(?:part(?:ly|ially)?|half|mostly|nearly|almost)[\s-]+(?:done|completed?|there|finished)|(?:about\s+)?half\s?way|begun|on\s+track|in\s+hand",
    ),
    (ActionStatus.SUPERSEDED, r"super[sc]eded|replaced|overtaken"),
    (ActionStatus.CANCELLED, r"cancel(?:led|ed)|withdrawn"),
    (ActionStatus.ESCALATED, r"escalated"),
    (ActionStatus.ACCEPTED, r"accepted"),
    (
        ActionStatus.COMPLETE,
        r"completed?|compl?|cmpl(?:t|td|ete)?|done|dne|dn|finished|closed|discharged|actioned",
    ),
)
CARRIED, REOPENED = "carried", "reopened"
CARRYING = re.compile(
    r"^\s*(?:carr(?:y|ied)(?:\s+(?:it|this|that))?(?:\s+(?:forward|fwd|over|on|again))?|c/?f(?:wd|d)?|c/?o|roll(?:ed)?(?!\s+out)"
    r"|(?:deferred|postponed|put\s+back|pushed(?:\s+back)?|held\s+over)"
    r"|extend(?:ed)?(?=\s*$|\s+(?:to|until|till|by)\b))\b",
    re.IGNORECASE,
)
CARRIES_ON = re.compile(
    r"\b(?:carr(?:y|ied)|roll(?:ed)?|push(?:ed)?)\s+(?:(?:it|this|that)\s+)?(?:forward|fwd|over|on|back|to|again)\b|\bc/?f(?:wd|d)?\b|\bextended\s+to\b",
    re.IGNORECASE,
)
REOPENS = re.compile(r"\b(?:re-?open(?:ed|ing)?|open(?:ed)?\s+again)\b", re.IGNORECASE)
LED = re.compile(
    r"^\s*(?:(?:is|was|are|be|to|now|been|has|have|all|both|already|also|still|just|yes|needs?|can|could"
    r"|should|shall|will|we|please|pls|i|think|that['’]?s|it['’]?s|this|it|that)\b[\s,]*)*",
    re.IGNORECASE,
)

CHANGED = re.compile(
    r"(?:^|[\s;,.–-])(?:what\s+)?(?:it\s+)?(?:has\s+)?changed\s*:\s*", re.IGNORECASE
)
CHANGED_ASKED = "Say what it changed for the child, the person or the place; “nothing yet” is said."

GREY = {
    ActionStatus.NOT_POSSIBLE: "not possible: circumstances changed",
    ActionStatus.SUPERSEDED: "superseded",
    ActionStatus.CANCELLED: "cancelled by the chair",
}


@dataclass(frozen=True)
class Standing:
    """How an action stands: the colour's word and the sentence that says why."""

    rag: str
    words: str


def status_in(text: str) -> str | None:
    """The status that a text tells, by its code.

    "carried" and "reopened" are words of an update, no status.
    """
    if CARRYING.match(text):
        return CARRIED
    if REOPENS.search(text):
        return REOPENED
    for status, words in WORDS:
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            return status.value
    return None


def opens_with_status(text: str) -> bool:
    """True where a text begins with news: "done", "is not yet started", "c/f to Friday"."""
    rest = LED.sub("", text, count=1)
    if CARRYING.match(rest) or REOPENS.match(rest):
        return True
    return any(re.match(rf"(?:{words})(?!\w)", rest, re.IGNORECASE) for _, words in WORDS)


def finished_words(status: str) -> str:
    """How a finished action stands: "complete", "not possible: circumstances changed"."""
    known = ActionStatus(status)
    return GREY.get(known, known.value)


def check_change(
    before: ActionStatus,
    after: ActionStatus,
    reason: str = "",
    evidence: str = "",
    changed: str | None = None,
) -> None:
    """Raises Refusal if the step needs a reason that is missing, or the evidence of completion.

    `changed` is what a completed action changed; None where nobody was asked, as of a paper.
    """
    if after in REASONED and not reason.strip():
        raise Refusal(REASON_ASKED[after], "reason")
    if before in FINISHED and after not in FINISHED and not reason.strip():
        raise Refusal("This action is finished: say why it is opened again.", "reason")
    if after in DONE and not (evidence.strip() or reason.strip()):
        raise Refusal("Say what shows that it is done.", "evidence")
    if after in DONE and changed is not None and not changed.strip():
        raise Refusal(CHANGED_ASKED, "changed")


def parted(text: str) -> tuple[str, str | None]:
    """What was done and, where it is told in the same line, what it changed.

    "Plan signed; changed: he is home by ten" gives both.
    """
    found = CHANGED.search(text)
    if found is None:
        return text, None
    return text[: found.start()].rstrip(" ;,.–-"), text[found.end() :].strip() or None


def completion(done: date, due: date | None) -> ActionStatus:
    """Complete, or complete late if done after its date."""
    return ActionStatus.COMPLETE_LATE if due and done > due else ActionStatus.COMPLETE


def standing(
    status: ActionStatus,
    due: date | None,
    on: date,
    done: date | None = None,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> Standing:
    """How the action stands that day: green, amber (due within 5 working days), red, blue, grey."""
    if status in DONE:
        late = status is ActionStatus.COMPLETE_LATE or bool(done and due and done > due)
        return Standing("blue", "complete late" if late else "complete")
    if status in FINISHED:
        return Standing("grey", GREY[status])
    if due is None:
        return Standing("amber", "no date")
    if due < on:
        return Standing("red", overdue_words(due, on, closed))
    left = working_days_between(on, due, closed)
    if left > SOON:
        return Standing("green", "on time")
    words = "due today" if due == on else f"due within {max(left, 1)} working day{'s' * (left > 1)}"
    return Standing("amber", words)


def is_open(status: ActionStatus) -> bool:
    """True until the action is complete, impossible, superseded or cancelled."""
    return status not in FINISHED


def carried(status: ActionStatus, count: int, due: date | None, meeting: date) -> int:
    """The carried count after a meeting: one more if it is open and was due by that meeting."""
    return count + (is_open(status) and due is not None and due <= meeting)
