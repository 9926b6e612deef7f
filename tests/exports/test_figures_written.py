"""Figures as people read them: parted in thousands, to one decimal, a dash for what is not told."""

import pytest

from exports.charts import written


@pytest.mark.parametrize(
    ("value", "said"),
    [(7, "7"), (999, "999"), (2254, "2,254"), (1234567, "1,234,567"), (7.0, "7"), (7.5, "7.5"),
     (1234.5, "1,234.5"), (None, "–")],
)  # fmt: skip
def test_a_figure_is_parted_in_thousands(value: float | None, said: str) -> None:
    assert written(value) == said


def test_a_share_has_one_decimal() -> None:
    assert written(66.7, percent=True) == "66.7 %"
