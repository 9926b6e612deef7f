"""Who is asked next about what has not come: ladders in working days, step by step."""

from collections.abc import Collection, Sequence
from datetime import date

from models import codes
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days

RETURN, ACTION, DISSENT = "return", "action", "dissent"
LADDERS = {RETURN: "return_ladder", ACTION: "chase_ladder", DISSENT: "dissent_ladder"}
AGENCY, CONTACT = "agency", ("escalation contact", "agency contact")


def ladder(about: str) -> tuple["codes.ChaseStep", ...]:
    """The steps in use over returns, actions or dissents, the first first.

    Those told by meetings, not by days, come last.
    """
    rows = codes.rows_of(LADDERS[about], codes.ChaseStep)
    return tuple(sorted(rows, key=_rank))


def _rank(step: "codes.ChaseStep") -> tuple[bool, int]:
    return step.working_days is None, step.working_days or step.meetings_overdue or 0


def next_step(
    steps: Sequence["codes.ChaseStep"],
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
    meetings: int = 0,
) -> "codes.ChaseStep | None":
    """The step that is due now; None before its day, and once the last was taken.

    `awaited` is the day by which it was due, `kept` the steps taken with their days, `meetings`
    how many meetings it was late at. A step passed over because a later one is due is not asked
    for any more.
    """
    taken = {code for code, _ in kept}
    rest = _after(steps, taken)
    if not rest or not _is_due(rest[0], awaited, kept, today, closed, meetings):
        return None
    fresh = not taken
    due = [one for one in rest if _is_due(one, awaited, kept, today, closed, meetings)]
    return due[-1] if fresh and due[-1].working_days is not None else rest[0]


def _after(
    steps: Sequence["codes.ChaseStep"], taken: Collection[str]
) -> Sequence["codes.ChaseStep"]:
    """The steps after the last that was taken."""
    places = [place for place, one in enumerate(steps) if one.code in taken]
    return steps[max(places) + 1 :] if places else steps


def _is_due(
    step: "codes.ChaseStep",
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date],
    meetings: int,
) -> bool:
    if step.working_days is None:
        return step.meetings_overdue is not None and meetings >= step.meetings_overdue
    return today >= falls_on(step, awaited, kept, closed)


def falls_on(
    step: "codes.ChaseStep",
    awaited: date,
    kept: Sequence[tuple[str, date]],
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> date:
    """The day on which a step is due: so long after the day awaited, never on that of another."""
    day = add_working_days(awaited, step.working_days or 0, closed)
    last = max((on for _, on in kept), default=None)
    return day if last is None else max(day, add_working_days(last, 1, closed))


def whom(step: "codes.ChaseStep", agency: str, contact: str | None = None) -> str:
    """Who is asked by a step: the agency, its contact by name where one is known, or a role."""
    if step.whom == AGENCY:
        return agency
    if step.whom in CONTACT and contact:
        return f"{contact}, {agency}"
    return f"{step.whom[:1].upper()}{step.whom[1:]}" + (f", {agency}" if agency else "")
