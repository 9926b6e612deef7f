"""The inspection list leaves child by child, by system id, by export permission, and is logged."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from exports import inspection
from models.clock import SetClock
from models.entities import Child, ChildStatus, Issue, MissingEpisode
from models.errors import Refusal
from models.marks import Role
from models.queries.audiences import body
from models.queries.inspection import inspection as asked
from models.rules.ages import GROWN
from models.services.issuing import WRITTEN
from models.workspace import Workspace
from tests.exports import reading

ON = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 9, 30)


@pytest.fixture
def workspace():
    made = Workspace.memory("Ada Administrator", SetClock(NOW))
    made.panel.make("Northmoor MACE", area="Northmoor")
    with made.store.work("fill", "Fill") as session:
        known = {"Ivy Ashdown": "=1+1", "Robin Marlow": None, "Tia Kerr": "330", "Kay Dobson": "4"}
        children = [Child(label=name, system_id=one) for name, one in known.items()]
        session.add_all(children)
        session.flush()
        ivy, robin, tia, _ = children
        for child in (ivy, tia):
            session.add(ChildStatus(child_id=child.id, category="CSE1", risk="High", plan="CP"))
        for child in (robin, tia):
            session.add(MissingEpisode(child_id=child.id, reported_at=datetime(2026, 11, 1, 22)))
    yield made
    made.close()


def test_interviews_of_episodes_that_are_not_entered_are_not_known(workspace):
    with workspace.store.work("tell", "Tell") as session:
        for one in session.scalars(select(Child).where(Child.label != "Tia Kerr")):
            one.missing_90_days, one.missing_told_on = 5, ON
    panel = workspace.read.panel()
    at = inspection.HEADINGS.index("Return interview")
    rows = workspace.read.inspection(ON).rows
    said = {one.name: inspection.cells(one, panel)[at] for one in rows}
    assert said == {
        "Ivy Ashdown": "not known of 5 not entered",
        "Robin Marlow": "none late, not known of 4 not entered",
        "Tia Kerr": "none late",
        "Kay Dobson": "not known of 5 not entered",
    }


def logged(workspace):
    with workspace.store.reading() as session:
        return [(one.document, one.audience, one.state) for one in session.scalars(select(Issue))]


def test_children_at_risk_and_missing_children_are_on_the_list_once(workspace):
    rows = workspace.read.inspection(ON).rows
    assert [(one.name, one.at_risk, one.missing) for one in rows] == [
        ("Ivy Ashdown", True, False),
        ("Robin Marlow", False, True),
        ("Tia Kerr", True, True),
    ]
    table = workspace.read.inspection_report(ON)
    assert [row.values[0] for row in table.rows] == [3, 0, 2, 2, 2, 0, 0]
    assert table.rows[3].children[0] == (rows[1].child_id, rows[2].child_id)


def test_the_list_says_how_many_on_it_are_of_full_age(workspace):
    with workspace.store.work("born", "Born") as session:
        named = Child.label.in_(("Ivy Ashdown", "Kay Dobson"))
        for child in session.scalars(select(Child).where(named)):
            child.birth_date = date(2008, 11, 12)
    for on, number in ((ON, 1), (date(2026, 11, 11), 0)):
        found, panel = workspace.read.inspection(on), workspace.read.panel()
        assert GROWN.format(number) in inspection.written(found, panel, "csv").decode("utf-8-sig")
        figures = {one.label: one.values[0] for one in workspace.read.inspection_report(on).rows}
        assert figures["Aged 18 or over"] == number


def test_names_stand_on_it_only_where_the_panel_sets_full_names(workspace, tmp_path):
    for ending in inspection.FORMATS:
        inspection.write(workspace, ON, tmp_path / f"list.{ending}", ending)
    sheet = load_workbook(tmp_path / "list.xlsx").active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    document = reading.text(reading.document(lambda to: to.write(
        (tmp_path / "list.docx").read_bytes())))  # fmt: skip
    words = (tmp_path / "list.csv").read_text("utf-8-sig")
    for told in (" ".join(cells), document, words, (tmp_path / "list.json").read_text("utf-8")):
        assert "330" in told and "no system id" in told
        assert not any(name in told for name in ("Ashdown", "Marlow", "Kerr", "Dobson"))
    lines = list(csv.reader(io.StringIO(words)))
    unknown = ["not recorded"] * 3
    assert lines[2][:7] == ["'=1+1", *unknown, "", "", "At risk of exploitation"]
    named = replace(workspace.read.panel(), full_names=True)
    assert b"Tia Kerr, 330" in inspection.written(workspace.read.inspection(ON), named, "csv")


def test_a_return_is_one_thing_and_its_interview_another_and_no_meeting_is_said_once(
    workspace,
):
    found, panel = workspace.read.inspection(ON), workspace.read.panel()
    back = replace(found.rows[0].returns, number=2, offered=1, held=1, in_time=0)
    rows = (replace(found.rows[0], returns=back),)
    blob = inspection.written(replace(found, rows=rows), panel, "docx")
    told = reading.text(reading.document(lambda to: to.write(blob)))
    assert "2 returns: 1 interview offered, 1 held, 0 within 72 hours" in told
    assert "No meeting is planned." in told and "Meetings planned:" not in told


def test_each_writing_is_logged_without_a_name(workspace, tmp_path):
    inspection.write(workspace, ON, tmp_path / "list.csv", "csv")
    form = inspection.printed(workspace, ON)
    assert len(json.dumps(form)) and len(form["rows"]) == 3
    assert logged(workspace) == [
        (f"inspection-2026-11-12.{ending}", "inspectors", WRITTEN) for ending in ("csv", "json")
    ]


def test_who_may_not_export_writes_nothing_and_nothing_is_logged(workspace, tmp_path):
    workspace.person = replace(workspace.person, role=Role.MEMBER)
    with pytest.raises(Refusal):
        inspection.write(workspace, ON, tmp_path / "list.csv", "csv")
    with pytest.raises(Refusal):
        inspection.printed(workspace, ON)
    assert not list(tmp_path.iterdir()) and logged(workspace) == []


def test_a_child_of_interest_to_the_writer_is_not_on_it(workspace):
    held = workspace.read.inspection(ON).rows[0].child_id
    reader = replace(body(NOW), conflicted_subjects=frozenset({held}))
    with workspace.store.reading() as session:
        assert held not in [one.child_id for one in asked(session, reader, ON).rows]


def test_gender_ethnicity_and_day_of_birth_stand_beside_the_number(workspace, tmp_path):
    with workspace.store.work("say", "Say") as session:
        tia = session.scalars(select(Child).where(Child.system_id == "330")).one()
        tia.gender, tia.ethnicity, tia.birth_date = "Female", "BAFR", date(2011, 5, 1)
    inspection.write(workspace, ON, tmp_path / "list.csv", "csv")
    lines = list(csv.reader(io.StringIO((tmp_path / "list.csv").read_text("utf-8-sig"))))
    (row,) = [one for one in lines if one[:1] == ["330"]]
    assert row[:5] == ["330", "Female", "African", "1 May 2011", "15"]


def test_a_district_stands_on_it_as_the_panel_writes_it(workspace):
    workspace.panel.add_district("Dene & Marsh")
    with workspace.store.work("say", "Say") as session:
        tia = session.scalars(select(Child).where(Child.system_id == "330")).one()
        session.add(ChildStatus(child_id=tia.id, since=ON, district="dene and marsh"))
    rows = workspace.read.inspection(ON).rows
    assert [one.district for one in rows if one.system_id == "330"] == ["Dene & Marsh"]


def test_a_list_of_a_day_to_come_says_that_nothing_after_today_is_counted(workspace, tmp_path):
    said = "Tue 1 Dec 2026 is still to come: nothing after today, Thu 12 Nov 2026, is counted."
    later = date(2026, 12, 1)
    assert workspace.read.inspection_report(later).reconciliation == (said,)
    assert workspace.read.inspection_report(ON).reconciliation == ()
    found, panel = workspace.read.inspection(later), workspace.read.panel()
    assert found.on == ON and inspection.as_form(found, panel)["not_counted"] == [said]
    for ending in ("csv", "xlsx", "docx"):
        inspection.write(workspace, later, tmp_path / f"list.{ending}", ending)
    sheet = load_workbook(tmp_path / "list.xlsx").active
    assert said in [cell.value for row in sheet.iter_rows() for cell in row]
    assert said in (tmp_path / "list.csv").read_text("utf-8-sig")
    assert said in reading.text(reading.document(lambda to: to.write(
        (tmp_path / "list.docx").read_bytes())))  # fmt: skip
