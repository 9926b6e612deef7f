"""The capture bar says where a measure does not reach whom the line speaks of, and keeps it."""

from dataclasses import replace
from datetime import date

import pytest

from models import codes
from models.marks import SubjectKind
from models.rules.capture import MeasureRef, SubjectRef, read_line

from .room import ROOM

IVY = SubjectRef(
    1, "Ivy Ashdown", SubjectKind.CHILD, ref="V1", born=date(2010, 3, 4), in_care=False
)
SLADE = SubjectRef(2, "Kyle Slade", SubjectKind.PERSON, born=date(2013, 5, 6))
PARK = SubjectRef(3, "Harbour Park", SubjectKind.PLACE)
MEASURES = tuple(
    MeasureRef(
        one.code, one.name, one.synonyms, "C" in one.targets, one.targets, one.under,
        one.under_in_care, one.from_age,
    )
    for one in codes.measures()
)  # fmt: skip
CHILD = "is for a child under 16, or under 18 in care"


def said(text: str, subject: SubjectRef = IVY) -> str:
    context = replace(
        ROOM, subject=subject, subjects=(subject, SLADE, PARK), measures=MEASURES, terms=()
    )
    return " ".join(words for one in read_line(text, context) for words in one.warnings)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("d closure order on Slade", "is for a place, not for a person."),
        ("d CAWN on Harbour Park", "is for a person, not for a place."),
        ("d CAWN on Slade for Ivy", CHILD),
        ("a Serve CAWN on Slade by Friday", CHILD),
        ("a Police to apply for a gang injunction on Slade", "from the age of 14"),
        ("d sexual risk order on Harbour Park", "is for a person, not for a place."),
    ],
)
def test_what_a_measure_does_not_reach_is_said(line: str, words: str) -> None:
    assert words in said(line)


@pytest.mark.parametrize(
    "line",
    [
        "d CAWN on Slade for Ivy",
        "d closure order on Harbour Park",
        "a Serve CAWN on Slade by Friday",
        "d strategy discussion",
        "n He was served with a closure order",
    ],
)
@pytest.mark.parametrize("born", [date(2014, 3, 4), None])
def test_what_fits_or_is_not_known_is_not_remarked_on(line: str, born: date | None) -> None:
    assert " is for a" not in said(line, replace(IVY, born=born))
