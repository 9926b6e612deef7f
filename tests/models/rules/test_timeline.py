"""Clusters and gaps of a time line: what counts, what does not, and both in words."""

from datetime import date, timedelta

import pytest

from models.records.subjects import SubjectRow
from models.records.timeline import Happening, Mark, TimelineRow
from models.rules.timeline import cluster_words, clusters, gap_words, gaps, half_of, in_words, span

DAY = date(2026, 11, 2)
NAMES = {1: "Ivy", 2: "Robin", 3: "Kit", 4: "Zed"}


def happening(who, after, mark=Mark.EPISODE, lasted=None, **rest):
    at = DAY + timedelta(days=after)
    until = None if lasted is None else at + timedelta(days=lasted)
    return Happening(who, mark, at, "x", until, **rest)


def row(who, *happenings, closed=None):
    return TimelineRow(SubjectRow(who, "child", NAMES[who], "", None), happenings, closed)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (((1, 0), (2, 1), (3, 3)), [(0, 3, (1, 2, 3))]),
        (((1, 0), (2, 1), (3, 4)), []),
        (((1, 0), (1, 1), (2, 2)), []),
        (((1, 0), (2, 9), (3, 10), (4, 12)), [(9, 12, (2, 3, 4))]),
        (((1, 0), (2, 1), (3, 2), (1, 3), (2, 4), (3, 5)), [(0, 3, (1, 2, 3))]),
    ],
)
def test_a_cluster_is_three_subjects_within_the_days(days, found):
    rows = [row(who, *(happening(who, at) for each, at in days if each == who)) for who in NAMES]
    told = [
        ((one.since - DAY).days, (one.until - DAY).days, one.subject_ids) for one in clusters(rows)
    ]
    assert told == found


@pytest.mark.parametrize(("subjects", "many"), [(1, 3), (6, 3), (7, 4), (14, 7)])
def test_of_many_shown_a_cluster_is_half(subjects: int, many: int) -> None:
    assert half_of(subjects) == many


def test_meetings_and_papers_make_no_cluster():
    rows = [
        row(who, happening(who, 0, Mark.MEETING), happening(who, 0, Mark.OTHER)) for who in NAMES
    ]
    assert clusters(rows) == ()


def test_a_cluster_says_how_many_when_who_and_what():
    rows = [
        row(1, happening(1, 0)),
        row(2, happening(2, 1, Mark.INCIDENT)),
        row(3, happening(3, 3)),
    ]
    (found,) = clusters(rows)
    assert cluster_words(found, NAMES.__getitem__) == (
        "3 within 4 days, 2 to 5 Nov 2026: Ivy, Robin and Kit; "
        "2 missing episodes and 1 piece of information."
    )


@pytest.mark.parametrize(
    ("one", "today", "found"),
    [
        (row(1, happening(1, 0), happening(1, 56)), 60, [(0, 56)]),
        (row(1, happening(1, 0), happening(1, 55)), 60, []),
        (row(1, happening(1, 0)), 56, [(0, 56)]),
        (row(1), 400, []),
        (row(1, happening(1, 0, lasted=20), happening(1, 70)), 71, []),
        (row(1, happening(1, 0, lasts=True)), 300, []),
        (row(1, happening(1, 0), closed=DAY + timedelta(days=40)), 300, []),
        (row(1, happening(1, 0, Mark.MEASURE, lasts=True)), 56, [(0, 56)]),
    ],
)
def test_a_gap_is_eight_weeks_of_nothing_while_the_record_is_open(one, today, found):
    told = gaps(one, DAY + timedelta(days=today), 8)
    assert [((each.since - DAY).days, (each.until - DAY).days) for each in told] == found


def test_a_gap_is_said_in_a_sentence():
    (found,) = gaps(row(1, happening(1, 0)), DAY + timedelta(days=63), 8)
    words = "Ivy: nothing recorded for 9 weeks, 2 Nov 2026 to 4 Jan 2027."
    assert gap_words(found, NAMES.__getitem__) == words


def test_everything_is_told_in_words_as_well_the_latest_first():
    rows = [row(1, happening(1, 0)), row(2, happening(2, 1)), row(3, happening(3, 1))]
    told = in_words(rows, clusters(rows), DAY + timedelta(days=70), 8)
    assert [kind for _, kind, _, _ in told] == ["Gap"] * 3 + ["Cluster"] + ["Missing"] * 3


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (DAY, "2 Nov 2026"),
        (date(2026, 11, 5), "2 to 5 Nov 2026"),
        (date(2026, 12, 5), "2 Nov to 5 Dec 2026"),
    ],
)
def test_days_are_written_as_one_writes_them(until, words):
    assert span(DAY, until) == words
