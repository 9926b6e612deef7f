"""Papers with long runs of spaces, dashes and commas, as forms are padded, are read at once."""

import time
from collections.abc import Callable

import pytest

from models.intake.understanding.lines import is_nothing_known
from models.intake.understanding.prose_cars import car_told
from models.intake.understanding.values import read_value

from .measure import paper

TWICE = 3.0
"""How many times the work a text twice as long may take; what grows as a square takes four."""
TOO_LITTLE = 0.05  # seconds of work, below which nothing is told


def agency(said: str) -> object:
    return read_value("child", "referrer_agency", said, 2026)


def lead(said: str) -> object:
    return read_value("child", "lead", said, 2026)


def return_from(said: str) -> object:
    return paper("# Education return for MACE – 24 November 2026", f"From: {said}")


def work(read: Callable[[str], object], said: str) -> float:
    """The least that reading took in seconds of work."""

    def once() -> float:
        begun = time.process_time()
        read(said)
        return time.process_time() - begun

    return min(once() for _ in range(3))


@pytest.mark.parametrize(
    ("read", "before", "run", "times", "behind"),
    [
        (agency, "School", " , ", 12, "x 01632 960774"),
        (lead, "Ngozi", " ", 8_000, "Adeleke"),
        (return_from, "Marl Virtual School", "–", 10_000, "x"),
        (return_from, "Marl Virtual School completed by", " ", 10_000, "x ("),
        (car_told, "", "dark ", 2_000, ""),
        (is_nothing_known, "Seen", " ", 10_000, "twice"),
    ],
)
def test_an_answer_is_read_in_a_time_that_grows_with_its_length(
    read: Callable[[str], object], before: str, run: str, times: int, behind: str
) -> None:
    once, twice = (work(read, before + run * many + behind) for many in (times, 2 * times))
    assert twice < TWICE * once + TOO_LITTLE


def test_a_worker_keeps_the_telephone_typed_behind_the_name() -> None:
    said = read_value("child", "lead", "Ngozi Adeleke – (01632 960774)", 2026)
    told = {one.name: one.value for one in said}
    assert told == {"lead": "Ngozi Adeleke", "lead_phone": "01632 960774"}
