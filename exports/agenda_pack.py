"""The agenda pack for core members: the agenda, then what each item needs to be read beforehand."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exports import (
    agenda,
    basis,
    filing,
    item_extras,
    item_header,
    item_minutes,
    minutes,
    phrases,
    protection,
    returns_told,
    tables,
)
from exports.filing import Target
from exports.imprint import status_words
from exports.naming import Naming, naming_of
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Text
from models.queries.minutes import SETTLED
from models.records.documents import MeetingPapers
from models.records.item import ItemRecord
from models.records.minutes_issued import MinutesRecord
from models.records.outcomes import ActionRow
from models.records.panel import PanelRecord
from models.records.papers import ReferralRecord
from models.records.subjects import AssessmentRecord, ChildRecord, HistoryRow

STATUS = "status"
"""The kind of what is on record of a child from a day on: plan, category, district, risk."""


@dataclass(frozen=True)
class Background:
    """What is known of an item's subject beside the item: referral, child's record, chronology.

    `history` holds what happened since the last meeting about it, in any order; all there is
    where it was at none.
    """

    referral: ReferralRecord | None = None
    child: ChildRecord | None = None
    history: tuple[HistoryRow, ...] = ()


def write(
    papers: MeetingPapers,
    to: Target,
    *,
    background: Mapping[int, Background] | None = None,
    previous: MeetingPapers | None = None,
    recalled: MinutesRecord | None = None,
    issued_to: str = "Core members",
    version: int = 1,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The pack as a Word file at `to`; gives its sha256. `background` goes by item id.

    `previous` are the last minutes, or `recalled` is their version while it stands recalled.
    """
    panel, meeting = papers.panel, papers.meeting
    names = naming_of(papers)
    about = agenda.imprint(
        of_pack(papers, previous), meeting, "Agenda pack", papers.made_at, issued_to, version
    )
    sheet = Sheet(about, template, names.rewrite)
    sheet.title(f"{panel.name}: agenda pack", phrases.weekday(meeting.held_on))
    sheet.paragraph(
        f"As at {phrases.weekday(papers.made_at.date())}: what has come since is not in it."
    )
    agenda.body(sheet, panel, meeting, [item.row for item in papers.items])
    sheet.paragraph(returns_told.told(papers.returns, meeting.held_on), lead="Returns:")
    sheet.part("pack.log", 1)
    tables.standing_actions(sheet, papers.earlier_actions, names, "Action log")
    for name, items in minutes.sections(papers):
        sheet.heading(f"{name}: papers", 1)
        for item in items:
            _item(sheet, item, (background or {}).get(item.row.id, Background()), names, papers)
    basis.of_meeting(sheet, papers)
    _recalled(sheet, recalled)
    _previous(sheet, previous)
    sheet.end(f"End of the agenda pack of {phrases.day(meeting.held_on)}.")
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def of_pack(papers: MeetingPapers, previous: MeetingPapers | None) -> PanelRecord:
    """The panel as the pack's head and foot have it: its own parts, and the last minutes'."""
    return protection.of_body(papers, *([previous] if previous else []))


def _item(
    sheet: Sheet, item: ItemRecord, behind: Background, names: Naming, papers: MeetingPapers
) -> None:
    inside = names.within(item, behind.referral, behind.history)
    sheet.rewrite, before = inside.rewrite, sheet.rewrite
    sheet.heading(item_minutes.title(item, inside), 2)
    last = _last_assessment(behind.child)
    sheet.facts(_facts(item, inside, last), f"Item {item.row.reference}")
    if item.linked:
        sheet.paragraph(phrases.joined(*item.linked), lead="Linked on record:")
    if item.came_with:
        sheet.paragraph("; ".join(item.came_with), lead="Came with it:")
    _referral(sheet, behind.referral, item)
    _assessment(sheet, last, "" if _stands_in_head(item, last) else _level(last))
    sheet.part("pack.since" if item.header.last_meeting_on else "pack.before", 3)
    since = (
        one for one in behind.history if one.text and not _stands_above(one, last, behind.referral)
    )
    sheet.bullets(_event(one) for one in sorted(since, key=lambda one: one.at))
    item_minutes.shared(sheet, item, papers.meeting.held_on, "pack.information")
    item_extras.columns(sheet, item)
    sheet.part("pack.links", 3)
    sheet.bullets(item_minutes.link_text(one, inside) for one in item.links)
    sheet.part("pack.answered", 3)
    sheet.bullets(item_minutes.earlier_recommendations(item))
    sheet.back_to(3)
    logged = {one.id for one in papers.earlier_actions}
    for lead, done in (("Open actions:", False), ("Actions finished since:", True)):
        rows = [one for one in item.open_actions if one.finished is done]
        sheet.paragraph(_standing(rows, logged), lead=lead)
    sheet.rewrite = before


def _standing(rows: Sequence[ActionRow], logged: Collection[int]) -> str | None:
    """How these stand, and that the action log has the rest where it has all of them."""
    if not rows:
        return None
    told = "; ".join(f"{one.reference} ({tables.stands(one)})" for one in rows)
    stand = "It stands" if len(rows) == 1 else "They stand"
    return (
        f"{told}. {stand} in the action log."
        if {one.id for one in rows} <= {*logged}
        else f"{told}."
    )


def _referral(sheet: Sheet, one: ReferralRecord | None, item: ItemRecord) -> None:
    """What the referral says beside what the head of the item has said already."""
    if one is None:
        return
    head = item.header
    sheet.part("pack.referral", 3)
    sheet.facts(
        [
            ("Received", phrases.day(one.row.received_on)),
            ("From", phrases.joined(one.row.referrer, one.row.agency)),
            ("Reason", phrases.sentence(one.reason) if one.reason != head.reason else None),
            ("Asked of the panel", phrases.sentence(one.ask) if one.ask != head.ask else None),
            ("Tried so far", phrases.sentence(one.tried)),
            ("Child's voice", one.voice),
            ("Parents' views", one.parents_view),
            ("Child informed", one.informed_child),
            ("Parents informed", one.informed_parents),
        ],
        "Referral",
    )


def _facts(
    item: ItemRecord, naming: Naming, last: AssessmentRecord | None
) -> list[tuple[str, Text | None]]:
    """The head of the item, where the level stands beside the day of its assessment.

    What a meeting judged of the risk stands before it.
    """
    level = _level(last) if _stands_in_head(item, last) else ""
    found: list[tuple[str, Text | None]] = []
    for name, said in item_header.facts(item, naming):
        if name == item_header.ASSESSED:
            found.append(("Risk", item_header.risk(item.header)))
            said = phrases.joined(level, str(said)) if level else said
        found.append((name, said))
    return found


def _stands_in_head(item: ItemRecord, last: AssessmentRecord | None) -> bool:
    return last is not None and last.assessed_on == item.header.assessed_on


def _level(last: AssessmentRecord | None) -> str:
    return phrases.joined(last.level, phrases.moved(last.direction)) if last else ""


def _last_assessment(child: ChildRecord | None) -> AssessmentRecord | None:
    dated = [one for one in (child.assessments if child else ()) if one.assessed_on]
    return max(dated, key=lambda one: one.assessed_on or date.min, default=None)


def _stands_above(
    one: HistoryRow, last: AssessmentRecord | None, referral: ReferralRecord | None
) -> bool:
    """Whether an event is the assessment or the referral that the item has told of already."""
    if one.kind == "assessment":
        return last is not None and one.at == last.assessed_on
    return one.kind == "referral" and referral is not None and one.at == referral.row.received_on


def _assessment(sheet: Sheet, last: AssessmentRecord | None, level: str) -> None:
    """What the last assessment says beside its day, and its level where the head has another's."""
    if last is None:
        return
    sheet.part("pack.risk", 3)
    sheet.facts(
        [
            ("Assessed by", last.author),
            ("Scheme", last.scheme),
            ("Level", level),
            ("Score", None if last.score is None else str(last.score)),
            ("Indicators present", "\n".join(last.indicators)),
        ],
        "Risk assessment",
    )


def _event(one: HistoryRow) -> str:
    stood = "On record: " if one.kind == STATUS else ""
    return f"{phrases.short_day(one.at)}: {stood}{phrases.sentence(one.text)}"


STILL_OPEN = "the chair has not approved it."


def _recalled(sheet: Sheet, version: MinutesRecord | None) -> None:
    if version is None:
        return
    day = phrases.weekday(version.meeting_on)
    on = f" on {phrases.weekday(version.state_at.date())}" if version.state_at else ""
    sheet.heading(f"{sheet.words('pack.last')}: {day}", 1)
    sheet.paragraph(f"The minutes of {day} were recalled{on}; corrected ones follow.")


def _previous(sheet: Sheet, previous: MeetingPapers | None) -> None:
    if previous is None:
        return
    day = phrases.weekday(previous.meeting.held_on)
    state, settled = status_words(previous.minutes_state), previous.minutes_state in SETTLED
    shown = day if settled else f"{day} ({state})"
    sheet.heading(f"{sheet.words('pack.last')}: {shown}", 1, new_page=True)
    if not settled:
        version = f"Version {previous.minutes_version}"
        sheet.paragraph(f"{version} may still change: {STILL_OPEN}", lead=f"{state}.")
    sheet.paragraph(f"{previous.panel.name}. References such as V1 are those of that day.")
    names = naming_of(previous)
    sheet.rewrite = names.rewrite
    minutes.body(sheet, previous, names)
