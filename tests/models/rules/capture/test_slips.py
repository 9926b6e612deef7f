"""A word a slip away from one of the room is read as that one; a word of its own never is."""

import pytest

from models.rules.capture import read_line
from models.rules.capture.english import is_english
from models.rules.capture.slips import slip
from models.rules.capture.spelling import respelt
from tests.models.rules.capture.utterances import corpus_room


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("polcie", "police"),
        ("polcei", "police"),
        ("garsdie", "garside"),
        ("mos", "moss"),
        ("lomas", "lomax"),
        ("frdy", "friday"),
        ("oyleran", "oyelaran"),
        ("jody", "jodie"),
        ("nmr", "nrm"),
    ],
)
def test_fingers_slip_so(typed: str, known: str) -> None:
    assert slip(typed, known) is not None


@pytest.mark.parametrize(
    ("typed", "known"), [("met", "meet"), ("raid", "reid"), ("dave", "dean"), ("nisha", "aisha")]
)
def test_another_word_is_no_slip(typed: str, known: str) -> None:
    cost = slip(typed, known)
    assert cost is None or is_english(typed) or cost > 1


@pytest.mark.parametrize(
    "line", ["n seen with body marks", "n a carer met him", "n Fitch was there"]
)
def test_words_of_english_and_names_with_a_capital_stay(line: str) -> None:
    assert respelt(line, corpus_room()).swaps == ()


def test_what_was_said_keeps_every_word_as_typed() -> None:
    (reading,) = read_line("n polcie: daz was with a lad called marlwo", corpus_room())
    assert reading.agency is not None
    assert reading.agency.name == "Police"
    assert reading.text == "Daz was with a lad called marlwo"


def test_a_name_put_right_is_told() -> None:
    (reading,) = read_line("a lomx to updaet the trigger plan by fri", corpus_room())
    assert reading.owner is not None
    assert reading.owner.name == "Stuart Lomax"
    assert "“lomx” taken as Stuart Lomax: check." in reading.warnings
    assert reading.text == "Updaet the trigger plan"


def test_quoted_words_stay() -> None:
    assert respelt('n he said "polcie are coming"', corpus_room()).swaps == ()


def test_a_slip_never_widens_who_may_read() -> None:
    (reading,) = read_line("n chair olny mum has a new partner", corpus_room())
    assert reading.sharing is not None
    assert reading.sharing.value == "chair only"
