"""Words one after another, and counts as people write them."""

import pytest

from models.rules.listing import counted, listed


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 fields"), (1, "1 field"), (999, "999 fields"), (1000, "1,000 fields"),
     (44000, "44,000 fields"), (-1500, "-1,500 fields")],
)  # fmt: skip
def test_a_count_of_a_thousand_and_more_is_parted(number: int, said: str) -> None:
    assert counted(number, "field", "fields") == said


def test_words_stand_one_after_another() -> None:
    assert listed(["one", "two", "three"]) == "one, two and three"
    assert listed(["one"]) == "one"
    assert listed([]) == ""
