"""An agency or a team misspelt by a letter is offered as one on record, and joined by nobody."""

import pytest

from models.entities import Agency, Child, UnreadText
from tests.models.services.papers.made import LINE, TRACKER, agency_return, listed
from tests.models.services.papers.test_tracker_doubts import ROW

BOB = ("Bob Dale", "Havn", "Worker", "y@haven.test")
MEMBERS = ("Name", "Agency", "Role", "Email")


@pytest.fixture
def haven(papers):
    row = ("Ann Poole", "Haven", "Lead", "x@haven.test")
    papers.import_files([("m.csv", listed([MEMBERS, row]))])


def told(kept):
    return [text for _, text in kept.told]


def test_a_member_of_an_agency_nearly_named_so_is_asked_about_and_stands_apart(papers, rows, haven):
    file = ("n.csv", listed([MEMBERS, BOB]))
    (seen,) = papers.preview([file])
    (record,) = seen.paper.records
    (note,) = (one.note for one in record.fields if one.name == "agency")
    assert note.startswith("nearly “Haven”, an agency of this panel")
    (kept,) = papers.keep([seen])
    assert [one.name for one in rows(Agency)] == ["Haven", "Havn"]
    (asked,) = told(kept)
    assert asked.startswith("the agency “Havn” is nearly “Haven”: is it the same?")
    assert asked in [one.text for one in rows(UnreadText)]


def test_mended_in_the_preview_it_is_the_same(papers, rows, haven):
    (seen,) = papers.preview([("n.csv", listed([MEMBERS, BOB]))])
    (kept,) = papers.keep([seen], {("n.csv", 0, "agency"): "Haven"})
    assert [one.name for one in rows(Agency)] == ["Haven"] and told(kept) == []


def test_a_return_of_one_nearly_named_so_says_which_it_may_be(papers, haven):
    line = ("01/11/2026", "Seen near the arcade.", "fact", "all")
    assert len(line) == len(LINE)
    (seen,) = papers.preview([("r.docx", agency_return("Havn", {"Tia Kerr": [line]}))])
    notes = [one.note for record in seen.paper.records for one in record.fields]
    assert any(one.startswith("nearly “Haven”") for one in notes)


def test_within_one_list_the_rarer_name_is_marked(papers):
    named = [(f"Ann Poole{at}", "Haven", "Lead", "x@haven.test") for at in "abc"]
    rows = [MEMBERS, *named, ("Bo Dale", "Havn", "Worker", "y@haven.test")]
    (seen,) = papers.preview([("m.csv", listed(rows))])
    notes = [one.note for record in seen.paper.records for one in record.fields if one.note]
    assert notes == ["nearly “Haven”: is it one agency?"]


def test_a_team_nearly_named_so_is_asked_about_and_kept_as_written(papers, rows):
    heads = (*TRACKER, "Team")
    papers.import_files([("a.csv", listed([heads, (*ROW, "Northgate Team")]))])
    other = ("CL2", "Ben", "Howe", "01/02/2010", *ROW[4:], "Northgat Team")
    (kept,) = papers.import_files([("b.csv", listed([heads, other]))])
    (asked,) = told(kept)
    assert asked.startswith("Ben Howe: the team “Northgat Team” is nearly “Northgate Team”: is it")
    assert [one.team for one in rows(Child)] == ["Northgate Team", "Northgat Team"]


@pytest.mark.parametrize("name", ["Harbour", "Zone 2"])
def test_another_name_is_no_slip(papers, haven, name):
    (kept,) = papers.import_files([("n.csv", listed([MEMBERS, ("Bob Dale", name, "Worker", "")]))])
    assert told(kept) == []
