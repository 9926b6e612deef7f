"""Recommendations to the holder of a child's plan, with a reply slip that imports back."""

from datetime import date

from exports import basis, filing, phrases, tables, wording
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Passing, Text
from models.records.documents import ExtractPapers
from models.records.outcomes import RecommendationRow
from models.rules.recommendations import TO_DO, RecommendationStatus, in_words, is_unanswered

REPLY_HEADINGS = (
    "Ref",
    "Recommendation",
    "Response (accepted, modified or rejected)",
    "Reason if modified or rejected",
    "Modified wording",
    "Date in plan",
    "Where the plan shows it",
)
ROOM = 1100
STILL_ASKED = " as this is sent: please say by when the plan can have it."


def write(
    papers: ExtractPapers,
    to: Target,
    *,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The sheet as a Word file at `to`; gives its sha256."""
    return filing.put(compose(papers, template=template).to_bytes(), to, passphrase=passphrase)


def compose(papers: ExtractPapers, *, template: Template | None = None) -> Sheet:
    """The recommendations that stand, one by one, then the slip to send back."""
    state = status_words(papers.minutes_state)
    about = Imprint(
        papers.panel,
        "Recommendations to the plan",
        papers.addressed_to,
        papers.made_at,
        version=papers.minutes_version,
        status=state if papers.confirmed else wording.worded(papers.panel, "not_confirmed"),
        reference=papers.item.row.reference,
    )
    sheet = Sheet(about, template, comes_back=True)
    standing = [one for one in papers.item.recommendations if not one.withdrawn]
    sheet.title("Recommendations to the plan", papers.panel.name)
    sheet.facts(_facts(papers), "The child and the reply")
    sheet.part("sheet.recommendations", 1)
    for one in standing:
        _recommendation(sheet, one, papers.made_at.date())
    sheet.part("sheet.disagree", 1)
    sheet.paragraph(wording.in_disagreement(papers))
    sheet.note(wording.worded(papers.panel, "sheet_statement"))
    basis.of_child(sheet, papers)
    _slip(sheet, papers, standing)
    sheet.end("End of the recommendations.")
    return sheet


def _facts(papers: ExtractPapers) -> list[tuple[str, Text | None]]:
    header = papers.item.header
    return [
        ("Child", header.name),
        ("System ID", papers.child_system_id),
        ("Date of birth", phrases.day(header.birth_date) if header.birth_date else None),
        ("Plan", header.plan),
        ("Meeting", phrases.day(papers.meeting.held_on)),
        ("To", papers.addressed_to),
        ("Copies to", phrases.joined(*papers.copies_to)),
        ("Please reply by", _day(papers.reply_by)),
        ("Send to", papers.reply_to),
    ]


def _day(by: date | None) -> Text | None:
    return (Passing(phrases.day(by)),) if by else None


def _recommendation(sheet: Sheet, one: RecommendationRow, on: date) -> None:
    sheet.heading(one.reference, 2)
    said = (
        ("Part of the plan", one.plan_domain, "part of the plan"),
        ("So that", one.outcome_sought, "what it is to bring about"),
        ("By whom", one.addressed_to, "by whom"),
        ("By when", _by_when(one, on), "by when"),
        ("What will show it", one.evidence_sought, "what will show it"),
    )
    missing = [lacking for _, told, lacking in said if not told]
    sheet.facts(
        [
            ("What is recommended", phrases.sentence(one.text)),
            ("Plan", phrases.capital(tables.plan_name(one.to_plan))),
            *((label, told) for label, told, _ in said),
            ("On record", phrases.sentence(answer_of(one))),
            ("Not stated", phrases.listed(missing)),
        ],
        f"Recommendation {one.reference}",
    )


def answer_of(one: RecommendationRow) -> str:
    """What the plan has answered so far, with its days; nothing where it has still to."""
    if is_unanswered(one.status):
        return ""
    said = in_words(one.status)
    if one.status == RecommendationStatus.IN_PLAN:
        return f"{said} since {phrases.day(one.plan_updated_on)}"
    on = f" on {phrases.day(one.replied_on)}" if one.replied_on else ""
    by = f", to be in the plan by {phrases.day(one.plan_by)}" if one.plan_by else ""
    return f"{said}{on}{by}"


def _by_when(one: RecommendationRow, on: date) -> Text | None:
    """The day; where it has passed as the sheet goes, what is asked instead."""
    if one.by_date is None:
        return None
    past = tables.past_due(one, on)
    return (phrases.day(one.by_date), *past, *((Passing(STILL_ASKED),) if past else ()))


def _slip(sheet: Sheet, papers: ExtractPapers, standing: list[RecommendationRow]) -> None:
    """What is still open: an answer, or since when the plan has what it accepted."""
    still_open = [one for one in standing if one.status in TO_DO]
    if not still_open:
        return
    sheet.heading("Reply slip", 1, new_page=True)
    sheet.paragraph(wording.worded(papers.panel, "reply_request"))
    sheet.facts(
        [
            ("System ID", papers.child_system_id),
            ("Meeting", phrases.day(papers.meeting.held_on)),
        ],
        "Reply slip",
        to_fill_in=("Completed by", "Date of reply"),
    )
    sheet.heading("Responses", 2)
    sheet.table(
        REPLY_HEADINGS,
        [(one.reference, _asked_again(one), *("",) * 5) for one in still_open],
        (8, 24, 17, 14, 13, 10, 14),
        "Responses",
        room=ROOM,
    )


def _asked_again(one: RecommendationRow) -> str:
    """Its words, and in brackets behind them what was answered, which nobody need write again."""
    answer = answer_of(one)
    return f"{one.text} ({answer})" if answer else one.text
