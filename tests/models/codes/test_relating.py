"""Relations are worded from either side and never read the wrong way round."""

import pytest

from models import codes


@pytest.mark.parametrize("row", codes.relations(), ids=lambda row: row.code)
def test_every_relation_is_found_by_code_and_wording(row: codes.LinkRelation) -> None:
    assert codes.relation(row.code) is row
    assert codes.relation(f" {row.label.upper()} ") is row
    assert codes.relation_wording(row.code, outgoing=True) == row.label
    assert codes.relation_wording(row.code, outgoing=False) == row.reverse


@pytest.mark.parametrize("words", ["victim of", "offender", "is exploited by", "", None])
def test_words_that_may_run_either_way_are_no_relation(words: str | None) -> None:
    assert codes.relation(words) is None


def test_words_of_no_list_are_given_as_written() -> None:
    assert codes.relation_wording("godson of", outgoing=True) == "godson of"
    assert codes.relation_wording("godson of", outgoing=False) == "godson of (said of the other)"
