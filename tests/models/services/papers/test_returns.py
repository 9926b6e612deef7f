"""Agencies' returns as they are filed: sharing, children, meetings that come later."""

import io
import re
import zipfile
from datetime import date, datetime, time

import docx
import pytest

from models.entities import (
    Agency,
    AgencyReturn,
    Child,
    InformationLine,
    LineQuestion,
    MatchQuestion,
    PersonOfConcern,
    Place,
    UnreadText,
)
from models.intake.opening import open_paper
from models.intake.papers import Table
from models.marks import Role
from models.queries.readiness import waiting_returns
from models.records.reader import system
from models.services.agenda import AgendaService
from models.services.papers import PaperService
from models.services.signed_in import Person
from tests.models.intake.understanding.lists_made import word as written
from tests.models.services.papers.conftest import ADMINISTRATOR
from tests.models.services.papers.made import (
    LINE,
    agency_return,
    child_form,
    listed,
    saved,
    workbook,
)

AIDAN = "Aidan Ravenscroft (born 21/01/2011, LCS620625)"
SECRET = "Named by a source close to the family as a runner"
SHARED = ("13/09/2026", "Missed two appointments.", "Fact", "All panel")
HELD = ("14/09/2026", SECRET, "Intelligence", "Not shared: not proportionate")


def police(*lines, meeting: str = "12 November 2026") -> tuple[str, bytes]:
    return "police.docx", agency_return("Police", {AIDAN: lines}, meeting)


def members(agency: str) -> tuple[str, bytes]:
    rows = [("Name", "Agency", "Role", "Email"), ("Kian Baines", agency, "Manager", "")]
    return "members.csv", listed(rows)


def test_lines_keep_kind_sharing_date_and_child(papers, rows) -> None:
    papers.import_files([members("Children's social care"), ("one.docx", child_form()), police(
        SHARED,
        ("15/09/2026", "Said to be afraid.", "Opinion", "Chair only"),
        ("16/09/2026", "Car seen.", "Intelligence", "Police; Children's social care"),
    )])  # fmt: skip
    (child,) = rows(Child)
    lines = rows(InformationLine)
    names = {one.id: one.name for one in rows(Agency)}
    assert [
        (one.information, one.sharing, {names[agency] for agency in one.shared_with})
        for one in lines
    ] == [
        ("fact", "all panel", set()),
        ("opinion", "chair only", set()),
        ("intelligence", "named agencies", {"Police", "Children's social care"}),
    ]
    assert {one.subject_id for one in lines} == {child.id}
    assert lines[0].information_date == date(2026, 9, 13)


def test_a_limit_that_names_nobody_on_record_makes_no_agency_and_is_asked_about(
    papers, rows
) -> None:
    known = members("Northmoor Children's services")
    papers.import_files([known, ("one.docx", child_form()), police(
        ("15/09/2026", "Seen in town.", "Fact", "Police & social care only"),
        ("16/09/2026", "Car seen.", "Fact", "Youth offending team"),
    )])  # fmt: skip
    names = {one.id: one.name for one in rows(Agency)}
    assert set(names.values()) == {"Northmoor Children's services", "Police"}
    both, nobody = rows(InformationLine)
    assert {names[one] for one in both.shared_with} == set(names.values())
    assert (nobody.sharing, nobody.shared_with) == ("chair only", ())
    (asked,) = rows(UnreadText)
    assert "Youth offending team, which is no agency on record" in asked.text


def test_unstated_sharing_is_for_the_chair_and_unstated_kind_is_not_fact(papers, rows) -> None:
    papers.import_files([police(("13/09/2026", "Seen in the park.", "", ""))])
    (line,) = rows(InformationLine)
    assert (line.sharing, line.information) == ("chair only", "not stated")


def everything(data: bytes) -> str:
    """All text of a package, whichever part it stands in."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = (package.read(one).decode("utf-8", "replace") for one in package.namelist())
        return re.sub(r"<[^>]*>", "", "\n".join(parts))


def test_what_is_not_shared_is_stored_nowhere(papers, store, rows) -> None:
    (kept,) = papers.import_files([police(SHARED, HELD)])
    assert "without 1 line" in kept.reason
    lines = rows(InformationLine)
    assert [one.text for one in lines] == ["Missed two appointments.", None]
    assert (lines[1].information, lines[1].not_shared_reason) == (
        "intelligence", "not proportionate",
    )  # fmt: skip
    assert SECRET not in str(kept)
    assert not [one for one in rows(UnreadText) if SECRET in one.text]
    with store.reading() as session:
        driver = session.connection().connection.driver_connection
        tables = driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in driver.execute(f'SELECT * FROM "{table}"'):
                assert "close to the family" not in str(row)


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_the_kept_paper_has_every_line_but_those_not_shared(papers, kind, rows) -> None:
    head = ("Child", "System ID", *LINE)
    told = [(AIDAN.split(" (")[0], "LCS620625", *row) for row in (SHARED, HELD)]
    made = {
        "docx": lambda: police(SHARED, HELD)[1],
        "xlsx": lambda: workbook([("Agency:", "Police"), (), head, *told]),
        "csv": lambda: listed([("Agency", *head), *(("Police", *row) for row in told)]),
    }[kind]()
    (previewed,) = papers.preview([(f"return.{kind}", made)])
    assert previewed.kind == "return"
    assert previewed.lines_removed == 1
    assert SECRET not in str(previewed.paper) + str(previewed.content)
    papers.keep([previewed])
    data = papers.content(1)
    text = data.decode() if kind == "csv" else everything(data)
    assert "close to the family" not in text
    cells = [
        cell.text
        for part in open_paper("x", data).parts
        if isinstance(part, Table)
        for row in part.rows
        for cell in row
    ]
    assert "Missed two appointments." in cells and "All panel" in cells
    assert "[not shared: taken out]" in cells


def test_a_line_split_over_runs_or_deleted_in_tracking_is_taken_out_too(papers) -> None:
    document = docx.Document(io.BytesIO(police(SHARED, HELD)[1]))
    paragraph = document.tables[0].rows[2].cells[1].paragraphs[0]
    paragraph.clear()
    for word in SECRET.split():
        paragraph.add_run(word + " ")
    document.core_properties.comments = SECRET
    papers.import_files([("p.docx", saved(document))])
    data = papers.content(1)
    text = everything(data) if data.startswith(b"PK") else data.decode()
    assert "close" not in text and "runner" not in text
    assert "Missed two appointments." in text


@pytest.mark.parametrize("where", ["alternative text", "ampersand", "comment of the paper"])
def test_a_line_is_taken_out_wherever_else_it_stands(papers, where) -> None:
    secret = "Named by Tom & Jo close to the family as a runner"
    held = ("14/09/2026", secret, *HELD[2:])
    document = docx.Document(io.BytesIO(police(SHARED, held)[1]))
    if where == "alternative text":
        document.tables[0]._tbl.tblPr.set("descr", secret)
    elif where == "comment of the paper":
        document.core_properties.subject = secret
    papers.import_files([("p.docx", saved(document))])
    data = papers.content(1)
    raw = data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            raw = b"".join(package.read(one) for one in package.namelist())
    assert b"close to the family" not in raw and b"Missed two appointments." in raw


def test_a_return_for_a_day_without_a_meeting_waits_for_it(papers, agenda, rows) -> None:
    papers.import_files([police(SHARED, HELD), ("one.docx", child_form())])
    assert [one.meeting_id for one in rows(AgencyReturn)] == [None]
    other = agenda.plan_meeting(date(2026, 12, 10), time(9, 30), time(12, 30))
    assert [one.meeting_id for one in rows(AgencyReturn)] == [None]
    meeting = agenda.plan_meeting(date(2026, 11, 12), time(9, 30), time(12, 30))
    assert meeting != other
    assert [one.meeting_id for one in rows(AgencyReturn)] == [meeting]
    assert {one.meeting_id for one in rows(InformationLine)} == {meeting}
    assert len(rows(Child)) == 1


def test_returns_for_another_day_are_taken_for_a_meeting_by_a_persons_word(
    papers, agenda, rows, store
) -> None:
    papers.import_files([police(SHARED, HELD)])
    meeting = agenda.plan_meeting(date(2026, 11, 27), time(9, 30), time(12, 30))
    with store.reading() as session:
        (waiting,) = waiting_returns(session, system(store.clock.now()))
    assert (waiting.day, waiting.agencies) == (date(2026, 11, 12), ("Police",))
    assert agenda.take_returns(meeting, waiting.day) == 1
    assert {one.meeting_id for one in rows(InformationLine)} == {meeting}
    with store.reading() as session:
        assert waiting_returns(session, system(store.clock.now())) == ()


def test_a_meeting_moved_to_the_day_of_waiting_returns_has_them(papers, agenda, rows) -> None:
    papers.import_files([police(SHARED)])
    meeting = agenda.plan_meeting(date(2026, 11, 27), time(9, 30), time(12, 30))
    agenda.change_meeting(meeting, held_on=date(2026, 11, 12))
    assert [one.meeting_id for one in rows(AgencyReturn)] == [meeting]


def test_a_return_taken_for_a_meeting_answers_what_its_agency_was_asked(
    papers, agenda, rows, store
) -> None:
    papers.import_files([police(SHARED), ("one.docx", child_form())])
    meeting = agenda.plan_meeting(date(2026, 11, 27), time(9, 30), time(12, 30))
    agenda.add(meeting, rows(Child)[0].id)
    agenda.request(meeting, (rows(AgencyReturn)[0].agency_id,), date(2026, 11, 25))
    agenda.take_returns(meeting, date(2026, 11, 12))
    (answered,) = rows(AgencyReturn)
    assert answered.requested_on is not None and answered.received_at is not None
    assert {one.agency_return_id for one in rows(InformationLine)} == {answered.id}


def test_a_return_sent_again_adds_only_what_is_new(papers, rows) -> None:
    papers.import_files([police(SHARED)])
    (again,) = papers.import_files(
        [police(SHARED, ("20/09/2026", "Back at school.", "Fact", "All panel"))]
    )
    assert again.status == "updated"
    assert [one.text for one in rows(InformationLine)] == [
        "Missed two appointments.", "Back at school.",
    ]  # fmt: skip
    assert len(rows(AgencyReturn)) == 1


def test_an_agency_that_takes_a_line_back_is_obeyed(papers, rows) -> None:
    papers.import_files([police(SHARED, ("14/09/2026", "A first version.", "Fact", "All panel"))])
    papers.import_files([police(SHARED, HELD)])
    texts = {one.text: one.withdrawn for one in rows(InformationLine)}
    assert texts == {"Missed two appointments.": False, "A first version.": True, None: False}


def test_it_is_obeyed_also_where_it_held_back_another_of_that_day_before(papers, rows) -> None:
    shared = ("14/09/2026", "A first version.", "Fact", "All panel")
    papers.import_files([police(SHARED, shared, HELD)])
    papers.import_files([police(SHARED, HELD)])
    texts = {one.text: one.withdrawn for one in rows(InformationLine)}
    assert texts == {"Missed two appointments.": False, "A first version.": True, None: False}
    (asked,) = rows(LineQuestion)
    assert asked.now_sharing == "not shared"


def test_two_lines_of_a_day_in_one_return_are_two_however_often_it_comes(papers, rows) -> None:
    only = ("13/09/2026", "Goes about with older boys.", "Opinion", "Chair only")
    held = ("13/09/2026", *HELD[1:])
    for after in ((), (("20/09/2026", "Back at school.", "Fact", "All panel"),)):
        papers.import_files([police(only, held, *after)])
    lines = [(one.text, one.sharing, one.withdrawn) for one in rows(InformationLine)]
    assert lines == [
        (only[1], "chair only", False),
        (None, "not shared", False),
        ("Back at school.", "all panel", False),
    ]
    assert not rows(LineQuestion)


@pytest.mark.parametrize(
    ("completed", "came"),
    [("Daisy Yates, 8 September 2026", date(2026, 9, 8)), ("Daisy Yates, 8 May 2031", None)],
)
def test_a_return_came_on_the_day_its_form_bears_but_never_after_today(
    papers, rows, clock, completed, came
) -> None:
    form = written(
        "# Agency information return: Police",
        "Meeting: 12 November 2026",
        f"Completed by: {completed}",
        f"## {AIDAN}",
        [["Date", "Information", "Kind", "Share with"], SHARED],
    )
    papers.import_files([("police.docx", form)])
    (given,) = rows(AgencyReturn)
    assert given.received_at.date() == (came or clock.today())


def test_narrower_sharing_of_a_line_is_taken_over(papers, rows) -> None:
    papers.import_files([police(SHARED)])
    papers.import_files([police((*SHARED[:3], "Chair only"))])
    assert [one.sharing for one in rows(InformationLine)] == ["chair only"]


def test_the_return_of_an_unknown_child_makes_a_record_that_a_referral_joins(papers, rows) -> None:
    papers.import_files([police(SHARED)])
    (kept,) = papers.import_files([("one.docx", child_form())])
    assert len(rows(Child)) == 1 and kept.matches == ()


def test_only_those_who_see_lines_for_the_chair_open_a_paper(papers, store) -> None:
    papers.import_files([police(SHARED)])
    member = PaperService(store, Person(2, "Ann Low", Role.MEMBER))
    with pytest.raises(Exception, match="cannot see chair only"):
        member.content(1)
    assert PaperService(store, ADMINISTRATOR).content(1)


def test_files_are_filed_in_the_order_in_which_they_refer_to_each_other(papers, rows) -> None:
    kept = papers.import_files([police(SHARED), ("one.docx", child_form())])
    assert [one.file for one in kept] == ["police.docx", "one.docx"]
    assert len(rows(Child)) == 1


def test_meeting_days_are_kept_with_the_time_they_came(papers, clock, rows) -> None:
    papers.import_files([police(SHARED)])
    (given,) = rows(AgencyReturn)
    assert (given.meeting_on, given.received_at) == (date(2026, 11, 12), datetime(2026, 11, 9, 9))
    assert given.completed_by == "Daisy Yates"


def test_lines_about_a_person_and_a_place_go_to_them_and_make_no_child(papers, rows) -> None:
    place = "Travel Inn, Quayside (location)"
    papers.import_files([("one.docx", agency_return("Police", {
        "Lee Marsh (born 03/02/1990, person of concern)": [SHARED],
        place: [("14/09/2026", "Rooms paid in cash.", "Fact", "All panel")],
    }))])  # fmt: skip
    assert rows(Child) == []
    (person,), (inn,) = rows(PersonOfConcern), rows(Place)
    assert (person.label, inn.label) == ("Lee Marsh", "Travel Inn, Quayside")
    assert [one.subject_id for one in rows(InformationLine)] == [person.id, inn.id]


def test_a_bare_name_of_a_person_of_concern_on_record_is_that_person(papers, rows) -> None:
    first = {"Lee Marsh (born 03/02/1990, person of concern)": [SHARED]}
    then = {"Lee Marsh": [("14/09/2026", "Stopped again.", "Fact", "All panel")]}
    papers.import_files([("one.docx", agency_return("Police", first))])
    papers.import_files([("two.docx", agency_return("Health", then))])
    assert rows(Child) == []
    assert len({one.subject_id for one in rows(InformationLine)}) == 1


def test_a_child_named_alone_is_one_child_through_a_return(papers, rows) -> None:
    lines = [SHARED, ("14/09/2026", "Seen again.", "Fact", "All panel")]
    form = agency_return("Police", {"Ella Stone": lines, "Tia Kerr": [SHARED]})
    papers.import_files([("one.docx", form)])
    assert sorted(one.label for one in rows(Child)) == ["Ella Stone", "Tia Kerr"]
    assert len({one.subject_id for one in rows(InformationLine)}) == 2


def test_a_child_named_alone_is_the_one_the_agency_was_asked_about(papers, rows, store) -> None:
    agenda = AgendaService(store, ADMINISTRATOR)
    papers.import_files([("one.docx", child_form())])
    (child,) = rows(Child)
    name, other = child.label, agency_return("Police", {child.label: [SHARED]})
    agenda.add(agenda.plan_meeting(date(2026, 11, 12)), child.id)
    papers.import_files([("two.docx", other)])
    assert [one.label for one in rows(Child)] == [name]
    assert [one.subject_id for one in rows(InformationLine)] == [child.id]


def test_a_child_named_alone_whom_nobody_asked_about_is_asked_about(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    (child,) = rows(Child)
    papers.import_files([("two.docx", agency_return("Police", {child.label: [SHARED]}))])
    assert len(rows(Child)) == 2 and len(rows(MatchQuestion)) == 1
