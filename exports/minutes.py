"""The minutes of a meeting: actions first, then how it opened, then each item in its section."""

from collections.abc import Iterable
from datetime import date

from exports import (
    basis,
    filing,
    item_minutes,
    matters,
    opening_minutes,
    phrases,
    protection,
    shared_lines,
    tables,
    version_words,
    wording,
)
from exports.filing import Target
from exports.imprint import Imprint, status_words
from exports.marking import Marked, Marks
from exports.naming import Naming, naming_of
from exports.phrases import NOT_RECORDED
from exports.sheet import Sheet
from exports.template import Template
from models.marks import ItemKind, ItemState
from models.records.documents import MeetingPapers, Recipient
from models.records.item import ItemRecord
from models.records.places import Place

OTHER_SECTION = "Other items"


def write(
    papers: MeetingPapers,
    to: Target,
    *,
    issued_to: str = "Panel members",
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The minutes as a Word file at `to`; gives its sha256."""
    sheet = compose(papers, issued_to=issued_to, template=template)
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def compose(
    papers: MeetingPapers, *, issued_to: str = "Panel members", template: Template | None = None
) -> Sheet:
    """The minutes as a sheet. Only lines, actions and measures for all the panel stand in it."""
    names = naming_of(papers)
    about = Imprint(
        protection.of_body(papers),
        "Minutes",
        issued_to,
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template, names.rewrite, marks=Marks())
    sheet.title(f"{papers.panel.name}: minutes", phrases.weekday(papers.meeting.held_on))
    body(sheet, papers, names)
    sheet.end(f"End of the minutes of {phrases.day(papers.meeting.held_on)}.")
    return sheet


def body(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """All that stands under the title, its parts in the panel's order and by its headings."""
    opening_minutes.facts(sheet, papers)
    version_words.write(sheet, papers)
    for code in wording.order(papers.panel):
        if code in PARTS:
            PARTS[code](sheet, papers, names)


def _actions(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    sheet.part("minutes.actions", 1)
    agreed = [one for one in papers.actions if tables.for_all_panel(one)]
    tables.agreed_actions(sheet, tables.in_order(agreed, papers.items), names)
    if not agreed:
        sheet.paragraph("No actions were agreed.")


def _confidentiality(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """What is confidential, and on what basis it is shared all the same."""
    opening_minutes.confidentiality(sheet, papers, names)
    basis.of_meeting(sheet, papers)


def _action_log(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    title = sheet.words("minutes.action_log")
    sheet.heading(title, 1)
    earlier = [one for one in papers.earlier_actions if tables.for_all_panel(one)]
    tables.standing_actions(sheet, earlier, names, title)


def sections(papers: MeetingPapers) -> list[tuple[str, list[ItemRecord]]]:
    """The items by section name in the panel's order; none is lost to an unknown section."""
    names, order = dict(papers.panel.section_names), papers.panel.section_order
    letters = {item.row.section: None for item in papers.items}
    known = [letter for letter in order if letter in letters]
    rest = [letter for letter in letters if letter not in order]
    return [
        (
            names.get(letter, OTHER_SECTION),
            [item for item in papers.items if item.row.section == letter],
        )
        for letter in (*known, *rest)
    ]


def _sections(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    for name, items in sections(papers):
        sheet.heading(name, 1)
        noted = [item for item in items if _only_noted(item) and not _left_out(item)]
        for item in items:
            if item not in noted and not _left_out(item):
                held_on, drawn = papers.meeting.held_on, papers.panel.pictures
                item_minutes.write(sheet, item, names, held_on, drawn=drawn)
        sheet.part("minutes.notification", 2)
        sheet.bullets(_notification(item, names) for item in noted)


def _has_content(item: ItemRecord) -> bool:
    written = (item.presentation, item.voice, item.analysis, item.parents_view, item.protective)
    recorded = (item.risk, item.decision, item.actions, item.measures, item.recommendations)
    return any(written) or any(recorded) or bool(shared_lines.shared_with_all(item.lines))


def _only_noted(item: ItemRecord) -> bool:
    return item.row.kind == ItemKind.NOTIFICATION and not _has_content(item)


def _left_out(item: ItemRecord) -> bool:
    return ItemState(item.row.state) in item_minutes.NOT_HELD and not _has_content(item)


def _notification(item: ItemRecord, names: Naming) -> str:
    reason = item.header.reason or item.row.ask
    subject = f"{item.row.reference}  {names.subject(item.row)}"
    if not reason:
        return f"{subject}."
    return f"{subject}: {names.within(item).rewrite(phrases.sentence(reason))}"


def _why_not(item: ItemRecord) -> str:
    """Why an item was deferred; one that was not reached needs no other reason."""
    missing = NOT_RECORDED.capitalize() if item.row.state == ItemState.DEFERRED else ""
    return phrases.sentence(item.row.deferred_reason or missing)


def _not_discussed(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    title = sheet.words("minutes.deferred")
    sheet.heading(title, 1)
    sheet.table(
        ("Item", "About", "What became of it", "Reason", "Until then"),
        [
            (
                item.row.reference,
                names.subject(item.row),
                item_minutes.NOT_HELD[ItemState(item.row.state)],
                names.within(item).rewrite(_why_not(item)),
                item_minutes.until_then(item.row),
            )
            for item in papers.items
            if ItemState(item.row.state) in item_minutes.NOT_HELD
        ],
        (9, 22, 15, 26, 28),
        title,
    )


def _other_business(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    sheet.part("minutes.other_business", 1)
    place = Place("meeting", papers.meeting.id, "other_business")
    sheet.paragraph(Marked(phrases.sentence(papers.meeting.other_business), place))


def _next(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """The next meeting where it is named; else the days for which items were set down."""
    sheet.part("minutes.next", 1)
    if papers.meeting.next_meeting_on:
        sheet.paragraph(f"{phrases.weekday(papers.meeting.next_meeting_on)}.")
        return
    back: dict[date, list[str]] = {}
    for item in papers.items:
        if item.returns_on:
            back.setdefault(item.returns_on, []).append(item.row.reference)
    for day, references in sorted(back.items()):
        every = 1 < len(references) == len(papers.items)
        who = "All items return" if every else f"{phrases.listed(references)} to return"
        sheet.paragraph(f"{who} on {phrases.weekday(day)}.")


def _distribution(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    title = sheet.words("minutes.distribution")
    sheet.heading(title, 1)
    rows = [
        ("Issued to", _by_agency(papers.distribution)),
        ("Version", str(papers.minutes_version)),
    ]
    sheet.facts(rows, title, with_next=True)
    sheet.note(wording.worded(papers.panel, "distribution"))


def _by_agency(recipients: Iterable[Recipient]) -> str:
    """Those who have these minutes, by agency, each agency once."""
    found: dict[str, list[str]] = {}
    for name, agency in recipients:
        found.setdefault(agency or "", []).append(name)
    told = [f"{agency}: {phrases.listed(names)}" for agency, names in found.items() if agency]
    return phrases.joined(*told, *found.get("", ()), by="; ")


PARTS = {
    "actions": _actions,
    "attendance": opening_minutes.attendance,
    "confidentiality": _confidentiality,
    "declarations": opening_minutes.declarations,
    "previous": opening_minutes.previous,
    "action_log": _action_log,
    "items": _sections,
    "deferred": _not_discussed,
    "cross_border": matters.cross_border,
    "escalations": matters.escalations,
    "other_business": _other_business,
    "next": _next,
    "distribution": _distribution,
}
