"""Lines by hands that had never seen the program stay read as well as they are."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from models.rules.capture import CaptureReading, as_form, asks_for_whom, read_line
from tests.models.rules.capture.utterances import EITHER, corpus_room, understood

FOLDER = Path(__file__).parents[3] / "data" / "capture_unseen" / "three_hands"
RIGHT, NOTICED, SURE, ASKED = 100, 59, 0, 3
"""Lines wholly right of 100; lines for some noticed of 60; innocent ones kept back and asked about
of 60. As they were first seen: 77; 56; 3 and 11."""


def test_what_they_said_is_understood() -> None:
    said = tomllib.loads((FOLDER / "said.toml").read_text("utf-8"))["said"]
    missed = {one["line"]: wrong for one in said if (wrong := _missed(one["line"], one["want"]))}
    assert len(said) - len(missed) >= RIGHT, missed


def test_what_is_not_for_everyone_is_noticed() -> None:
    lines = _lines("kept.txt")
    missed = [line for line in lines if not (_sure(line) or _asked(line))]
    assert len(lines) - len(missed) >= NOTICED, missed


@pytest.mark.parametrize(("most", "held"), [(SURE, "kept back"), (ASKED, "asked about")])
def test_few_of_the_innocent_are_held(most: int, held: str) -> None:
    holds = _sure if held == "kept back" else _asked
    found = [line for line in _lines("innocent.txt") if holds(line)]
    assert len(found) <= most, found


def _missed(line: str, wanted: Sequence[Mapping[str, object]]) -> list[str]:
    readings = read_line(line, corpus_room())
    if len(readings) != len(wanted):
        return [f"{len(readings)} entries for {len(wanted)}"]
    return [
        f"{name} is {got[name]!r}, wanted {value!r}"
        for reading, entry in zip(readings, wanted, strict=True)
        for got in [_told(reading)]
        for name, value in entry.items()
        if (got[name] == "" if value == EITHER else got[name] != value)
    ]


def _told(reading: CaptureReading) -> dict[str, object]:
    """The reading as it is told outside: what is judged of another is that other's."""
    return {**understood(reading), "subject": as_form(reading)["subject"] or ""}


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text("utf-8").split("\n")[:-1]


def _sure(line: str) -> bool:
    shared = (one.sharing for one in read_line(line, corpus_room()))
    return any(one is not None and one.value != "all panel" for one in shared)


def _asked(line: str) -> bool:
    return not _sure(line) and any(map(asks_for_whom, read_line(line, corpus_room())))
