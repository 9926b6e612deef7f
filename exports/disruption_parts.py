"""Parts of a disruption plan: how measures stand, its effect on each child, where harm went."""

from exports import phrases
from exports.naming import Naming
from exports.sheet import Sheet
from exports.wordml import Bold, Text
from models.records.outcomes import MeasureRow, PlanRecord
from models.rules.plan_effect import summary


def in_force(sheet: Sheet, measures: tuple[MeasureRow, ...]) -> None:
    """Since when and until when, who applied, and each breach with what was done."""
    sheet.part("plan.in_force", 2)
    sheet.bullets(dict.fromkeys(_in_force(one) for one in measures if one.in_force_from))


def not_pursued(sheet: Sheet, measures: tuple[MeasureRow, ...]) -> None:
    """What was considered and dropped, and why."""
    sheet.part("plan.not_pursued", 2)
    sheet.bullets(
        (Bold(f"{one.name}: "), phrases.sentence(f"{one.status}: {one.came_of or 'no reason'}"))
        for one in measures
        if "not pursued" in one.stands
    )


def effect(sheet: Sheet, plan: PlanRecord) -> None:
    """The children by number, their risk when the plan began and now; never by name."""
    if not plan.effects:
        return
    sheet.part("plan.effect", 1)
    now = "When it closed" if plan.closed_on else "Now"
    sheet.table(
        ("Child", "Risk when the plan began", now, "Change"),
        [
            (
                one.number or "without a system number",
                one.before or "not rated",
                one.after or "not rated",
                phrases.moved(one.way) or "not known",
            )
            for one in plan.effects
        ],
        (28, 26, 24, 22),
        "Effect on each child's risk",
    )
    if len(plan.effects) > 1:
        ways = tuple(one.way for one in plan.effects)
        sheet.note(phrases.sentence(f"Children: {summary(ways)}"))


def moved(sheet: Sheet, plan: PlanRecord, naming: Naming) -> None:
    """Where harm may have moved."""
    sheet.part("plan.moved", 1)
    sheet.paragraph(phrases.sentence(plan.displacement))
    sheet.bullets(
        (
            Bold(naming.shown(one.subject_kind, one.subject)),
            f": {phrases.sentence(one.note)}" if one.note else "",
            f" Noted {phrases.day(one.noted_on)}.",
        )
        for one in plan.moved_to
    )


def _in_force(one: MeasureRow) -> Text:
    from_, to = phrases.day(one.in_force_from), phrases.day(one.in_force_to)
    words = phrases.joined(
        f"from {from_}" if from_ else "",
        f"to {to}" if to else "",
        f"applied for by {one.applicant}" if one.applicant else "",
        phrases.counted(one.breaches, "breach", "breaches") if one.breaches else "",
    )
    last = f" Last {one.came_of}." if one.breaches and one.came_of else ""
    return (Bold(f"{one.name}: "), f"{phrases.sentence(words)}{last}")
