"""A return is of one of the panel's agencies, or the preview says that it is of another."""

import pytest
from sqlalchemy import select

from models.entities import Agency, AgencyReturn, UnreadText
from models.services.papers.other_agencies import A_POST, LEFT, NOT_OURS
from tests.models.intake.understanding.drawn import drawn
from tests.models.services.papers.made import listed

PANEL = ("members.csv", listed([
    ("Name", "Agency", "Role", "Email"),
    ("Kian Iqbal", "Licensing", "Licensing enforcement officer", ""),
    ("Ellie Bright", "Young people's substance misuse service", "Team leader", ""),
]))  # fmt: skip


def a_return(*head: str) -> tuple[str, bytes]:
    line = "Seen twice. (fact, all panel)"
    return "return.docx", drawn(*head, "**Tia Kerr (LCS693851)**", line)


def licensing(post: str, title: str = "# Licensing - information for MACE 12/11/2026"):
    return a_return(title, f"From: Kian Iqbal, {post}")


@pytest.mark.parametrize(
    "post", ["Licensing enforcement officer", "Licensing manager", "Community safety lead"]
)
@pytest.mark.parametrize(
    "title", ["# Licensing - information for MACE 12/11/2026", "# Information for MACE 12/11/2026"]
)
def test_a_post_makes_no_agency_and_its_holder_answers_for_their_own(
    papers, rows, post, title
) -> None:
    papers.import_files([PANEL, licensing(post, title)])
    agencies = {one.name: one.id for one in rows(Agency)}
    assert set(agencies) == {"Licensing", "Young people's substance misuse service"}
    assert [one.agency_id for one in rows(AgencyReturn)] == [agencies["Licensing"]]


def test_the_bare_word_of_a_service_is_the_only_one_of_its_kind(papers, rows) -> None:
    papers.import_files([PANEL, a_return("# Agency return", "Agency: Substance misuse")])
    names = {one.id: one.name for one in rows(Agency)}
    (given,) = rows(AgencyReturn)
    assert names[given.agency_id] == "Young people's substance misuse service"
    assert len(names) == 2


@pytest.mark.parametrize(
    ("agency", "note"),
    [
        ("Harbour Trust", NOT_OURS),
        ("Specialist Midwifery", NOT_OURS),
        ("Housing officer", A_POST),
        ("Safeguarding specialist", A_POST),
        ("Lead for safeguarding", A_POST),
        ("licensing", ""),
    ],
)
def test_the_preview_says_that_a_return_is_of_no_agency_of_the_panel(
    papers, agency: str, note: str
) -> None:
    papers.import_files([PANEL])
    (seen,) = papers.preview([a_return("# Agency return", f"Agency: {agency}")])
    assert seen.paper is not None
    (record,) = seen.paper.records
    assert [one.note for one in record.fields if one.name == "agency"] == [note]


def test_the_preview_says_that_a_return_is_of_an_agency_that_has_left(papers, store) -> None:
    papers.import_files([PANEL])
    with store.work("leave", "Licensing leaves") as session:
        session.scalars(select(Agency).where(Agency.name == "Licensing")).one().active = False
    (seen,) = papers.preview([a_return("# Agency return", "Agency: Licensing")])
    (record,) = seen.paper.records
    assert [one.note for one in record.fields if one.name == "agency"] == [LEFT]


def test_a_return_of_a_post_that_nobody_on_record_holds_is_left_to_a_person(papers, rows) -> None:
    papers.import_files([PANEL, a_return("# Agency return", "Agency: Housing officer")])
    assert len(rows(Agency)) == 2
    assert any("Seen twice." in one.text for one in rows(UnreadText))
