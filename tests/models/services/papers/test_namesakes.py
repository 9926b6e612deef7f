"""A person of concern joins a record by more than a common name; else a person is asked."""

from datetime import date

import pytest

from models.entities import Child, InformationLine, Link, MatchQuestion, PersonOfConcern, Referral
from models.services.papers.known_persons import KnownPersons
from models.services.papers.things import told_by
from models.services.papers.told_persons import ToldPerson
from models.services.register import RegisterService
from tests.models.services.papers.conftest import ADMINISTRATOR
from tests.models.services.papers.made import agency_return, child_form, form

COMMON, RARE = "Lee Smith", "Weslea Onuoha"
ALONE = "Same name, which others may have, and nothing else to tell by: Lee Smith"


def nominated(name: str, **fields: str) -> bytes:
    return form(
        {"Person of concern": name, "Referred by": "Police", "Grounds": "Seen with children.",
         "Ask of the panel": "Agree a plan.", **fields},
        "Person of concern: nomination to MACE",
    )  # fmt: skip


def named(rows, name: str) -> int:
    return len(rows(PersonOfConcern, PersonOfConcern.label == name))


def why(rows) -> list[str]:
    return [one.why for one in rows(MatchQuestion)]


def test_a_common_name_alone_joins_nobody_and_is_asked_about_with_its_reason(papers, rows) -> None:
    papers.import_files([("p.docx", nominated(COMMON))])
    (told,) = papers.import_files([("q.docx", nominated(COMMON, Grounds="Seen again."))])
    assert named(rows, COMMON) == 2
    assert why(rows) == [ALONE] and [one.why for one in told.matches] == [ALONE]


def test_a_rare_name_joins_by_itself(papers, rows) -> None:
    papers.import_files([("p.docx", nominated(RARE))])
    papers.import_files([("q.docx", nominated(RARE, Grounds="Seen again."))])
    assert named(rows, RARE) == 1 and len(rows(Referral)) == 2 and why(rows) == []


@pytest.mark.parametrize(
    ("label", "said", "again"),
    [
        ("Date of birth", "07/11/2002", "7 November 2002"),
        ("Known as", "Smiffy", "Smiffy"),
        ("Vehicle", "NK19 CUK", "Grey Golf nk19cuk"),
        ("Phone", "07700 900123", "+44 7700 900123"),
        ("Address", "12 Mill Bank, Midvale", "12 Mill Bank, Midvale NM3 7HQ"),
        ("PNC number", "04/123456X", "04/123456x"),
    ],
)
def test_one_fact_beside_a_common_name_joins(papers, rows, label, said, again) -> None:
    papers.import_files([("p.docx", nominated(COMMON, **{label: said}))])
    papers.import_files([("q.docx", nominated(COMMON, **{label: again, "Grounds": "Again."}))])
    assert named(rows, COMMON) == 1 and why(rows) == []


def test_another_name_that_is_part_of_the_name_is_no_fact(papers, rows) -> None:
    for number in range(2):
        papers.import_files(
            [("p.docx", nominated("Michael Smith", Grounds=str(number), **{"Known as": "Mike"}))]
        )
    assert named(rows, "Michael Smith") == 2 and len(why(rows)) == 1


@pytest.mark.parametrize("home", ["No fixed abode", "Midvale", "Flat 2"])
def test_an_address_of_many_beside_a_common_name_joins_nobody(papers, rows, home) -> None:
    for number in range(2):
        papers.import_files([("p.docx", nominated(COMMON, Grounds=str(number), Address=home))])
    assert named(rows, COMMON) == 2 and why(rows) == [ALONE]


def test_a_handle_without_a_letter_tells_nobody() -> None:
    assert told_by({"social_media": "Instagram @___"}) == set()


@pytest.mark.parametrize("name", [COMMON, RARE])
def test_what_contradicts_is_asked_about_however_rare_the_name(papers, rows, name) -> None:
    for day in ("07/11/2002", "08/03/1990"):
        papers.import_files([("p.docx", nominated(name, **{"Date of birth": day}))])
    assert named(rows, name) == 2
    assert why(rows) == [f"Same name, but another date of birth: {name}"]


def test_of_two_of_one_name_the_one_that_a_fact_tells_is_joined(papers, rows) -> None:
    for day in ("07/11/2002", "08/03/1990"):
        papers.import_files([("p.docx", nominated(COMMON, **{"Date of birth": day}))])
    papers.import_files(
        [("q.docx", nominated(COMMON, **{"Date of birth": "08/03/1990", "Vehicle": "NK19 CUK"}))]
    )
    assert named(rows, COMMON) == 2
    (drives,) = rows(Link, Link.relation == "drives")
    assert drives.from_id == rows(PersonOfConcern)[1].id


def test_two_papers_about_one_child_mean_one_man_and_one_about_another_is_asked(
    papers, rows
) -> None:
    def referral(ask: str, **changes: str) -> bytes:
        return child_form(What_is_the_panel=ask, Reason=f"A man called {COMMON} (27).", **changes)

    papers.import_files([("a.docx", referral("One."))])
    papers.import_files([("b.docx", referral("Two."))])
    assert len(rows(Child)) == 1 and named(rows, COMMON) == 1
    other = {"Child's_full": "Tia Kerr", "System": "LCS1", "Date_of_birth": "01/02/2011"}
    papers.import_files([("c.docx", referral("Three.", **other))])
    assert named(rows, COMMON) == 2 and why(rows) == [ALONE]


def test_lines_of_one_return_about_one_name_are_of_one(papers, rows) -> None:
    papers.import_files([("p.docx", nominated(COMMON))])
    line = ("01/11/2026", "Seen in a car", "Fact", "All panel")
    told = {f"{COMMON} (person of concern)": [line, ("02/11/2026", *line[1:])]}
    papers.import_files([("return.docx", agency_return("Police", told))])
    assert named(rows, COMMON) == 2 and why(rows) == [ALONE]
    assert len({one.subject_id for one in rows(InformationLine)}) == 1


def test_a_return_about_the_only_one_of_a_name_whom_the_meeting_asks_about_is_of_them(
    papers, agenda, rows
) -> None:
    papers.import_files([("p.docx", nominated(COMMON))])
    person = rows(PersonOfConcern)[0].id
    meeting = agenda.plan_meeting(date(2026, 11, 12))
    agenda.add(meeting, person)
    line = ("01/11/2026", "Seen in a car", "Fact", "All panel")
    papers.import_files([("r.docx", agency_return("Police", {COMMON: [line]}))])
    assert named(rows, COMMON) == 1 and rows(Child) == []
    assert [one.subject_id for one in rows(InformationLine)] == [person]


def test_whom_a_paper_named_is_meant_by_the_name_of_a_record_folded_into_theirs(
    papers, store
) -> None:
    register = RegisterService(store, ADMINISTRATOR)
    lead, other = register.add_person("Leigh Smith"), register.add_person(COMMON)
    register.same(lead, other, "One man")
    with store.reading() as session:
        known = KnownPersons(session)
    assert known.judge(ToldPerson(COMMON)).same is None
    known.learn(lead, ToldPerson("Leigh Smith"))
    assert known.judge(ToldPerson(COMMON)).same == lead
