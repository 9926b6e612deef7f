"""A decision of the NRM in a paper goes to the referral that it decides on, or is asked about."""

from datetime import date

import pytest

from models.entities import Child, NrmReferral
from models.services.register import RegisterService
from tests.models.services.papers.conftest import ADMINISTRATOR
from tests.models.services.papers.made import listed

HEAD = ("Child", "DOB", "LA ID", "NRM", "NRM reference", "NRM date")
MAY, AUGUST = date(2026, 5, 4), date(2026, 8, 3)


def told(nrm: str, reference: str = "", day: str = "") -> bytes:
    return listed([HEAD, ("Ada Tarn", "04/04/2011", "LCS1", nrm, reference, day)])


@pytest.fixture
def referred(papers, store, rows):
    """A child referred in May as N1 and in August as N2, neither decided."""
    papers.import_files([("t.csv", listed([HEAD[:3], ("Ada Tarn", "04/04/2011", "LCS1")]))])
    register = RegisterService(store, ADMINISTRATOR)
    child = rows(Child)[0].id
    for number, day in (("N1", MAY), ("N2", AUGUST)):
        register.add_nrm(child, referred_on=day, reference=number)
    return register


@pytest.fixture
def decided(rows):
    def found() -> list[tuple[str | None, str | None]]:
        return [(one.reference, one.reasonable_grounds) for one in rows(NrmReferral)]

    return found


def test_the_reference_says_which(papers, referred, decided) -> None:
    papers.import_files([("u.csv", told("RG positive", "n1"))])
    assert decided() == [("N1", "Positive"), ("N2", None)]


def test_the_day_of_the_referral_says_which(papers, referred, decided, rows) -> None:
    papers.import_files([("u.csv", told("RG positive", day="04/05/2026"))])
    assert decided() == [("N1", "Positive"), ("N2", None)]
    assert rows(NrmReferral)[0].reasonable_grounds_on is None


def test_a_decision_is_of_no_referral_that_came_after_it(papers, referred, decided, rows) -> None:
    papers.import_files([("u.csv", told("RG positive", day="01/06/2026"))])
    assert decided() == [("N1", "Positive"), ("N2", None)]
    assert rows(NrmReferral)[0].reasonable_grounds_on == date(2026, 6, 1)


def test_what_may_be_of_either_is_asked(papers, referred, decided) -> None:
    (kept,) = papers.import_files([("u.csv", told("RG positive"))])
    assert decided() == [("N1", None), ("N2", None)]
    assert "may belong to any of 2 entries" in kept.told[0][1]


def test_where_one_is_decided_the_other_is_meant(papers, referred, decided) -> None:
    papers.import_files([("u.csv", told("RG positive", "N2"))])
    papers.import_files([("v.csv", told("RG negative"))])
    assert decided() == [("N1", "Negative"), ("N2", "Positive")]


def test_another_reference_is_another_referral(papers, referred, decided) -> None:
    papers.import_files([("u.csv", told("RG positive", "N3"))])
    assert decided()[:2] == [("N1", None), ("N2", None)]
    assert decided()[2][0] == "N3"


@pytest.mark.parametrize(
    ("words", "kept"),
    [("considered", "Considered"), ("not referred", "Considered, not referred")],
)
def test_a_word_for_the_nrm_is_kept_for_no_more_than_it_says(papers, rows, words, kept) -> None:
    papers.import_files([("t.csv", told(words))])
    (child,) = rows(Child)
    assert child.nrm_status == kept


@pytest.mark.parametrize("words", ["considered", "Not considered", "being considered"])
def test_a_paper_that_would_set_the_nrm_back_is_asked_about_and_changes_nothing(
    papers, referred, rows, words
) -> None:
    (kept,) = papers.import_files([("u.csv", told(words))])
    assert rows(Child)[0].nrm_status == "Referred, awaiting decision"
    assert len(rows(NrmReferral)) == 2
    assert "would set the NRM back from “Referred, awaiting decision”" in kept.told[0][1]


def test_another_referral_after_a_decision_sets_nothing_back(papers, referred, rows) -> None:
    papers.import_files([("u.csv", told("RG negative", "N2"))])
    (kept,) = papers.import_files([("v.csv", told("Referred", "N3", "02/11/2026"))])
    assert rows(NrmReferral)[-1].reference == "N3" and not kept.told


def test_a_reference_that_comes_later_makes_no_second_referral(papers, store, rows) -> None:
    papers.import_files([("t.csv", told("Referred"))])
    papers.import_files([("u.csv", told("Referred", "N7", "02/11/2026"))])
    assert len(rows(NrmReferral)) == 1
