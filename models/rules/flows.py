"""Steps of a flow: by when each is due in working days, how it stands, what comes next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.codes.stepping import Flow, FlowStep
from models.errors import Refusal
from models.rules.day_words import in_words
from models.rules.listing import counted
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days, working_days_between

SOON = 2
"""Working days before its end from which a step presses."""
LATE_REASON = "This was done after its day: say why it was late."
ENDS = "This step ends the flow: step down with a reason and a second person."


CHECKLIST = "checklist"


class State(StrEnum):
    """How far a step has come."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Clock:
    """How a step stands on a day: in words, and how much it presses (high, medium or plain)."""

    words: str
    urgency: str = "plain"


def lacks_checklist(
    label: str, entered_on: date, assessed: Sequence[tuple[date | None, str | None, bool]]
) -> bool:
    """Whether a step asks for a checklist and none has been on record since the flow was entered.

    `assessed` are the day, the scheme and whether it screens, of each assessment of the child.
    """
    if CHECKLIST not in label.casefold():
        return False
    kept = (
        day for day, scheme, screens in assessed
        if screens or CHECKLIST in (scheme or "").casefold()
    )  # fmt: skip
    return not any(day is not None and day >= entered_on for day in kept)


def due(step: FlowStep, began: date, closed: Collection[date] = NO_CLOSED_DAYS) -> date | None:
    """The last working day of a step that begins on a day; None where its limit is set locally."""
    if step.working_days is None:
        return None
    return add_working_days(began, step.working_days, closed)


def clock(
    state: str,
    began: date,
    due_on: date | None,
    done_on: date | None,
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> Clock:
    """How a step stands: open with what is left, late, done in time or late, or skipped."""
    if state == State.SKIPPED:
        return Clock("skipped")
    if state == State.DONE:
        late = due_on is not None and done_on is not None and done_on > due_on
        return Clock(f"done {in_words(done_on)}{', late' * late}" if done_on else "done")
    if due_on is None:
        since = working_days_between(began, today, closed)
        opened = "opened today" if began >= today else f"opened {in_words(began)}"
        return Clock(f"{f'open for {_days(since)}' if since else opened}; no limit set")
    left = working_days_between(today, due_on, closed)
    if due_on < today:
        return Clock(f"{_days(max(1, -left))} late", "high")
    if due_on == today:
        return Clock("due today", "medium")
    return Clock(f"{_days(left)} left", "medium" if left <= SOON else "plain")


def check_done(step_ends: bool, began: date, due_on: date | None, on: date, reason: str) -> None:
    """Raises Refusal for a step that ends the flow, a day before it began, or late without why."""
    if step_ends:
        raise Refusal(ENDS, "state")
    if on < began:
        raise Refusal("This day lies before the step began.", "done_on")
    if due_on is not None and on > due_on and not reason.strip():
        raise Refusal(LATE_REASON, "reason")


def following(flow: Flow, code: str) -> FlowStep | None:
    """The step after one; None after the last, or where the flow has it no more."""
    codes = [one.code for one in flow.steps]
    at = codes.index(code) + 1 if code in codes else len(codes)
    return flow.steps[at] if at < len(flow.steps) else None


def check_steps(steps: Sequence[FlowStep]) -> None:
    """Raises Refusal for a flow that ends nowhere, or before its last step."""
    if not steps:
        return
    if [one.ends for one in steps] != [*(False for _ in steps[1:]), True]:
        raise Refusal("The last step, and no other, ends the flow: stepping down.", "ends")
    if steps[-1].repeats:
        raise Refusal("The step that ends the flow cannot repeat.", "repeats")


def foretold(
    flow: Flow, begins: date, closed: Collection[date] = NO_CLOSED_DAYS
) -> tuple[str, ...]:
    """The steps of a flow entered on a day, each with its day if all before it take their time."""
    lines, began, known = [], begins, True
    for at, step in enumerate(flow.steps, 1):
        by = due(step, began, closed) if known else None
        when = f"by {in_words(by)}" if by else "no limit set" if step.working_days is None else (
            f"{_days(step.working_days)} after it begins"
        )  # fmt: skip
        who = f", {step.who}" if step.who else ""
        again = "; may repeat" if step.repeats else ""
        end = "; with a reason and a second person" if step.ends else ""
        lines.append(f"{at}. {step.label}{who}: {when}{again}{end}")
        known, began = known and by is not None, by or began
    return tuple(lines)


def _days(count: int) -> str:
    return counted(count, "working day", "working days")
