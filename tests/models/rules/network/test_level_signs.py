"""Levels of a scheme stand on the chart in a few letters, none like another's."""

import pytest

from models import codes
from models.rules.network.level_signs import level_signs

SCHEMES = [one.code for one in codes.schemes() if len(one.levels) > 1]


@pytest.mark.parametrize("code", SCHEMES)
@pytest.mark.parametrize("at", [0, -1])
def test_no_two_levels_of_a_scheme_have_one_sign(code, at):
    scheme = next(one for one in codes.schemes() if one.code == code)
    signs = [level_signs(one.label)[at] for one in scheme.levels]
    assert len(set(signs)) == len(signs)


def test_levels_of_ones_own_are_told_apart_in_the_least_room():
    own = (
        "Mild",
        "Moderate",
        "Medium",
        "Significant",
        "Standard",
        "None",
        "Level 1",
        "Level 2",
        "B",
    )
    assert len({level_signs(one)[-1] for one in own}) == len(own)


def test_where_no_level_is_said_nothing_stands():
    assert level_signs(None) == level_signs(" ") == ()
