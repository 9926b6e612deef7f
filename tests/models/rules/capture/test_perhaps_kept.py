"""What may be meant for some only is asked about, and seldom where it is not."""

import pytest

from models.marks import Sharing
from models.rules.capture import VOICE, CaptureReading, asks_for_whom, read_line, shared
from models.rules.capture.confiding import tells_in_confidence
from models.rules.capture.perhaps_kept import may_be_for_some
from models.rules.capture.restricting import SAY_FOR_WHOM
from tests.models.rules.capture.confided import kept_lines, told_lines
from tests.models.rules.capture.room import read
from tests.models.rules.capture.utterances import corpus_room

FOUND, NEARLY = 0.9, 0.03


def test_nearly_all_that_is_to_be_kept_back_is_sure_or_asked_about() -> None:
    lines = kept_lines()
    found = [line for line in lines if _noticed(line)]
    assert len(found) >= FOUND * len(lines)


def test_few_lines_that_sound_nearly_so_are_asked_about() -> None:
    near = [line for line in told_lines() if any(map(asks_for_whom, _read(line)))]
    assert len(near) <= NEARLY * len(told_lines()), near


@pytest.mark.parametrize(
    "line",
    [
        "n the grandparents had best stay in the dark on this: he is to be adopted",
        "n treat as highly delicate: his mentor was arrested",
        "n Health: please be discreet with this, she lost a baby",
    ],
)
def test_it_is_asked_by_a_chip_and_a_sentence_and_goes_to_all_until_then(line: str) -> None:
    reading = read(line)
    assert reading.sharing is None
    assert asks_for_whom(reading)
    assert ("for whom", "perhaps restricted") in [(one.label, one.value) for one in reading.chips]
    assert SAY_FOR_WHOM in reading.warnings


@pytest.mark.parametrize(
    "said",
    [
        "Education: best mum hears nothing of this yet, he told Miss Rigby he sleeps in a car",
        "Health: dad must not catch wind that he has been to the clinic",
        "YJS: her dad had best stay in the dark, she was stopped with a knife on 3 November",
        "his stepmum had best be none the wiser, he was cautioned",
        "her aunt had better get no word of the clinic",
        "let dad go on thinking she is at training",
        "her brothers had better not cotton on, she rang the police",
    ],
)
def test_that_somebody_is_not_to_hear_of_it_is_asked_about(said: str) -> None:
    assert _noticed(said)


@pytest.mark.parametrize(
    "told",
    [
        "dad stays in the dark about her whereabouts",
        "dad caught wind of it at work and went home",
        "Health: mum got word from the clinic on Monday",
        "his mum thought that he was at training",
        "best time to ring nan is at noon",
    ],
)
def test_that_somebody_did_not_know_is_told_to_all(told: str) -> None:
    assert not _noticed(told)


@pytest.mark.parametrize(
    "said",
    [
        "I dont like Lee coming round, he scares me",
        "I don't feel safe when Daz is there",
        "I don't want to see dad",
        "they never ask me",
    ],
)
def test_a_childs_plain_words_are_not_asked_about(said: str) -> None:
    reading = read(f"voice: {said}")
    assert reading.field == VOICE
    assert not asks_for_whom(reading)


def test_a_child_who_asks_that_somebody_does_not_hear_it_is_heard() -> None:
    assert asks_for_whom(read("voice: I'd rather my nan stayed in the dark about the nurse"))
    assert read("voice: I don't want nan to hear that I smoke").sharing is Sharing.CHAIR_ONLY


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("decision remain on panel: risk is high", False),
        ("decision Remain on panel: the risk remains high", False),
        ("decision remain on panel: best mum hears nothing of this yet", True),
        ("decision remain on panel, dad must not catch wind of it: risk is high", True),
    ],
)
def test_the_name_of_a_decision_asks_for_nothing_but_its_reason_may(said: str, asked: bool) -> None:
    assert any(map(asks_for_whom, read_line(said, corpus_room()))) is asked


@pytest.mark.parametrize("mark", ["all panel", "chair only", "not for the minutes"])
def test_where_the_line_says_for_whom_it_is_not_asked(mark: str) -> None:
    reading = read(f"n treat as highly delicate: his mentor was arrested, {mark}")
    assert not asks_for_whom(reading)
    assert SAY_FOR_WHOM not in reading.warnings


def test_what_is_sure_is_not_asked() -> None:
    reading = read("n off the record: his mentor was arrested")
    assert reading.sharing is Sharing.NOT_MINUTED
    assert not asks_for_whom(reading)


def test_what_would_go_into_a_text_that_all_read_becomes_a_line_of_its_own() -> None:
    reading = read("voice: treat as highly delicate - I was hurt by my mentor")
    assert reading.field is not None
    kept = shared(reading, Sharing.CHAIR_ONLY)
    assert kept.field is None
    assert kept.text.startswith("Child's voice: ")


def test_an_empty_line_and_one_of_stops_say_nothing() -> None:
    assert not any(map(may_be_for_some, ("", " ", ":", "- ;", "?!")))


def _noticed(line: str) -> bool:
    return any(one.sharing or asks_for_whom(one) for one in _read(line))


def _read(line: str) -> tuple[CaptureReading, ...]:
    return read_line(f"n {line}", corpus_room())


@pytest.mark.parametrize(
    "text",
    [
        "Operationally sensitive: the car is watched.",
        "School must not know about the flat.",
        "This stays in the room, he is adopted.",
        "(restricted) the new address",
    ],
)
def test_what_withholds_in_a_paper_does_so_in_the_room(text: str) -> None:
    assert tells_in_confidence(text) and may_be_for_some(text)


def test_that_it_goes_on_is_no_word_about_who_may_know() -> None:
    for line in ("closure order if it goes on", "injunction if they carry on"):
        assert not any(map(asks_for_whom, _read(line)))
    assert any(map(asks_for_whom, _read("if this goes on the minutes he will read it")))
