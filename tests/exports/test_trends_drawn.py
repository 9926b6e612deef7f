"""Percentages over quarters as small lines: each says of what, and no figure lies on another."""

from datetime import date
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from exports import charts, row_pictures
from exports.charts import HOUSE, canvas
from exports.row_pictures import Drawn, trended
from models.records.reports import OVER_TIME, ReportRow, ReportTable

QUARTERS = ("Oct–Dec 2026", "Jul–Sep 2026", "Apr–Jun 2026", "Jan–Mar 2026")


def table(*rows: tuple[str, str, tuple[float | None, ...]], quarters: int = 4) -> ReportTable:
    made = tuple(ReportRow(section, label, values, percent=True, definition="Of those told.")
                 for section, label, values in rows)  # fmt: skip
    return ReportTable("performance", "Performance", date(2026, 11, 12), QUARTERS[:quarters], made,
                       (), ("Told.",), across=OVER_TIME)  # fmt: skip


def test_trends_begin_with_the_first_quarter_that_any_can_tell_and_say_of_what_they_are() -> None:
    lines = trended(table(
        ("Return interviews", "% offered", (80.0, 82.1, None, None)),
        ("Actions", "% done on time", (50.0, None, 40.0, None)),
        ("Actions", "% late", (50.0, None, None, None)),
    ))  # fmt: skip
    assert [(one.heading, one.values) for one in lines] == [
        ("Return interviews: % offered", (None, 82.1, 80.0)),
        ("Actions: % done on time", (40.0, None, 50.0)),
    ]
    assert lines[0].names == ("Apr–Jun 2026", "Jul–Sep 2026", "Oct–Dec 2026")


def test_nothing_that_changes_is_no_trend() -> None:
    assert trended(table(("Actions", "% late", (None, None, None, None)))) == []


@pytest.mark.parametrize(
    "values", [(82.1, 80.0), (0.0, 0.0, 0.0), (32.1, 10.0), (50.0, None, 70.0), (99.0,) * 8]
)
def test_no_figure_of_a_small_line_lies_on_another_or_on_a_quarter(values) -> None:
    names = tuple(f"Oct–Dec {2010 + at}" for at in range(len(values)))
    figures = tuple("" if one is None else f"{one} %" for one in values)
    made = canvas(10.0, row_pictures.HIGH, 150, HOUSE)
    places = made.subplots(1, row_pictures.BESIDE)
    for place in places:
        row_pictures._line(place, Drawn("% offered", names, values, figures, True), HOUSE,
                           small=True)  # fmt: skip
    renderer = FigureCanvasAgg(made).get_renderer()
    made.draw(renderer)
    texts = [text for place in places for text in (*place.texts, *place.get_xticklabels())]
    boxes = [text.get_window_extent(renderer) for text in texts if text.get_text()]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    assert all(box.x0 >= 0 and box.x1 <= made.bbox.width for box in boxes)


def test_two_quarters_beside_each_other_say_in_words_what_each_share_is_of() -> None:
    found = charts.alternative(table(("Return interviews", "% offered", (80.0, 82.1)), quarters=2))
    assert "Return interviews: % offered 80.0 % (Oct–Dec 2026), 82.1 % (Jul–Sep 2026)" in found
