"""Whatever is typed, the bar reads it: no line stops it, whole or half-typed."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.rules.capture import read_line
from tests.models.rules.capture.room import AGENCIES, DECISIONS, MEASURES, PEOPLE, ROOM

KINDS = ("a", "r", "d", "n", "u", "dec", "rev", "ris", "lin", "att", "tim", "urg", "update")
JOINTS = ("to", "by", "from", "of", "the", "and", "with", "on", "for", *",;:-–().'\"&/?")
DAYS = ("Fri", "next Fri", "11 Dec", "12/12", "tomorrow noon", "within 5 working days", "the 12th")
MARKS = ("intel", "opinion", "chair only", "police only", "not for the minutes", "A001", "all")
SAID = ("social worker", "high", "not done", "refer", "visit", "known to", "knows", "apologies")
NAMES = [name for one in PEOPLE for name in (one.name, one.name.split()[-1], one.role, one.agency)]
WORDS = st.sampled_from(
    [*KINDS, *JOINTS, *DAYS, *MARKS, *SAID, *NAMES]
    + [one.name for one in (*AGENCIES, *MEASURES)]
    + [one.label for one in DECISIONS]
    + ["Pike", "Daz", "Aidan", "Tully", "skatepark", "NK19CUK", "Ravenscroft's"]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=9))
@example(["from", ","])
def test_no_line_stops_the_bar(words: list[str]) -> None:
    line = " ".join(words)
    assert bool(read_line(line, ROOM)) == bool(re.sub(r"\s", "", line))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=7))
def test_nor_does_a_line_half_typed(words: list[str]) -> None:
    line = " ".join(words)
    for end in range(len(line)):
        read_line(line[:end], ROOM)
