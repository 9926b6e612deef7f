"""A measure keeps the children it is for, each in the words that name them."""

import pytest

from models.rules.capture import CaptureReading, read_line
from tests.models.rules.capture.utterances import corpus_room


def read(line: str) -> CaptureReading:
    (reading,) = read_line(line, corpus_room())
    return reading


@pytest.mark.parametrize(
    ("line", "children", "said"),
    [
        ("d CAWN on Slade for Amber and Mia", ["Amber Lister", "Mia Stokes"], "Amber and Mia"),
        (
            "d CAWN on Slade protecting Amber, Mia and JC",
            ["Amber Lister", "Mia Stokes", "Jayden Cross"],
            "Amber, Mia and JC",
        ),
        (
            "d CAWN on Slade for A.L. and M.S., Police, by 18 Dec",
            ["Amber Lister", "Mia Stokes"],
            "A.L. and M.S.",
        ),
        ("d CAWN on Slade to protect Kyle", ["Kyle Denby"], "Kyle"),
        ("d safety plan for Amber and Mia", ["Mia Stokes"], "Mia"),
    ],
)
def test_the_children_a_measure_is_for_are_read(line, children, said) -> None:
    reading = read(line)
    assert [one.name for one in reading.protects] == children
    assert reading.rationale == f"Protects {said}"
    assert any(chip.label == "protects" for chip in reading.chips)


@pytest.mark.parametrize(
    "line",
    [
        "d CAWN on Slade",
        "d CAWN on Slade. Amber seen in his car, Ruth",
        "d CAWN on Slade for Friday, Gemma",
        "d CAWN on Slade for Webb, Gemma",
        "a Priya to hold a safety plan meeting for Amber and Mia",
    ],
)
def test_who_is_only_named_is_not_protected(line: str) -> None:
    assert read(line).protects == ()
