"""What a tracker's cells say of the NRM and of times missing is read whole, or flagged."""

from datetime import date

import pytest

from models.entities import Child, MissingEpisode, NrmReferral, UnreadText
from models.services.papers.looking import NO_NAMES
from tests.models.services.papers.made import TRACKER, listed
from tests.models.services.papers.test_tracker_doubts import ROW

SAYS_TWO = "RG pos 12.9.26, sent 20.8.26"
HEADS = (*TRACKER, "NRM", "Missing 90 days")


def tracker(nrm: str, missing: str = ""):
    return "one.csv", listed([HEADS, (*ROW, nrm, missing)])


@pytest.mark.parametrize("said, day", [
    ("Referred 20/10", date(2026, 10, 20)),
    ("Referred 3/11/26", date(2026, 11, 3)),
    ("Referred 20/12", date(2025, 12, 20)),
])  # fmt: skip
def test_the_day_beside_referred_is_that_of_the_referral(papers, rows, said, day) -> None:
    papers.import_files([tracker(said)])
    (entry,) = rows(NrmReferral)
    assert (entry.referred_on, entry.as_worded) == (day, said)


@pytest.mark.parametrize("said, label", [
    ("Neg CG", "Negative conclusive grounds"),
    ("CG neg", "Negative conclusive grounds"),
    ("neg conclusive", "Negative conclusive grounds"),
    ("RG pos", "Positive reasonable grounds"),
    ("pos reasonable", "Positive reasonable grounds"),
    ("RG +ve", "Positive reasonable grounds"),
    ("CG -ve", "Negative conclusive grounds"),
])  # fmt: skip
def test_short_words_for_a_decision_have_their_stage(papers, rows, said, label) -> None:
    papers.import_files([tracker(said)])
    (child,) = rows(Child)
    assert child.nrm_status == label


def test_the_day_beside_a_decision_is_that_of_the_decision(papers, rows) -> None:
    papers.import_files([tracker("RG pos 3/11/26")])
    (entry,) = rows(NrmReferral)
    assert (entry.referred_on, entry.reasonable_grounds_on) == (None, date(2026, 11, 3))


def test_the_day_of_a_decision_is_put_to_a_referral_that_has_none(papers, rows) -> None:
    papers.import_files([tracker("Referred")])
    papers.import_files([tracker("RG pos 3/11/26")])
    (entry,) = rows(NrmReferral)
    assert (entry.referred_on, entry.reasonable_grounds_on) == (None, date(2026, 11, 3))


@pytest.mark.parametrize("said", ["To be referred 3/11/26", "Not referred 3/11/26"])
def test_a_day_beside_no_referral_is_none_of_a_referral(papers, rows, said) -> None:
    papers.import_files([tracker(said)])
    (entry,) = rows(NrmReferral)
    assert (entry.referred_on, entry.as_worded) == (None, said)


def test_a_day_still_ahead_is_none_of_a_referral(papers, rows) -> None:
    papers.import_files([tracker("Referred, awaiting RG 20/12/2026")])
    (entry,) = rows(NrmReferral)
    assert entry.referred_on is None


@pytest.mark.parametrize("nrm, missing, note", [
    (SAYS_TWO, "", f"“{SAYS_TWO}” says several days: put each to its stage under NRM"),
    ("see Sarah", "", "“see Sarah” is no one stage of the NRM: look at it"),
    ("", "1 (see police)", "“1 (see police)” read as 1: the words say more"),
    ("", "2 (1 absent)", "“2 (1 absent)” read as 2: the words say more"),
])  # fmt: skip
def test_words_that_are_not_read_whole_are_flagged_and_kept(papers, rows, nrm, missing, note):
    (seen,) = papers.preview([tracker(nrm, missing)])
    (record,) = seen.paper.records
    assert [one.note for one in record.fields if one.note] == [note]
    papers.keep([seen])
    assert f"Tia Kerr: {note}." in {one.text for one in rows(UnreadText)}


@pytest.mark.parametrize(
    "plain", ["2", "2 times", "3+", "2x", "4 episodes in last 90 days", "none"]
)
def test_a_plain_count_is_not_asked_about(papers, plain) -> None:
    (kept,) = papers.import_files([tracker("", plain)])
    assert kept.told == ()


MISSING = ["DOB", "Date reported", "Date returned"]
DAYS = ["17/02/2009", "03/11/2026 23:00", "04/11/2026 06:40"]


@pytest.mark.parametrize("head", ["Nominal", "MISPER", "Subject"])
def test_a_police_list_names_children_under_its_own_heads(papers, rows, head) -> None:
    papers.import_files([("m.csv", listed([[head, *MISSING], ["KERR, Tia", *DAYS]]))])
    assert [one.label for one in rows(Child)] == ["Tia Kerr"]
    assert len(rows(MissingEpisode)) == 1


def test_a_list_without_a_column_of_names_is_refused_for_that(papers) -> None:
    (seen,) = papers.preview([("m.csv", listed([["Zed", *MISSING], ["Q", *DAYS], ["Q", *DAYS]]))])
    assert seen.refused == NO_NAMES
