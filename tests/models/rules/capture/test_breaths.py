"""A line that goes on to something of another kind is more than one entry."""

import pytest

from models.rules.capture import read_line
from tests.models.rules.capture.room import ROOM


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("A001 done; Dobson to send the notes by Fri", ["update", "action"]),
        ("A001 not done; new action Dobson to send the notes", ["update", "action"]),
        ("Police: seen in town; School: away twice", ["note", "note"]),
        ("note police - nothing found; Dobson to send the log by Fri", ["note", "action"]),
        ("He is late most days. Dobson to meet the school by Fri.", ["note", "action"]),
        ("CAWN on Pike; and recommend safety plan to the care plan", ["measure", "recommendation"]),
        ("dec remain on panel; Dobson to tell mum by Fri", ["decision", "action"]),
    ],
)
def test_each_kind_is_an_entry(line: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in read_line(line, ROOM)] == kinds


@pytest.mark.parametrize(
    "line",
    [
        "He wrote: police to leave me alone; school to take me back",
        '"it is over; Dobson to stop ringing" she said',
        "note police: seen in town; Dobson to check the licence",
        "Action: DI Yates. CAWN on Pike. 18 Dec.",
        "Dobson: engaged well; no new offences",
    ],
)
def test_what_goes_on_as_it_began_is_one(line: str) -> None:
    assert len(read_line(line, ROOM)) == 1
