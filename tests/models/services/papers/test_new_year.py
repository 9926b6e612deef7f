"""A date of birth of 1 January is many a child's whose day nobody knew: who is asked about."""

from datetime import date

import pytest

from models.entities import Child, MatchQuestion, PersonOfConcern
from models.services.papers.same import Identity, facts_about, settle
from models.services.register import RegisterService
from tests.models.services.papers.conftest import ADMINISTRATOR
from tests.models.services.papers.made import child_form, form

NEW_YEAR = {"date_of_birth": "01/01/2011", "system": ""}


def test_a_name_and_the_first_of_january_are_asked_about_and_not_joined(papers, rows) -> None:
    papers.import_files([("one.docx", child_form(**NEW_YEAR))])
    (kept,) = papers.import_files([("two.docx", child_form(**NEW_YEAR, plan="CLA"))])
    assert len(rows(Child)) == 2
    assert "1 January, which may stand for a day not known" in kept.matches[0].why


def test_whom_a_person_said_to_be_one_are_not_asked_about_again(papers, store, rows) -> None:
    for plan in ("CP", "CLA"):
        papers.import_files([("one.docx", child_form(**NEW_YEAR, plan=plan))])
    (asked,) = rows(MatchQuestion)
    RegisterService(store, ADMINISTRATOR).settle_match(asked.id, True, "Their mother says so")
    papers.import_files([("two.docx", child_form(**NEW_YEAR, plan="CIN"))])
    assert len(rows(Child)) == 2 and len(rows(MatchQuestion)) == 1
    RegisterService(store, ADMINISTRATOR).settle_match(asked.id, False, "She was wrong")
    papers.import_files([("three.docx", child_form(**NEW_YEAR, plan="CP", reason="Other"))])
    assert len(rows(Child)) == 3 and len(rows(MatchQuestion)) == 3


def test_the_same_number_joins_on_any_day(papers, rows) -> None:
    for plan in ("CP", "CLA"):
        papers.import_files([("one.docx", child_form(date_of_birth="01/01/2011", plan=plan))])
    assert len(rows(Child)) == 1


@pytest.mark.parametrize(
    ("fresh", "row_for_row", "same"), [(True, False, 1), (True, True, None), (False, False, None)]
)
def test_one_paper_that_tells_of_a_child_twice_means_one(fresh, row_for_row, same) -> None:
    told = facts_about("Aidan Ravenscroft", date(2011, 1, 1))
    found = settle(told, [Identity(1, told, fresh)], row_for_row)
    assert found.same == same and bool(found.questions) is (same is None)


def test_a_nominated_child_born_on_that_day_gets_a_record_and_a_question(papers, rows) -> None:
    papers.import_files([("one.docx", child_form(**NEW_YEAR))])
    fields = {"Full name": "Aidan Ravenscroft", "Date of birth": "01/01/2011",
              "Grounds for nomination": "Seen with younger children"}  # fmt: skip
    papers.import_files([("p.docx", form(fields, "Person of concern: nomination to MACE"))])
    (person,), children = rows(PersonOfConcern), rows(Child)
    assert [one.birth_date for one in children] == [date(2011, 1, 1)] * 2
    assert person.child_id == children[1].id
    assert (children[1].id, children[0].id) in {
        (one.subject_id, one.with_id) for one in rows(MatchQuestion)
    }
