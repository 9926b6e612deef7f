"""Ten thousand invented children as rows of the tracker, as a large authority's file gives them."""

from datetime import date, timedelta

from models.records.tracker import TrackedChild
from tests.benchmarks.wording import DISTRICTS, name

TODAY = date(2026, 11, 12)
PLANS = ("Child in Need plan", "Child Protection plan", "Child looked after", "Early Help", None)
LEVELS = ("Low", "Medium", "High", None)
CATEGORIES = ("CSE1", "CSE2", "CSE3", "Other forms of exploitation")


def tracked(count: int = 10_000) -> tuple[TrackedChild, ...]:
    """So many children; every run makes the same ones."""
    return tuple(_child(at) for at in range(1, count + 1))


def _child(at: int) -> TrackedChild:
    assessed = TODAY - timedelta(days=at * 37 % 400)
    level, who = LEVELS[at % 4], name(at)
    return TrackedChild(
        id=at,
        uuid=f"{at:032x}",
        name=who,
        initials="".join(f"{word[0]}." for word in who.split()),
        system_id=f"LCS{100_000 + at}",
        birth_date=date(2008, 1, 1) + timedelta(days=at * 17 % 4_000),
        age=at % 18,
        gender="Female" if at % 2 else "Male",
        district=DISTRICTS[at % len(DISTRICTS)],
        plan=PLANS[at % 5],
        category=CATEGORIES[at % 4],
        other_exploitation=at % 9 == 0,
        types=("Child sexual exploitation",) if at % 3 else ("Child criminal exploitation",),
        risk=level,
        direction=("increased", "same", "decreased")[at % 3],
        assessed_on=assessed,
        assessment_overdue=(TODAY - assessed).days > 30,
        missing_90_days=at % 6,
        interviews_late=at % 40 == 0,
        nrm="Not considered" if at % 4 else None,
        next_review=TODAY + timedelta(days=at % 60),
        lead=name(at * 3 + 1),
        on_panel=at % 5 == 0,
        team=f"Team {at % 12}",
        school=f"{DISTRICTS[at % len(DISTRICTS)]} School",
        due_on=assessed + timedelta(days=30),
        since=TODAY - timedelta(days=at % 900),
        risk_rank={"Low": 1, "Medium": 2, "High": 3}.get(level or ""),
        risk_band=(level or "").lower(),
    )
