"""What may become of a recommendation to a child's plan, and when an answer is due."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from models.errors import Refusal
from models.rules.day_words import near, short
from models.rules.parting import plain
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days

REPLY_WITHIN, WITHIN = 10, "reply_within"
"""In how many working days a plan answers as shipped, and the setting that says another."""


class RecommendationStatus(StrEnum):
    """How far a recommendation has come: codes of the list recommendation_statuses and two more."""

    DRAFT = "draft"
    ISSUED = "issued"
    ACCEPTED = "accepted"
    MODIFIED = "accepted modified"
    REJECTED = "rejected"
    IN_PLAN = "in plan"
    WITHDRAWN = "withdrawn"


_S = RecommendationStatus
STEPS: dict[RecommendationStatus, frozenset[RecommendationStatus]] = {
    _S.DRAFT: frozenset({_S.ISSUED, _S.WITHDRAWN}),
    _S.ISSUED: frozenset({_S.ACCEPTED, _S.MODIFIED, _S.REJECTED, _S.IN_PLAN, _S.WITHDRAWN}),
    _S.ACCEPTED: frozenset({_S.MODIFIED, _S.REJECTED, _S.IN_PLAN, _S.WITHDRAWN}),
    _S.MODIFIED: frozenset({_S.ACCEPTED, _S.REJECTED, _S.IN_PLAN, _S.WITHDRAWN}),
    _S.REJECTED: frozenset({_S.ACCEPTED, _S.MODIFIED, _S.WITHDRAWN}),
    _S.IN_PLAN: frozenset({_S.ISSUED}),
    _S.WITHDRAWN: frozenset({_S.ISSUED}),
}

NO_REASON = "no reason given yet"
"""What stands for the reason of a rejection that gave none, until somebody has asked."""
IN_WORDS = {_S.MODIFIED: "accepted with changes", _S.IN_PLAN: "in the plan"}
BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
SO_THAT = re.compile(r"\b(?:so that|in order that)\s+(.+?)[.\s]*$", re.IGNORECASE | re.DOTALL)


def outcome_of(text: str) -> str | None:
    """What a recommendation seeks, where its own words say it: what follows "so that"."""
    found = SO_THAT.search(text)
    return found[1].strip() if found else None


UNSETTLED = frozenset({_S.ISSUED, _S.ACCEPTED, _S.MODIFIED})
"""Neither in the plan nor rejected: somebody still has to do something."""
ACCEPTED = frozenset({_S.ACCEPTED, _S.MODIFIED})
"""The plan's holder will do it, and the plan does not show it yet."""
UNANSWERED = frozenset({_S.DRAFT, _S.ISSUED})
"""The plan's holder has still to say anything."""


TO_DO = UNSETTLED | UNANSWERED
"""What somebody has still to do, whether its sheet went or not."""


def recalled_words(status: str, on: date) -> str:
    """How a recommendation stands whose sheet was recalled."""
    told = f"recalled on {short(on)}, to be sent again"
    return told if is_unanswered(status) else f"{in_words(status)}; {told}"


def accepted_words(status: str, by: date | None, asked: date | None, *, late: bool) -> str:
    """How an accepted one stands that no plan shows yet: `by` is the day its holder gave."""
    said = in_words(status)
    if by is None:
        return f"{said}, not in the plan in time" if late else said
    due = f"{'not' if late else 'to be'} in the plan by {near(by, asked) if asked else short(by)}"
    return f"{said}, {due}{f' (asked for {near(asked, by)})' if asked and asked != by else ''}"


def is_of_other_words(answered: str, asked: str) -> bool:
    """Whether what a reply quotes is another wording than what is asked now.

    Signs and capitals do not count, nor what stands in brackets behind it, as in an update.
    """
    quoted = {plain(answered), plain(BEHIND.sub("", answered))} - {""}
    return bool(quoted) and plain(asked) not in quoted


def in_words(status: str) -> str:
    """A status as people read it."""
    return IN_WORDS.get(RecommendationStatus(status), status)


def is_unanswered(status: str) -> bool:
    """Whether the plan's holder has still to say anything."""
    return status in UNANSWERED


def answer_in_words(
    version: int, status: str, on: date | None, text: str, said: Collection[str | None]
) -> str:
    """An answer as the history keeps it: to which version, when, what, and the words it read."""
    when = f" on {on.day} {on:%B %Y}" if on else ""
    why = "; ".join(" ".join(one.split()).rstrip(".") for one in said if one)
    read = " ".join(text.split()).rstrip(".")
    return f"Version {version} {status}{when}{f': {why}' if why else ''} (it said: {read})"


@dataclass(frozen=True)
class Reply:
    """What the plan's owner says: the new status with reason, changed text, date and evidence."""

    status: RecommendationStatus
    reason: str = ""
    modified_text: str = ""
    in_plan_on: date | None = None
    evidence: str = ""
    plan_by: date | None = None
    """By when the plan will have what was accepted."""


def check_reply(before: RecommendationStatus, reply: Reply, on: date) -> None:
    """Raises Refusal if the step is not open from there, or what it needs is missing."""
    if reply.status is not before and reply.status not in STEPS[before]:
        raise Refusal(f"A recommendation that is {before} cannot become {reply.status}.", "status")
    if reply.status in {_S.REJECTED, _S.WITHDRAWN} and not reply.reason.strip():
        raise Refusal(f"Say why it is {reply.status}.", "reason")
    if reply.status is _S.MODIFIED and not reply.modified_text.strip():
        raise Refusal("Say what was accepted instead.", "modified_text")
    if reply.status is _S.IN_PLAN:
        _check_plan(reply, on)


def _check_plan(reply: Reply, on: date) -> None:
    if reply.in_plan_on is None:
        raise Refusal("Give the date on which the plan was changed.", "in_plan_on")
    if reply.in_plan_on > on:
        raise Refusal("The plan cannot have been changed after today.", "in_plan_on")
    if not reply.evidence.strip():
        raise Refusal("Say where the plan shows it.", "evidence")


class Versioned(Protocol):
    """A recommendation as far as it tells whether anybody outside has had its words."""

    version: int
    status: str
    fed_version: int | None
    sent_on: date | None
    recalled_on: date | None


def version_after(one: Versioned) -> int:
    """The version of changed words: the next, where anybody outside had those before."""
    went = one.fed_version is not None or one.sent_on is not None or one.recalled_on is not None
    return one.version + (went or not is_unanswered(one.status))


def reply_due(
    sent: date, closed: Collection[date] = NO_CLOSED_DAYS, within: int = REPLY_WITHIN
) -> date:
    """So many working days after its sheet went: ten, unless the panel has set another number."""
    return add_working_days(sent, within, closed)


def asked_by(
    kept: Collection[date | None],
    on: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
    within: int = REPLY_WITHIN,
) -> date:
    """The one day by which a sheet going `on` a day asks for answers, never a day that is past.

    `kept` has for each recommendation the day that an earlier sheet said; while all are to come,
    the last of them stands.
    """
    days = [day for day in kept if day is not None and day >= on]
    return max(days) if days and len(days) == len(kept) else reply_due(on, closed, within)


def is_overdue(
    status: RecommendationStatus,
    sent: date | None,
    by: date | None,
    on: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
    *,
    reply_by: date | None = None,
    within: int = REPLY_WITHIN,
    recalled: date | None = None,
) -> bool:
    """True if no answer came in time, or it was accepted and its date passed outside the plan.

    `sent` is the day on which its sheet went, `reply_by` the day that was printed on it.
    """
    due = awaited_by(status, sent, by, closed, reply_by=reply_by, within=within, recalled=recalled)
    return due is not None and on > due


def awaited_by(
    status: RecommendationStatus,
    sent: date | None,
    by: date | None,
    closed: Collection[date] = NO_CLOSED_DAYS,
    *,
    reply_by: date | None = None,
    within: int = REPLY_WITHIN,
    recalled: date | None = None,
) -> date | None:
    """By when the next word is due: the answer, or once accepted that the plan shows it.

    `by` is the day that the plan's holder gave, or where none was given what the panel asked.

    Nobody can answer what was not sent: before its sheet went, nothing is due. Nor is it after that
    was `recalled`, until one goes again.
    """
    if recalled is not None:
        return None
    if status is _S.ISSUED:
        if sent is None:
            return None
        return reply_by or reply_due(sent, closed, within)
    return by if status in ACCEPTED else None
