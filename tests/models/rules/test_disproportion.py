"""Groups of children against all children of the area: numbers, shares, and what is not told."""

import pytest

from models.errors import Refusal
from models.rules.disproportion import NOT_RECORDED, equality_rows
from models.rules.local_children import MOST_LINES, read_lines

WHO = {"On the tracker": (1, 2, 3, 4, 5), "High risk": (1, 2)}
GROUPS = {1: "Pakistani", 2: "White British", 3: "White British", 4: "White British"}
ORDER = ("White British", "Pakistani")


def told(here=None):
    rows = equality_rows("Ethnicity", GROUPS, ORDER, WHO, here or {})
    return {(one.section, one.label): one for one in rows}


def test_groups_are_counted_and_those_not_recorded_stand_apart():
    found = told()
    assert found["Ethnicity", "White British"].values == (3, 1)
    assert found["Ethnicity", NOT_RECORDED].values == (1, 0)
    assert found["Ethnicity", "Pakistani"].children == ((1,), (1,))


def test_shares_are_of_those_recorded():
    found = told()
    assert found["Ethnicity, %", "White British"].values == (75.0, 50.0)
    assert not any("times" in section for section, _ in found)


def test_against_all_children_here_a_group_stands_so_many_times_its_share():
    found = told({"White British": 900, "Pakistani": 100})
    section = "Ethnicity, times"
    assert found[section, "White British"].values == (0.8, 0.6)
    assert found[section, "Pakistani"].values == (2.5, 5.0)


def test_a_group_that_is_not_given_is_not_compared():
    found = told({"White British": 1000})
    one = found["Ethnicity, times", "Pakistani"]
    assert one.values == (None, None) and one.why[0].startswith("how many of all children")


def group(words):
    return {"white british": ("Ethnicity", "White British"), "wb": ("Ethnicity", "White British"),
            "boys": ("Gender", "Male")}.get(words.lower())  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("White British 9,120\n\nboys: 51.2 %", {"Ethnicity": {"White British": 9120.0},
                                               "Gender": {"Male": 51.2}}),
        ("", {}),
    ],
)  # fmt: skip
def test_numbers_are_read_line_by_line(text, found):
    assert read_lines(text, group) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("White British", "Line 1 is to end in a number"),
        ("boys 12\nMartian 4", "Line 2 names no group"),
        ("WB 4\nWhite British 5", "Line 2 names a group that an earlier line names"),
        ("boys 1\n" * (MOST_LINES + 1), "at most"),
    ],
)
def test_lines_that_are_not_clear_are_refused_with_their_place(text, words):
    with pytest.raises(Refusal, match=words):
        read_lines(text, group)
