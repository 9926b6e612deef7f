"""What a paper says two have to do with each other has the paper's day as its source's."""

from datetime import date

from models.entities import Link, Referral
from models.queries.free_texts import free_texts
from models.records.reader import Reader
from tests.models.intake.opening.made_mail import eml
from tests.models.services.papers.made import child_form, form

NOMINATION = {
    "Referral date": "27/10/2026",
    "Person of concern": "Dean Pyke",
    "Nickname": "Daz",
    "Vehicle": "NK19 CUK",
    "Phone": "07700 900123",
    "Grounds": "Seen with two girls.",
}


def test_a_vehicle_and_a_telephone_have_the_nominations_day(papers, rows) -> None:
    (told,) = papers.import_files(
        [("a.docx", form(NOMINATION, "Person of concern: nomination to the panel"))]
    )
    assert told.status == "imported"
    links = rows(Link)
    assert {one.relation for one in links} == {"drives", "uses"}
    assert {one.source_date for one in links} == {date(2026, 10, 27)}


def test_a_paper_without_a_day_has_that_of_its_message(papers, rows) -> None:
    undated = form({key: one for key, one in NOMINATION.items() if key != "Referral date"},
                   "Person of concern: nomination to the panel")  # fmt: skip
    papers.import_files([("a.eml", eml(nomination_dot_docx=undated))])
    assert {one.source_date for one in rows(Link)} == {date(2026, 11, 12)}


def test_a_text_of_a_referral_without_a_day_has_that_of_its_message(papers, rows, store) -> None:
    papers.import_files([("a.eml", eml(referral_dot_docx=child_form()))])
    (referral,) = rows(Referral)
    with store.work("test", "Test") as session:
        session.get_one(Referral, referral.id).received_on = None
    with store.reading() as session:
        days = {one.day for one in free_texts(session, Reader(now=store.clock.now()))}
    assert days == {date(2026, 11, 12)}
