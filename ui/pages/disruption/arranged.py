"""The plans arranged by strand or by VOLT: a heading for each, also where it holds none."""

from collections.abc import Callable, Sequence

from models import codes
from models.records.outcomes import PlanRecord
from ui.pages.disruption.words import KINDS
from ui.widgets.lines import Line

LIST, STRANDS, VOLT = "list", "strands", "volt"
ARRANGEMENTS = ((LIST, "As a list"), (STRANDS, "By strand (4P)"), (VOLT, "By VOLT"))
NO_STRAND = "No strand yet"


def arranged(plans: Sequence[PlanRecord], how: str) -> list[Line]:
    """A heading with its count, then its plans; open ones before closed ones."""
    headings, belongs = _strands(plans) if how == STRANDS else _volt()
    lines = []
    for heading in headings:
        own = [one for one in plans if belongs(one) == heading]
        lines.append(Line(("heading", heading), f"{heading} · {len(own) or 'none'}", heading=True))
        lines += [_line(one) for one in sorted(own, key=lambda one: one.closed_on is not None)]
    return lines


def _strands(plans: Sequence[PlanRecord]) -> tuple[list[str], Callable[[PlanRecord], str]]:
    known = [one.label for one in codes.load("disruption_strands") if one.active]
    own = [one.strand for one in plans if one.strand and one.strand not in known]
    without = [NO_STRAND] if any(not one.strand for one in plans) else []
    return [*known, *dict.fromkeys(own), *without], lambda plan: plan.strand or NO_STRAND


def _volt() -> tuple[list[str], Callable[[PlanRecord], str]]:
    sections = [
        one for one in codes.rows_of("sections", codes.SectionName) if set(one.kinds) & set(KINDS)
    ]
    by_kind = {kind: one.label for one in sections for kind in one.kinds}
    return [one.label for one in sections], lambda plan: by_kind.get(plan.subject_kind, "")


def _line(plan: PlanRecord) -> Line:
    parts = (plan.reference, KINDS.get(plan.subject_kind, ""))
    return Line(
        plan.id,
        plan.subject,
        soft=" · ".join(part for part in parts if part),
        right=standing_of(plan),
        kind=pressing(plan) if pressing(plan) != "plain" else "",
    )


def standing_of(plan: PlanRecord) -> str:
    """What presses most of a plan's measures: "1 breached", "2 expiring", "1 in force"."""
    if plan.closed_on is not None:
        return "closed"
    for which in ("breached", "expiring", "overdue", "in force"):
        count = sum(which in one.stands for one in plan.measures)
        if count:
            return f"{count:,} {which}"
    count = len(plan.measures)
    return f"{count:,} measure{'' if count == 1 else 's'}" if count else "no measures"


def pressing(plan: PlanRecord) -> str:
    """The tint of what presses most; the words carry the meaning."""
    said = standing_of(plan)
    if said.endswith(("breached", "overdue")):
        return "high"
    return "medium" if said.endswith("expiring") else "plain"
