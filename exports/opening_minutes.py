"""How a meeting opened, as minutes tell it: attendance, statement, conflicts, last minutes."""

from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from exports import phrases, returns_told, wording
from exports.marking import Marked
from exports.naming import Naming
from exports.phrases import NOT_RECORDED, UNDISCUSSED
from exports.sheet import Sheet
from models.marks import ItemState
from models.records.documents import MeetingPapers
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord
from models.records.places import Place
from models.rules.words_read import MINUTED
from models.rules.wrote_after_all import NOTHING_SENT, wrote

ATTENDED = {
    "P": "Present",
    "R": "Present remotely",
    "D": "Present as deputy",
    "C": "Present, left for an item (conflict of interest)",
    "I": "For their item only",
    "O": "Observer",
    "A": "Apologies, information sent",
    "N": "Apologies, no information sent",
    "X": "No apology received",
}
NOT_NOTED = "Invited for their item only, not noted as having come"
ORDER = (*ATTENDED, None)
IN_TIME = timedelta(minutes=5)


def facts(sheet: Sheet, papers: MeetingPapers) -> None:
    """Date, time, venue, chair and minute taker; what is missing stands in one line."""
    meeting = papers.meeting
    wanted = {
        "venue": meeting.venue,
        "chair": meeting.chair,
        "minute taker": meeting.minute_taker,
        sheet.words("minutes.quorum").lower(): _quorum(papers),
    }
    known = [(words.capitalize(), value) for words, value in wanted.items()]
    missing = [words for words, value in wanted.items() if not value]
    # A panel that names no minute taker has nothing to put right.
    missing = missing if missing != ["minute taker"] else []
    sheet.facts(
        [
            ("Date and time", f"{phrases.weekday(meeting.held_on)}, {_hours(meeting)}"),
            *known,
            (NOT_RECORDED.capitalize(), phrases.listed(missing)),
        ],
        "The meeting",
    )


def attendance(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """Who was there, who sent something and who did not."""
    title = sheet.words("minutes.attendance")
    here = wrote(papers.items, papers.returns, papers.meeting.held_on)
    senders = here.union(papers.senders)
    sheet.heading(title, 1)
    if not papers.attendance:
        sheet.paragraph("Attendance was not recorded.")
    sheet.table(
        ("Name", "Role", "Agency", "Attendance"),
        [
            (one.name, one.role, one.agency, attended(one, papers.meeting.started_at, senders))
            for one in _in_order(papers.attendance)
        ],
        (23, 25, 24, 28),
        title,
    )
    sheet.paragraph(_for_items(papers), lead=f"{NOT_NOTED}:")
    sheet.paragraph(returns_told.told(papers.returns, papers.meeting.held_on), lead="Returns:")


def _for_items(papers: MeetingPapers) -> str:
    """Who was invited for single items and of whom nobody noted how they attended, with the items.

    Whoever is noted as having come for their item stands in the table.
    """
    listed = {one.name for one in papers.attendance}
    invited: dict[str, list[str]] = {}
    for item in papers.items:
        if ItemState(item.row.state) not in UNDISCUSSED:
            for name in item.attending:
                invited.setdefault(name, []).append(item.row.reference)
    told = [f"{name} ({phrases.joined(*of)})" for name, of in invited.items() if name not in listed]
    return f"{phrases.listed(told)}." if told else ""


def confidentiality(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """That the statement was read, and what is confidential."""
    sheet.part("minutes.confidentiality", 1)
    sheet.paragraph(_statement(papers.meeting))
    sheet.note(wording.worded(papers.panel, MINUTED))


def declarations(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """Declared interests; that there were none only where the reader knows of all."""
    sheet.part("minutes.declarations", 1)
    inside = {item.row.reference: names.within(item) for item in papers.items}
    for one in papers.declarations:
        told = inside.get(one.item_reference or "", names)
        sheet.bullets([told.rewrite(_declared(one))])
    if not papers.declarations and papers.whole:
        sheet.paragraph("None were declared.")


def previous(sheet: Sheet, papers: MeetingPapers, names: Naming) -> None:
    """Whether the minutes of the last meeting were agreed, and with what corrections."""
    sheet.part("minutes.previous", 1)
    sheet.paragraph(_last_minutes(papers.meeting))
    place = Place("meeting", papers.meeting.id, "previous_minutes_corrections")
    told = Marked(phrases.sentence(papers.meeting.previous_minutes_corrections), place)
    sheet.paragraph(told, lead="Corrections:")


def _hours(meeting: MeetingRecord) -> str:
    planned = f"{phrases.clock(meeting.starts)} to {phrases.clock(meeting.ends)}"
    if not meeting.started_at:
        return planned
    closed = phrases.clock(meeting.closed_at)
    ended = f", closed {closed}" if closed else ""
    return f"{planned} (started {phrases.clock(meeting.started_at)}{ended})"


def _quorum(papers: MeetingPapers) -> str:
    decided = papers.meeting.quorum_decision
    return phrases.joined(
        phrases.sentence(papers.quorum.removeprefix("Quorum ").replace("✓", "met:")),
        f"Chair's decision: {phrases.sentence(decided)}" if decided else None,
        phrases.sentence(papers.meeting.quorum_reason),
        by=" ",
    )


def _in_order(rows: Iterable[AttendanceRow]) -> list[AttendanceRow]:
    return sorted(rows, key=lambda row: ORDER.index(row.code) if row.code in ORDER else len(ORDER))


def attended(
    row: AttendanceRow, started: datetime | None = None, senders: Collection[str] = ()
) -> str:
    """How one person attended, in words; when they came only where that was late.

    Apologies of an agency that is among the `senders` are never said to be without information.
    """
    if row.code is None:
        return "Not recorded"
    code = "A" if row.code == NOTHING_SENT and row.agency in senders else row.code
    sent = f"on {phrases.short_day(row.information_sent_on)}" if row.information_sent_on else ""
    return phrases.joined(
        phrases.joined(ATTENDED.get(code, code), sent, by=" "),
        f"for {row.deputy_for}" if row.deputy_for else None,
        f"arrived {phrases.clock(row.arrived)}" if _late(row.arrived, started) else None,
        *map(phrases.absence, row.absences),
    )


def _late(arrived: time | None, started: datetime | None) -> bool:
    if arrived is None or started is None:
        return arrived is not None
    return datetime.combine(started.date(), arrived) > started + IN_TIME


def _statement(meeting: MeetingRecord) -> str:
    if not meeting.script_read_by and not meeting.script_read_at:
        return "That the statement was read is not recorded."
    at = f" at {phrases.clock(meeting.script_read_at)}" if meeting.script_read_at else ""
    return f"Read by {meeting.script_read_by or f'(reader {NOT_RECORDED})'}{at}."


def _declared(one: DeclarationRow) -> str:
    about = f" ({one.item_reference})" if one.item_reference else ""
    before = f"Declared on {phrases.day(one.declared_on)}." if one.declared_on else ""
    return phrases.joined(
        f"{one.member}{about}: {phrases.sentence(one.interest)}",
        before,
        phrases.sentence(phrases.joined(*(phrases.absence(out) for out in one.stepped_out))),
        phrases.sentence(one.outcome),
        by=" ",
    )


def _last_minutes(meeting: MeetingRecord) -> str:
    if not meeting.previous_minutes_date and meeting.previous_minutes_agreed is None:
        return ""
    of = meeting.previous_minutes_date
    which = f"The minutes of {phrases.day(of)}" if of else "The minutes of the last meeting"
    words = {True: "were agreed", False: "were not agreed", None: "were before the panel"}
    return f"{which} {words[meeting.previous_minutes_agreed]}."
