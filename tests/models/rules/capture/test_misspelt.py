"""Slips of the finger in the words of the bar and in names; words that are others stay."""

import pytest

from models.rules.capture import CaptureKind
from models.rules.capture.misspelt import meant_word
from models.rules.capture.openings import LONG_WORDS
from tests.models.rules.capture.room import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("acton", "action"),
        ("aciton", "action"),
        ("reccomend", "recommend"),
        ("descision", "decision"),
        ("reveiw", "review"),
        ("auction", None),
        ("reviewed", None),
        ("updates", None),
        ("preview", None),
        ("actor", None),
    ],
)
def test_a_first_word_is_known_with_one_slip(typed: str, meant: str | None) -> None:
    assert meant_word(typed, LONG_WORDS) == meant


def test_news_is_understood_with_a_slip_and_kept_as_typed() -> None:
    reading = read("A001 complted on Monday")
    assert (reading.kind, reading.status) == (CaptureKind.UPDATE, "complete")
    assert reading.text == "Complted on Monday"


def test_a_name_with_a_slip_is_said_to_be_a_guess() -> None:
    reading = read("a Dobson to ask Ravencroft about the phone by Fri")
    assert reading.subject is not None
    assert reading.subject.name == "Aidan Ravenscroft"
    assert any("“Ravencroft” taken as Aidan Ravenscroft" in one for one in reading.warnings)


def test_a_possessive_needs_no_sign() -> None:
    reading = read("a Dobson to check tenancy of onuohas flat by Fri")
    assert reading.subject is not None
    assert reading.subject.name == "Wesley Onuoha"
