"""Who is asked next about what has not come: ladders in working days, step by step."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING

from models import codes
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days

if TYPE_CHECKING:
    from models.codes import ChaseStep as Step

RETURN, ACTION, DISSENT, GAP, ASSESSMENT = "return", "action", "dissent", "gap", "assessment"
SETTLED = "settled"
LADDERS = {RETURN: "return_ladder", ACTION: "chase_ladder", DISSENT: "dissent_ladder"}
AGENCY, CONTACT = "agency", ("escalation contact", "agency contact")


def ladder(about: str) -> tuple["Step", ...]:
    """The steps in use over returns, actions or dissents, the first first.

    Those told by meetings, not by days, come last.
    """
    rows = codes.rows_of(LADDERS[about], codes.ChaseStep)
    return tuple(sorted(rows, key=_rank))


def worded(about: str, code: str, count: int) -> str:
    """What the step of that code does over so many, as on a button; nothing of one not in use."""
    return next((step.worded(count) for step in ladder(about) if step.code == code), "")


def _rank(step: "Step") -> tuple[bool, int]:
    return step.working_days is None, step.working_days or step.meetings_overdue or 0


def next_step(
    steps: Sequence["Step"],
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
    meetings: int = 0,
) -> "Step | None":
    """The step that is due now; None before its day, and once the last was taken.

    `awaited` is the day by which it was due, `kept` the steps taken with their days, `meetings`
    how many meetings it was late at. What was never asked after begins with the first step past its
    day: nobody is written to by the chair who was not asked before.
    """
    rest = _rest(steps, awaited, kept, today)
    if not rest or not _is_due(steps, rest[0], awaited, kept, today, closed, meetings):
        return None
    return rest[0]


def coming(
    steps: Sequence["Step"],
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> "tuple[Step, date] | None":
    """The step that is due or comes next, with its day; None once the last was taken."""
    rest = _rest(steps, awaited, kept, today)
    if not rest or rest[0].working_days is None:
        return None
    return rest[0], falls_on(steps, rest[0], awaited, kept, closed)


def _rest(
    steps: Sequence["Step"], awaited: date, kept: Sequence[tuple[str, date]], today: date
) -> Sequence["Step"]:
    taken = {code for code, _ in kept}
    rest = _after(steps, taken)
    if not taken and today > awaited:
        late = [one for one in rest if (one.working_days or 0) > 0 or one.working_days is None]
        return late or rest
    return rest


def _after(steps: Sequence["Step"], taken: Collection[str]) -> Sequence["Step"]:
    """The steps after the last that was taken."""
    places = [place for place, one in enumerate(steps) if one.code in taken]
    return steps[max(places) + 1 :] if places else steps


def _is_due(
    steps: Sequence["Step"],
    step: "Step",
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date],
    meetings: int,
) -> bool:
    if step.working_days is None:
        return step.meetings_overdue is not None and meetings >= step.meetings_overdue
    return today >= falls_on(steps, step, awaited, kept, closed)


def falls_on(
    steps: Sequence["Step"],
    step: "Step",
    awaited: date,
    kept: Sequence[tuple[str, date]],
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> date:
    """The day on which a step is due: so long after the day awaited, and after the step before."""
    day = add_working_days(awaited, step.working_days or 0, closed)
    if not kept:
        return day
    code, on = kept[-1]
    before = next((one.working_days or 0 for one in steps if one.code == code), 0)
    gap = max((step.working_days or 0) - before, 1)
    return max(day, add_working_days(on, gap, closed))


def whom(step: "Step", agency: str, contact: str | None = None) -> str:
    """Who is asked by a step: the agency, its contact by name where one is known, or a role."""
    if step.whom == AGENCY:
        return agency
    if step.whom in CONTACT and contact:
        return f"{contact}, {agency}"
    return f"{step.whom[:1].upper()}{step.whom[1:]}" + (f", {agency}" if agency else "")
