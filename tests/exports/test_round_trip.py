"""What goes out to be filled in comes back through the importer as it was written."""

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import docx
from docx.document import Document
from docx.table import Table

from exports import information_request, recommendation_sheet
from exports.information_request import Asked
from models.intake.opening import open_paper
from models.intake.papers import ReadPaper
from models.intake.understanding import understand
from models.records.panel import AgencyRecord
from tests.exports import papers as panel
from tests.exports import reading

AIDAN = ("Aidan Ravenscroft", None, "LCS620625")


def fill(table: Table, row: int, *words: str, start: int = 0) -> None:
    for cell, text in zip(table.rows[row].cells[start:], words, strict=False):
        cell.text = text


def fill_label(document: Document, label: str, text: str) -> None:
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].text == label:
                row.cells[1].text = text


def read_back(document: Document) -> ReadPaper:
    to = io.BytesIO()
    document.save(to)
    return understand(open_paper("returned.docx", to.getvalue()))


def values(paper: ReadPaper, names: Sequence[str]) -> list[tuple[object, ...]]:
    return [tuple(record.get(name) for name in names) for record in paper.records]


HEALTHLIKE = replace(panel.POLICE, kind="health")


def request(agency: AgencyRecord = HEALTHLIKE) -> Document:
    asked = [
        Asked(panel.aidan().row, panel.child_record(panel.aidan())),
        Asked(panel.quiet_child().row, panel.child_record(panel.quiet_child())),
        Asked(panel.person().row, panel.person_record()),
        Asked(panel.place().row, panel.place_record()),
    ]
    blob = reading.written(
        lambda to: information_request.write(
            panel.PANEL,
            panel.MEETING,
            agency,
            asked,
            to,
            made_at=panel.MADE_AT,
            due_on=date(2026, 11, 9),
            return_to="mace@northmoor.example",
        )
    )
    return docx.Document(io.BytesIO(blob))


def test_only_agencies_that_find_a_child_by_it_are_told_the_nhs_number() -> None:
    def told(agency: AgencyRecord) -> bool:
        return "943 476 5919" in reading.text(request(agency))

    assert told(replace(panel.HEALTH, kind="health"))
    assert not told(replace(panel.POLICE, kind="police"))
    assert not told(replace(panel.POLICE, kind=None))


def test_a_filled_return_is_read_line_by_line_to_the_right_child() -> None:
    document = request()
    aidan, tia, person, place = (one for one in document.tables if one.cell(0, 0).text == "Date")
    fill(aidan, 1, "20/10/2026", "Seen with two phones.", "Fact", "All panel")
    fill(aidan, 2, "21/10/2026", "Talk of debt.", "Intelligence", "Police; CAMHS")
    fill(tia, 1, "22/10/2026", "Moved house.", "", "")
    fill(person, 1, "01/10/2026", "Drives a van.", "Opinion", "All panel")
    fill(place, 1, "02/10/2026", "Busy after school.", "Fact", "All panel")
    fill_label(document, "Completed by", "Daisy Yates")
    paper = read_back(document)
    assert paper.kind == "return"
    names = ("name", "about", "la_id", "date", "text", "kind")
    place_name = panel.place_record().name
    assert values(paper, names) == [
        (*AIDAN, date(2026, 10, 20), "Seen with two phones.", "fact"),
        (*AIDAN, date(2026, 10, 21), "Talk of debt.", "intelligence"),
        ("Tia Kerr", None, "LCS693851", date(2026, 10, 22), "Moved house.", "not stated"),
        ("Lee Marsh", "person_of_concern", None, date(2026, 10, 1), "Drives a van.", "opinion"),
        (place_name, "location", None, date(2026, 10, 2), "Busy after school.", "fact"),
    ]
    said = set(values(paper, ("agency", "meeting", "completed_by")))
    assert said == {("Police", panel.HELD_ON, "Daisy Yates")}


def test_nothing_that_the_form_said_itself_is_taken_for_news() -> None:
    document = request()
    assert read_back(document).not_understood == ()
    told = next(one for one in document.paragraphs if "Item: V1" in one.text)
    told.add_run(" Left in October, now at Fell View")
    news = [one.text for one in read_back(document).not_understood]
    assert len(news) == 1 and news[0].endswith("Left in October, now at Fell View")
    slip = reading.document(lambda to: recommendation_sheet.write(panel.extract(), to))
    assert read_back(slip).not_understood == ()


def test_a_form_sent_back_empty_is_a_return_that_tells_nothing() -> None:
    paper = read_back(request())
    assert (paper.kind, paper.records) == ("return", ())


def test_a_reply_slip_is_read_for_each_recommendation() -> None:
    item = panel.aidan()
    second = panel.recommendation(2, item.row, "Review contact arrangements", addressed_to=None)
    sent = panel.extract(item=replace(item, recommendations=(*item.recommendations, second)))
    document = reading.document(lambda to: recommendation_sheet.write(sent, to))
    slip = document.tables[-1]
    fill(
        slip,
        1,
        "Modified",
        "Too often for school",
        "Fortnightly",
        "20/11/2026",
        "CP plan, section 4",
        start=2,
    )
    fill(slip, 2, "Rejected", "Court order in place", start=2)
    fill_label(document, "Completed by", "Kian Baines")
    fill_label(document, "Date of reply", "18/11/2026")
    paper = read_back(document)
    assert paper.kind == "reply"
    names = ("ref", "la_id", "response", "reason", "modified", "in_plan", "evidence", "date")
    assert values(paper, names) == [
        (
            "R001",
            "LCS620625",
            "accepted modified",
            "Too often for school",
            "Fortnightly",
            date(2026, 11, 20),
            "CP plan, section 4",
            date(2026, 11, 18),
        ),
        (
            "R002",
            "LCS620625",
            "rejected",
            "Court order in place",
            None,
            None,
            None,
            date(2026, 11, 18),
        ),
    ]


def test_an_unanswered_slip_carries_no_answer() -> None:
    document = reading.document(lambda to: recommendation_sheet.write(panel.extract(), to))
    assert values(read_back(document), ("response",)) == [(None,)]


def test_a_sheet_that_tells_its_answer_takes_none_from_itself() -> None:
    item = panel.aidan()
    one = replace(
        item.recommendations[0], status="accepted", replied_on=date(2026, 11, 16),
        plan_by=date(2026, 12, 7),
    )  # fmt: skip
    sent = panel.extract(item=replace(item, recommendations=(one,)), reply_by=None)
    document = reading.document(lambda to: recommendation_sheet.write(sent, to))
    assert read_back(document).not_understood == ()
    assert values(read_back(document), ("response", "in_plan")) == [(None, None)]
    fill(document.tables[-1], 1, "", "", "", "20/11/2026", "CP plan, section 4", start=2)
    (record,) = values(read_back(document), ("ref", "response", "in_plan", "evidence"))
    assert record == ("R001", None, date(2026, 11, 20), "CP plan, section 4")


def test_the_sheets_own_row_of_the_plan_is_no_day_in_the_plan() -> None:
    document = reading.document(lambda to: recommendation_sheet.write(panel.extract(), to))
    fill(document.tables[-1], 1, "rejected", "Court order in place", start=2)
    (record,) = read_back(document).records
    assert not any(one.name == "in_plan" for one in record.fields)


def test_a_ground_that_the_form_prints_is_not_taken_for_news() -> None:
    asked = replace(
        Asked(panel.aidan().row, panel.child_record(panel.aidan())),
        ground="Crime prevention. Why it is needed: he is in danger.",
    )
    blob = reading.written(
        lambda to: information_request.write(
            panel.PANEL, panel.MEETING, HEALTHLIKE, [asked], to,
            made_at=panel.MADE_AT, due_on=date(2026, 11, 9),
        )
    )  # fmt: skip
    document = docx.Document(io.BytesIO(blob))
    fill(
        next(one for one in document.tables if one.cell(0, 0).text == "Date"),
        1, "20/10/2026", "Seen with two phones.", "Fact", "All panel",
    )  # fmt: skip
    paper = read_back(document)
    assert paper.not_understood == ()
    assert [one.get("text") for one in paper.records] == ["Seen with two phones."]


def test_days_without_a_year_are_read_by_the_replys_own_day() -> None:
    document = reading.document(lambda to: recommendation_sheet.write(panel.extract(), to))
    fill(document.tables[-1], 1, "accepted", "", "", "4 Dec", "Plan, part 4", start=2)
    fill_label(document, "Date of reply", "27/11/26")
    names = ("response", "in_plan", "evidence")
    assert values(read_back(document), names) == [("accepted", date(2026, 12, 4), "Plan, part 4")]


def test_the_day_of_a_returns_line_without_a_year_is_the_nearest_to_the_paper() -> None:
    document = request()
    table = next(one for one in document.tables if one.rows[0].cells[0].text == "Date")
    fill(table, 1, "20/11", "Seen at the bus station", "fact", "all panel")
    fill(table, 2, "4 Dec", "Back in school", "fact", "all panel")
    found = values(read_back(document), ("date", "text"))
    assert found == [
        (date(2026, 11, 20), "Seen at the bus station"),
        (date(2026, 12, 4), "Back in school"),
    ]
