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


@pytest.mark.parametrize(
    "line",
    [
        "for the file: The panel is worried about adults outside; a check-in was asked for.",
        "note the panel asked for two things; a plan to keep him safe; a look at the flat",
        "voice: I want to stay; keep me on the panel",
        "analysis: risk is high; close the gap at school by Friday",
        "discussion: risk rose; review in March was agreed",
        "n mum says she was told; a social worker would come",
        '"I want to go"; he told his mentor',
    ],
)
def test_what_is_written_is_not_cut_where_it_goes_on(line: str) -> None:
    [reading] = read_line(line, ROOM)
    assert reading.kind.value == "note"
    assert reading.text.count(";") == line.count(";")


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("for the file: he was heard; a Dobson to send the log by Fri", ["note", "action"]),
        ("for the file: he was heard; Dobson to send the log by Fri", ["note", "action"]),
        ("for the file: he was heard; dec remain on panel", ["note", "decision"]),
        ("voice: I want to stay; action: Dobson to ring home by Fri", ["note", "action"]),
        ("n Police: seen in town; risk high as he was out", ["note", "risk"]),
    ],
)
def test_a_command_behind_what_is_written_is_its_own(line: str, kinds: list[str]) -> None:
    assert [one.kind.value for one in read_line(line, ROOM)] == kinds
