"""Somebody else's list beside ours: never the same by a name alone, nobody told who is hidden."""

from datetime import date, datetime

import pytest

from models.marks import Role
from models.queries.tracker_listed import NAME_ALONE, NEW_YEAR, OTHER_BIRTH, OTHER_NAME
from models.records.reader import Reader
from models.records.tracker_listed import Group, Listed

NOW = datetime(2026, 11, 12, 9, 30)
BORN = date(2011, 4, 2)


@pytest.fixture
def ivy(panel):
    return panel.register.add_child("Ivy Ashdown", system_id="LCS1001", birth_date=BORN)


def asked(panel, line, *ours, read=None):
    found = (read or panel.read).compared_lists([line], ours)
    return [(one.group, one.who, one.why) for one in found]


@pytest.mark.parametrize(
    ("said", "group", "why"),
    [
        (Listed("", "Ivy Ashdown", BORN), Group.BOTH, ""),
        (Listed("", "", None, "lcs1001"), Group.BOTH, ""),
        (Listed("", "Ivy Smith", None, "LCS1001"), Group.BOTH, ""),
        (Listed("", "Robin Marlow", None, "LCS1001"), Group.NEAR, OTHER_NAME),
        (Listed("", "IVY ASHDOWN"), Group.NEAR, NAME_ALONE),
        (Listed("", "Ivy Ashdown", date(2012, 1, 1)), Group.NEAR, OTHER_BIRTH),
    ],
)
def test_the_same_number_or_name_and_birth_is_the_same_child(panel, ivy, said, group, why):
    assert asked(panel, said, ivy) == [(group, "Ivy Ashdown", why)]


def test_a_name_and_the_first_of_january_are_asked_about(panel):
    born = date(2011, 1, 1)
    one = panel.register.add_child("Ivy Ashdown", birth_date=born)
    assert asked(panel, Listed("", "Ivy Ashdown", born), one) == [
        (Group.NEAR, "Ivy Ashdown", NEW_YEAR)
    ]


def test_a_name_spelt_nearly_so_is_asked_about_with_the_reason(panel, ivy):
    ((group, who, why),) = asked(panel, Listed("", "Ivey Ashdown", BORN), ivy)
    assert (group, who) == (Group.NEAR, "Ivy Ashdown")
    assert "date of birth" in why.lower()


def test_who_is_on_one_list_alone_is_told_from_both_sides(panel, ivy):
    found = asked(panel, Listed("", "Zoltan Quill"), ivy)
    assert found == [(Group.THEIRS, "", ""), (Group.OURS, "Ivy Ashdown", "")]


def test_a_child_on_record_and_not_among_ours_is_said_to_be_so(panel, ivy):
    line = Listed("", "Ivy Ashdown", BORN)
    ((group, who, why),) = asked(panel, line)
    assert (group, who, why) == (
        Group.THEIRS, "Ivy Ashdown", "On record here, and not among those compared.",
    )  # fmt: skip


def test_a_child_whom_the_reader_may_not_know_of_is_on_nobodys_list(panel, ivy):
    held = panel.read_as(Reader(now=NOW, role=Role.MEMBER, conflicted_subjects=frozenset({ivy})))
    line = Listed("", "Ivy Ashdown", BORN, "LCS1001")
    assert asked(panel, line, ivy, read=held) == [(Group.THEIRS, "", "")]
