"""Whether risk moved between two levels: told only where the two compare."""

import pytest

from models.rules.risk_words import direction, way

MILD, MODERATE = "Category 2: mild risk", "Category 3: moderate risk"


@pytest.mark.parametrize(
    ("before", "by", "now", "scheme", "said"),
    [
        ("Medium", "rfm", "Low", "rfm", "decreased"),
        ("Medium", "rfm", "High", "cambs", "increased"),
        ("Medium", None, "Medium risk", "rfm", "same"),
        (MODERATE, "seraf", MILD, "seraf", "decreased"),
        ("Category 1", "cumbria", "Category 2", "cumbria", "increased"),
        # Two orders: a category that calls itself mild is no step below another's medium.
        ("Medium", "rfm", MILD, "seraf", None),
        ("Medium", None, MILD, "seraf", None),
        (MODERATE, "seraf", "Low", "rfm", None),
        ("Category 1", "london", "Category 2", "cumbria", None),
        (None, None, "Low", "rfm", None),
    ],
)
def test_a_direction_is_told_where_two_levels_compare(
    before: str | None, by: str | None, now: str, scheme: str, said: str | None
) -> None:
    assert way((before, by), now, scheme) == said


def test_words_alone_compare_within_one_order() -> None:
    assert direction("High risk of CSE", "medium") == "decreased"
    assert direction(MILD, MODERATE) == "increased"
    assert direction("Low", MODERATE) is None
