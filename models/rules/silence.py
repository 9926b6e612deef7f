"""Who is asked next where a recommendation is silent: a ladder in working days, step by step."""

from collections.abc import Collection, Sequence
from datetime import date

from models import codes
from models.rules.working_days import NO_CLOSED_DAYS, add_working_days

LADDER, ABOUT = "recommendation_ladder", "recommendation"
MANAGER, REVIEWER, PANEL = "team manager", "IRO or CP chair", "panel"


def ladder() -> tuple["codes.ChaseStep", ...]:
    """The steps in use, the first first."""
    rows = codes.rows_of("recommendation_ladder", codes.ChaseStep)
    return tuple(sorted(rows, key=lambda one: one.working_days or 0))


def next_step(
    awaited: date,
    kept: Sequence[tuple[str, date]],
    today: date,
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> "codes.ChaseStep | None":
    """The step that is due now; None before its day, and once the last was taken.

    `awaited` is the day by which the next word was due, `kept` the steps taken since with their
    days: each gives as many working days as the ladder has between it and the next.
    """
    taken = {code for code, day in kept if day > awaited}
    steps = ladder()
    following = next((one for one in steps if one.code not in taken), None)
    if following is None:
        return None
    return following if today >= falls_on(following, awaited, kept, closed) else None


def falls_on(
    step: "codes.ChaseStep",
    awaited: date,
    kept: Sequence[tuple[str, date]],
    closed: Collection[date] = NO_CLOSED_DAYS,
) -> date:
    """The day on which a step is due: so long after the day awaited, and after the step before."""
    day = add_working_days(awaited, step.working_days or 0, closed)
    gaps = {one.code: (step.working_days or 0) - (one.working_days or 0) for one in ladder()}
    waits = (add_working_days(on, gaps[code], closed) for code, on in kept
             if on > awaited and gaps.get(code, 0) > 0)  # fmt: skip
    return max((day, *waits))


def whom(step: "codes.ChaseStep", team: str | None, reviewer: str | None) -> str:
    """Who is asked by a step, by name where the child's record has one."""
    if step.whom == MANAGER and team:
        return f"Team manager, {team}"
    if step.whom == REVIEWER and reviewer:
        return reviewer
    return step.whom[:1].upper() + step.whom[1:]
