"""What tells of a source, a method, somebody's health and the like is asked about, with why."""

from collections.abc import Callable
from functools import partial

import pytest

from models.rules.capture import VOICE, asked_because, asks_for_whom, matters, read_line
from models.rules.capture.for_all import perhaps_for_some
from models.rules.capture.matters import Matter, matter_of, signs, weigh, weights
from models.rules.capture.perhaps_kept import may_be_for_some
from models.rules.capture.restricting import SAY_FOR_WHOM
from tests.models.rules.capture.confided import lines_of, plain_lines
from tests.models.rules.capture.room import read
from tests.models.rules.capture.utterances import corpus_room

FOUND, NEARLY = 0.95, 0.08


def test_nearly_all_that_tells_of_such_a_matter_is_noticed() -> None:
    lines = [line for matter in Matter for line in lines_of(matter)]
    missed = [line for line in lines if not _noticed(line)]
    assert len(missed) <= (1 - FOUND) * len(lines), missed


def test_few_lines_in_the_same_words_are_asked_about() -> None:
    asked = [line for line in plain_lines() if _asked(line)]
    assert len(asked) <= NEARLY * len(plain_lines()), asked


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        (
            "n the porter at the Mill Lane hotel tells our sergeant who books in",
            Matter.SOURCE,
        ),
        ("n one of the Moor Lane lads is helping detectives", Matter.SOURCE),
        ("n warrant at the cousin's caravan this Thursday, 5am", Matter.METHOD),
        ("n tracker fitted to the blue Transit", Matter.METHOD),
        ("n the driver has no idea that he is a suspect", Matter.UNAWARE),
        ("n the messages have not been served on the defence", Matter.EVIDENCE),
        ("n mum is in a refuge in Hull, dad has been asking for the address", Matter.WHEREABOUTS),
        ("n her grandmother has cancer", Matter.HEALTH),
        ("n dad is on a methadone script", Matter.HEALTH),
    ],
)
def test_it_is_asked_with_why(line: str, matter: Matter) -> None:
    reading = read(line)
    assert asks_for_whom(reading)
    assert asked_because(reading) == matter
    assert SAY_FOR_WHOM in reading.warnings


@pytest.mark.parametrize(
    "line",
    [
        "n warrant executed on Friday, two arrests",
        "n he has asthma and uses an inhaler",
        "n the tracker was updated on Monday",
        "n source of funding agreed by the partnership",
        "n the council's CCTV shows him on the bus",
        "n mum came to the clinic with him",
        "n he moved to his nan's and likes it there",
        "n he was interviewed with his solicitor in May",
    ],
)
def test_one_such_word_alone_is_plain(line: str) -> None:
    assert not asks_for_whom(read(line))


def test_what_is_asked_of_somebody_must_tell_it_more_plainly() -> None:
    told = [line for matter in Matter for line in lines_of(matter) if matter_of(line)]
    plainly = [line for line in told if matter_of(line, plainly=True)]
    assert 0 < len(plainly) < len(told)


def test_a_line_whose_words_alone_sound_restricted_gives_no_why() -> None:
    reading = read("n treat as highly delicate: his mentor moved on")
    assert asks_for_whom(reading)
    assert asked_because(reading) == ""


def test_a_childs_own_health_in_the_childs_words_is_plain() -> None:
    reading = read("voice: I take my inhaler before football")
    assert reading.field == VOICE
    assert not asks_for_whom(reading)


@pytest.mark.parametrize("matter", Matter)
def test_what_leads_into_the_childs_voice_hides_nothing_of_what_is_told(matter: Matter) -> None:
    for line in lines_of(matter):
        told = matter_of(line, plainly=True)
        assert matter_of(f"Child's voice: {line}", plainly=True) == told, line
        assert told is None or perhaps_for_some(VOICE, "", line), line


def test_texts_of_an_item_and_lines_of_the_round_are_weighed_too() -> None:
    assert may_be_for_some("Dad is on a methadone script.")
    assert not may_be_for_some("He is on the rugby team.")


def test_in_whatever_order_signs_are_added_the_same_matter_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = [line for matter in Matter for line in lines_of(matter)]
    weighed = []
    for ordered in (sorted, lambda found: sorted(found, reverse=True)):
        with monkeypatch.context() as changed:
            changed.setattr(matters, "signs", partial(_in_order, ordered))
            weighed.append([weigh(line, weights()) for line in lines])
    assert weighed[0] == weighed[1]


def test_an_empty_line_tells_of_nothing() -> None:
    assert not any(map(matter_of, ("", " ", "- ;", "?!")))


def _asked(line: str) -> bool:
    return any(map(asks_for_whom, read_line(f"n {line}", corpus_room())))


def _noticed(line: str) -> bool:
    read_of = read_line(f"n {line}", corpus_room())
    return any(one.sharing or asks_for_whom(one) for one in read_of)


def _in_order(ordered: Callable[[frozenset[str]], list[str]], line: str) -> list[str]:
    return ordered(signs(line))
