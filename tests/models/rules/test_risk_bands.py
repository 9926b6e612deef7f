"""Levels of every scheme count in one common band, by what the scheme's own data say."""

import pytest

from models import codes
from models.codes import scheme_fields
from models.errors import Refusal
from models.rules.risk_bands import BANDS, band_of, band_of_level, common_level, rank_of, tint_of


@pytest.mark.parametrize("level, scheme, band", [
    ("Category 4: significant risk", "seraf", "high"), ("significant", "seraf", "high"),
    ("Category 4: significant risk", None, "high"), ("4", "seraf", "high"),
    ("Category 3: moderate risk", None, "medium"), ("Category 1: not at risk", None, "none"),
    ("Category 3", "cumbria", "high"), ("Category 3", None, "high"), ("CSE3", "cumbria", "high"),
    ("Likely involved", None, "high"), ("Emerging (red)", "panbeds", "high"),
    ("High", "merseyside", "high"), ("Very high", None, "high"), ("Standard", "norfolk", "low"),
    ("mod", None, "medium"), ("C", "city", ""), ("tbc", None, ""), (None, None, ""),
])  # fmt: skip
def test_a_level_counts_in_the_band_that_its_scheme_names(level, scheme, band):
    assert band_of(level, scheme) == band


def test_each_level_of_each_scheme_shipped_has_a_band_or_says_that_it_has_none():
    unsaid = {
        (scheme.code, level.label)
        for scheme in codes.schemes()
        for level in scheme.levels
        if band_of_level(level) not in BANDS
    }
    assert unsaid == {
        ("cumbria", "Other forms of exploitation"), ("city", "A"), ("city", "B"), ("city", "C"),
    }  # fmt: skip


def test_reports_count_a_level_by_the_common_list_and_colours_follow_its_band():
    assert common_level("Category 4: significant risk", "seraf") == "High"
    assert common_level("Standard") == "Standard"
    assert common_level("B", "city") == "B"
    assert (tint_of("Category 3"), tint_of("Category 3: moderate risk")) == ("high", "medium")
    assert (tint_of("B", "city"), tint_of(None)) == ("plain", "")
    assert rank_of("Category 4: significant risk") == rank_of("High") == 3


def test_a_panel_says_as_what_levels_count_line_by_line():
    city = codes.scheme("city")
    assert scheme_fields.shown(city)["bands"] == "A = not said\nB = not said\nC = not said"
    told = scheme_fields.changed(city, "bands", "C = high\nb = Medium")["levels"]
    assert [one.get("band", "") for one in told] == ["", "medium", "high"]
    with pytest.raises(Refusal, match="is no level"):
        scheme_fields.changed(city, "bands", "D = high")
    with pytest.raises(Refusal, match="is not understood"):
        scheme_fields.changed(city, "bands", "C = worst")
