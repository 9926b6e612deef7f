"""What reaches beyond single items: children who move or turn 18, and what was not agreed."""

from datetime import date

from exports import phrases
from exports.naming import Naming
from exports.sheet import Sheet
from exports.wordml import Bold, Text
from models.marks import SubjectKind
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord
from models.rules.actions import ActionStatus

LAST_YEAR = 17
MOVED = frozenset({"CLOSE_MOVED"})
STRATEGIC = frozenset({"ESCALATE_STRATEGIC"})


def cross_border(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """Children who moved to another area, and those in the last year before they turn 18."""
    sheet.part("minutes.cross_border", 1)
    for item in papers.items:
        if item.row.subject_kind != SubjectKind.CHILD:
            continue
        if item.decision and item.decision.code in MOVED:
            sheet.bullets([_about(item, names, phrases.sentence(item.decision.label))])
        if item.header.age == LAST_YEAR:
            sheet.bullets([_about(item, names, _turns(item.header.birth_date))])


def escalations(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """What somebody saw differently, what goes to the strategic group, and actions escalated."""
    sheet.part("minutes.escalations", 1)
    for item in papers.items:
        inside = names.within(item)
        sheet.rewrite, before = inside.rewrite, sheet.rewrite
        views = [one.dissent for one in (item.decision, item.risk) if one and one.dissent]
        if views:
            step = papers.dissent_step
            until = f"Until it is settled: {phrases.going_on(step)}." if step else None
            told = phrases.joined(*map(phrases.sentence, views), until, by=" ")
            seen = "different view" if len(views) == 1 else "different views"
            sheet.bullets([_about(item, names, told, seen)])
        if item.decision and item.decision.code in STRATEGIC:
            sheet.bullets([_about(item, names, phrases.sentence(item.decision.label))])
        sheet.rewrite = before
    sheet.bullets(
        (Bold(f"{one.reference}: "), phrases.sentence(names.of_action(one, one.text)))
        for one in papers.earlier_actions
        if one.status == ActionStatus.ESCALATED
    )


def _about(item: ItemRecord, names: Naming, words: str, what: str = "") -> Text:
    lead = phrases.joined(item.row.reference, names.subject(item.row), what)
    return (Bold(f"{lead}: "), words)


def _turns(born: date | None) -> str:
    if born is None:
        return "17 years old."
    return f"turns 18 in {phrases.MONTHS[born.month - 1]} {born.year + LAST_YEAR + 1}."
