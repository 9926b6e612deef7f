"""Who has a part in the case, by record or by their whole name."""

import pytest

from models.records.attending import PointedOut
from models.rules.conflicts import CaseRoles, in_the_chair, namesakes


@pytest.mark.parametrize(
    "written", ["Owen Baines", "Baines, Owen", "Mr Owen Baines (social worker)", "OWEN BAINES"]
)
def test_the_chair_who_leads_the_case_is_found_however_the_name_is_written(written: str) -> None:
    found = in_the_chair(1, "Owen Baines", CaseRoles(leads=(written,)))
    assert found == PointedOut(1, "Owen Baines", "is the lead professional")


def test_the_chair_who_leads_by_record_is_found_without_a_name() -> None:
    assert in_the_chair(1, "Owen Baines", CaseRoles(lead_ids=frozenset({1}))) is not None


def test_the_chair_who_referred_is_found() -> None:
    found = in_the_chair(1, "Owen Baines", CaseRoles(referrers=("Owen Baines",)))
    assert found is not None and found.why == "made the referral"


@pytest.mark.parametrize("written", ["Baines", "Owen Bainesworth", "Una Owen, Kay Baines", "O B"])
def test_a_part_of_a_name_points_nobody_out(written: str) -> None:
    assert in_the_chair(1, "Owen Baines", CaseRoles(leads=(written,))) is None
    assert namesakes([(2, "Owen")], ["Owen"]) == ()


def test_whoever_bears_the_name_of_somebody_linked_is_pointed_out_without_saying_whom() -> None:
    here = [(1, "Owen Baines"), (2, "Kay Dobson")]
    assert namesakes(here, ["Mother: Kay Dobson"]) == (PointedOut(2, "Kay Dobson", ""),)


def test_a_surname_alone_points_out_only_whoever_shares_it_with_the_subject():
    here = [(1, "Priya Fairhurst"), (2, "Kay Baines")]
    [found] = namesakes(here, ("Ann Baines",), own=("Callum Fairhurst",))
    assert found.member_id == 1
    assert namesakes(here, (), own=("Fairhurst",)) == ()
