"""The agenda of a meeting: running order with slots and who attends which item."""

from collections.abc import Sequence
from datetime import datetime

from exports import basis, filing, phrases
from exports.filing import Target
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.template import Template
from models.marks import SubjectKind
from models.records.item import ItemRow
from models.records.meeting import MeetingRecord
from models.records.panel import PanelRecord

OPENING = (
    "Welcome, attendance and apologies, quorum",
    "Confidentiality statement",
    "Declarations of interest",
    "Minutes of the last meeting",
    "Actions from earlier meetings",
)
TO_BE_CONFIRMED = "To be confirmed"
CLOSING = ("Other business", "Actions read back", "Date of the next meeting")
NAMED_BY_INITIALS = frozenset({SubjectKind.CHILD, SubjectKind.PERSON})


def write(
    panel: PanelRecord,
    meeting: MeetingRecord,
    items: Sequence[ItemRow],
    to: Target,
    *,
    made_at: datetime,
    issued_to: str = "Everyone attending",
    version: int = 1,
    template: Template | None = None,
    passphrase: str | None = None,
) -> str:
    """The agenda as a Word file at `to`; gives its sha256."""
    about = imprint(panel, meeting, "Agenda", made_at, issued_to, version)
    sheet = Sheet(about, template)
    sheet.title(f"{panel.name}: agenda", phrases.weekday(meeting.held_on))
    body(sheet, panel, meeting, items)
    basis.of_panel(sheet, panel)
    sheet.end(f"End of the agenda of {phrases.day(meeting.held_on)}.")
    return filing.put(sheet.to_bytes(), to, passphrase=passphrase)


def imprint(
    panel: PanelRecord,
    meeting: MeetingRecord,
    title: str,
    made_at: datetime,
    issued_to: str,
    version: int = 1,
) -> Imprint:
    """What a paper sent out before the meeting says of itself."""
    return Imprint(
        panel, title, issued_to, made_at, version=version, reference=meeting.held_on.isoformat()
    )


def body(
    sheet: Sheet, panel: PanelRecord, meeting: MeetingRecord, items: Sequence[ItemRow]
) -> None:
    """The meeting's facts and its running order by section."""
    sheet.facts(
        [
            ("Time", f"{phrases.clock(meeting.starts)} to {phrases.clock(meeting.ends)}"),
            ("Venue", meeting.venue or TO_BE_CONFIRMED),
            ("Chair", meeting.chair or TO_BE_CONFIRMED),
        ],
        "The meeting",
    )
    sheet.paragraph(". ".join(OPENING) + ".", lead="Opening:")
    for name, rows in by_section(panel, items):
        sheet.heading(name, 1)
        _running_order(sheet, name, rows, any(row.slot for row in items))
    sheet.paragraph(". ".join(CLOSING) + ".", lead="Close:")


def by_section(panel: PanelRecord, items: Sequence[ItemRow]) -> list[tuple[str, list[ItemRow]]]:
    """Items by section name, in the panel's order; none is lost to an unknown section."""
    names, letters = dict(panel.section_names), {row.section: None for row in items}
    known = [letter for letter in panel.section_order if letter in letters]
    rest = [letter for letter in letters if letter not in known]
    return [
        (names.get(letter, "Other items"), [row for row in items if row.section == letter])
        for letter in (*known, *rest)
    ]


def subject(row: ItemRow) -> str:
    """People by initials and reference, places and themes by name."""
    shown = row.initials if row.subject_kind in NAMED_BY_INITIALS else row.label
    return phrases.joined(shown, row.subject_reference)


def _running_order(sheet: Sheet, name: str, rows: Sequence[ItemRow], timed: bool) -> None:
    headings = ("Time", "Item", "About", "Kind", "Minutes", "Who attends")
    widths = (9, 8, 30, 13, 10, 30)
    shown = [_cells(row) for row in rows]
    start = 0 if timed else 1
    sheet.table(headings[start:], [one[start:] for one in shown], widths[start:], name)


def _cells(row: ItemRow) -> tuple[str, ...]:
    attending = phrases.joined(row.presenter, *(one for one in row.invited if one != row.presenter))
    minutes = str(row.planned_minutes) if row.planned_minutes else "together"
    return (
        phrases.clock(row.slot),
        row.reference,
        subject(row),
        phrases.capital(row.kind),
        phrases.capital(minutes),
        attending or "Core members",
    )
