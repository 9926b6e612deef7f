"""Agenda, pack, requests and invitations tell each reader what they need and no more."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from docx.document import Document
from icalendar import Calendar

from exports import agenda, agenda_pack, briefing, information_request, invitation
from exports.agenda_pack import Background
from exports.information_request import Asked
from models.errors import Refusal
from models.records.issuing import SlotInvitation
from models.records.panel import AgencyRecord, PanelRecord
from models.records.subjects import AssessmentRecord, HistoryRow
from tests.exports import papers as panel
from tests.exports import reading

ROWS = [item.row for item in panel.papers().items]


def agenda_of(rows: list[object] = ROWS) -> Document:
    return reading.document(
        lambda to: agenda.write(panel.PANEL, panel.MEETING, rows, to, made_at=panel.MADE_AT)
    )


def request(
    agency: AgencyRecord, *asked: Asked, panel_as: PanelRecord = panel.PANEL, return_to: str = ""
) -> Document:
    return reading.document(
        lambda to: information_request.write(
            panel_as,
            panel.MEETING,
            agency,
            asked,
            to,
            made_at=panel.MADE_AT,
            due_on=date(2026, 11, 9),
            return_to=return_to,
        )
    )


def child() -> Asked:
    return Asked(panel.aidan().row, panel.child_record(panel.aidan()))


def person() -> Asked:
    return Asked(panel.person().row, panel.person_record())


def place() -> Asked:
    return Asked(panel.place().row, panel.place_record())


def test_an_agenda_names_people_by_initials_and_who_attends() -> None:
    document = agenda_of()
    assert reading.under(document, "Children")[1] == (
        "09:40 | V1 | A.R., LCS620625 | Review | 12 | Kian Baines"
    )
    text = reading.text(document)
    assert "O1 | L.M." in text
    assert "Bus interchange" in text
    for name in ("Ravenscroft", "Marsh", "Kerr"):
        assert name not in text


def test_an_agenda_without_slots_has_no_column_for_them() -> None:
    rows = [replace(row, slot=None) for row in ROWS]
    assert reading.under(agenda_of(rows), "Children")[0].startswith("Item | About")


def test_a_pack_gives_each_item_its_background() -> None:
    assessment = AssessmentRecord(
        id=1,
        scheme="Local categories",
        assessed_on=date(2026, 11, 3),
        author="Kian Baines",
        score=None,
        level="Medium",
        direction=None,
        due_on=None,
        in_date=True,
        indicators=("Unexplained money", "Goes missing"),
        answers=(),
    )
    known = panel.child_record(panel.aidan(), assessments=(assessment,))
    history = (
        HistoryRow(date(2026, 10, 20), "missing", "Aidan Ravenscroft missing overnight"),
        HistoryRow(date(2026, 11, 3), "assessment", "Risk assessment: Medium"),
    )
    background = {1: Background(child=known, history=history)}
    document = reading.document(
        lambda to: agenda_pack.write(panel.papers(), to, background=background)
    )
    item = reading.under(document, "V1  A.R., LCS620625 (review)")
    assert "20 Oct 2026: A.R. missing overnight." in item
    assert "Indicators present | Unexplained money\nGoes missing" in item
    assert not [one for one in item if one.startswith("3 Nov 2026: Risk") or "Level |" in one]
    assert "Warrant" not in reading.text(document)


def test_a_pack_carries_the_last_minutes_where_there_are_any() -> None:
    approved = replace(panel.papers(), minutes_state="approved")
    with_last = reading.document(
        lambda to: agenda_pack.write(panel.papers(), to, previous=approved)
    )
    day = "Minutes to be agreed: Thursday 12 November 2026"
    assert (1, day) in reading.outline(with_last)
    without = reading.document(lambda to: agenda_pack.write(panel.papers(), to))
    assert (1, day) not in reading.outline(without)


def test_a_pack_made_after_its_meeting_calls_no_finished_action_open() -> None:
    item, logged = panel.aidan(), panel.papers().earlier_actions
    still, done = (
        replace(logged[0], finished=False, standing="due in 3 days"),
        replace(logged[0], id=991, reference="A991", finished=True, standing="complete"),
    )
    papers = panel.papers(
        items=(replace(item, open_actions=(still, done)),), earlier_actions=logged
    )
    document = reading.document(lambda to: agenda_pack.write(papers, to))
    told = reading.text(document)
    assert f"Open actions: {still.reference} (due in 3 days). It stands in the action log." in told
    assert "Actions finished since: A991 (complete).\n" in told


def test_the_briefing_tells_what_was_said_last_of_a_late_action() -> None:
    item = panel.aidan()
    late = panel.action(
        990, item.row, "Check hire-car records", rag="red",
        standing="overdue by 7 working days", last_update="Done 28 Oct, see file",
    )  # fmt: skip
    papers = panel.papers(items=(replace(item, open_actions=(late,)),))
    sheet = briefing.compose(papers, {}, {})
    document = reading.document(lambda to: to.write(sheet.to_bytes()))
    (line,) = reading.under(document, "Late")
    assert line.endswith("(Police). Overdue by 7 working days. Done 28 Oct, see file.")


def test_a_pack_says_as_at_which_day_it_speaks() -> None:
    made = replace(panel.papers(), made_at=datetime(2026, 11, 6, 9))
    document = reading.document(lambda to: agenda_pack.write(made, to))
    assert "As at Friday 6 November 2026" in reading.text(document)


def test_a_request_asks_about_the_child_with_a_form_for_the_answer() -> None:
    document = request(panel.POLICE, child())
    assert "Agency information return: Police" in reading.text(document)
    told = reading.under(document, "Aidan Ravenscroft (born 21/01/2011, LCS620625)")
    assert "Places: Harbour Park skatepark" in told[0]
    assert "Associates: Darren Pike; NK19 CUK" in told[0]
    form = document.tables[-1]
    assert [cell.text for cell in form.rows[0].cells] == [
        "Date",
        "Information",
        "Kind (fact / opinion / intelligence)",
        "Share with",
    ]
    assert len(form.rows) > 3
    assert "Please return by | 9 November 2026" in reading.text(document)


def test_a_request_never_tells_placement_notes_or_other_children() -> None:
    text = reading.text(request(panel.POLICE, child()))
    for kept in ("Hidden Lane", "nurse in confidence", "Tia", "Kerr"):
        assert kept not in text


def test_persons_of_concern_go_only_to_agencies_that_see_them() -> None:
    text = reading.text(request(panel.HEALTH, child(), person()))
    for kept in ("Pike", "NK19 CUK", "Marsh", "Associates"):
        assert kept not in text
    assert "Lee Marsh (born 01/02/1990, person of concern)" in reading.text(
        request(panel.POLICE, person())
    )


def test_a_person_of_concern_is_asked_about_without_the_children() -> None:
    text = reading.text(request(panel.POLICE, person()))
    assert "Ravenscroft" not in text
    assert "PX68 UPM" in text


def test_a_places_request_names_no_child() -> None:
    item = replace(panel.place().row, ask="Who meets Aidan Ravenscroft there?")
    text = reading.text(request(panel.EDUCATION, Asked(item, panel.place_record())))
    assert "Bus interchange, Corporation Street (location)" in text
    assert "Ravenscroft" not in text
    assert "Tia" not in text


def test_an_agency_is_told_what_its_kind_needs_to_find_a_child() -> None:
    told = {
        kind: reading.text(request(replace(panel.EDUCATION, kind=kind), child()))
        for kind in ("education", "voluntary", "mental health", "social care")
    }
    assert "Harbour High School" in told["education"]
    assert "943 476 5919" not in told["education"]
    assert "NM4 2QT" not in told["voluntary"] and "Aidy" in told["voluntary"]
    assert "943 476 5919" in told["mental health"]
    assert "Harbour High School" not in told["mental health"]
    assert "skatepark" in told["social care"]


def test_a_request_says_on_what_basis_it_asks_and_where_the_answer_goes() -> None:
    own = replace(panel.PANEL, wordings=(("information_request", "Search both systems."),))
    document = request(panel.POLICE, child(), panel_as=own, return_to="mace@northmoor.example")
    text = reading.text(document)
    assert "Search both systems." in text
    assert "Lawful basis: UK GDPR" in text
    assert "Return to | mace@northmoor.example" in text
    assert document.paragraphs[-1].text.endswith("to mace@northmoor.example.")


def test_the_heading_and_its_table_stay_on_one_page() -> None:
    document = request(panel.POLICE, child())
    table = document.tables[-1]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert all(kept[:-1]) and len(kept) == 5
    body = [one.tag.rpartition("}")[2] for one in document.element.body]
    named = next(one for one in document.paragraphs if one.text.startswith("Aidan Ravenscroft"))
    heading = list(document.element.body).index(named._element)
    assert body[heading + 1 : heading + 4] == ["p", "p", "tbl"]
    told = [one for one in document.paragraphs if one.text.startswith(("Item:", "Complete here"))]
    assert len(told) == 2 and all(one.paragraph_format.keep_with_next for one in told)


def test_a_request_asks_in_the_order_of_the_agenda() -> None:
    place = Asked(panel.place().row, panel.place_record())
    document = request(panel.POLICE, child(), person(), place)
    assert [words.partition(" (")[0] for _, words in reading.outline(document)] == [
        "Aidan Ravenscroft", "Lee Marsh", panel.place_record().name,
    ]  # fmt: skip


def test_a_request_with_nothing_left_to_ask_is_refused() -> None:
    with pytest.raises(Refusal, match="nothing to ask"):
        request(panel.HEALTH, person())


SLOT = SlotInvitation(
    "9d1f", 0, False, 1, "V1", "Kian Baines", None, 1, None,
    panel.MEETING.held_on, time(9, 40), 12, panel.MEETING.venue, "", True,
)  # fmt: skip


def invite(**changes: object) -> bytes:
    return invitation.compose(panel.PANEL, replace(SLOT, **changes), made_at=panel.MADE_AT)


def test_an_invitation_says_only_panel_item_time_and_place() -> None:
    [event] = Calendar.from_ical(invite()).walk("VEVENT")
    assert event["SUMMARY"] == "Northmoor MACE, item V1"
    assert event["CLASS"] == "PRIVATE"
    assert event["UID"] == "9d1f"
    begins = datetime(2026, 11, 12, 9, 40, tzinfo=ZoneInfo("Europe/London"))
    assert event["DTSTART"].dt == begins
    assert event["DTSTART"].params["TZID"] == "Europe/London"
    assert "Kian" not in invite().decode()


def test_summer_time_is_kept_in_the_invitation() -> None:
    [event] = Calendar.from_ical(invite(day=date(2026, 7, 9))).walk("VEVENT")
    assert event["DTSTART"].dt.astimezone(ZoneInfo("UTC")).hour == 8


def test_with_both_addresses_known_it_is_a_request() -> None:
    one = replace(SLOT, address="kian@health.example")
    made = invitation.compose(panel.PANEL, one, "mace@council.example", made_at=panel.MADE_AT)
    whole = Calendar.from_ical(made)
    [event] = whole.walk("VEVENT")
    assert whole["METHOD"] == "REQUEST"
    assert event["ORGANIZER"] == "mailto:mace@council.example"
    assert event["ATTENDEE"] == "mailto:kian@health.example"
    assert Calendar.from_ical(invite())["METHOD"] == "PUBLISH"


def test_a_cancellation_says_so_to_the_calendar() -> None:
    whole = Calendar.from_ical(invite(cancelled=True, sequence=3))
    [event] = whole.walk("VEVENT")
    assert whole["METHOD"] == "CANCEL"
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 3)
