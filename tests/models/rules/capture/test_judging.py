"""A decision's reason keeps its days, and the day of its review is no other."""

from dataclasses import replace
from datetime import date

import pytest

from models.rules.capture import CaptureKind, CaptureReading, asks_for_whom, read_line
from tests.models.rules.capture.utterances import corpus_room

NEXT = date(2027, 1, 21)


@pytest.mark.parametrize(
    ("line", "day", "reason"),
    [
        ("dec remain, placement ends Friday; review 21 Jan", NEXT, "Placement ends Friday"),
        ("dec remain, placement ends Friday, review 21 Jan", NEXT, "Placement ends Friday"),
        ("dec remain on panel, court on 4 January", None, "Court on 4 January"),
        ("dec step down to early help, plan starts Monday; rev 21 Jan", NEXT, "Plan starts Monday"),
        ("dec remain, 21 January", NEXT, None),
        ("dec remain on panel 21 Jan", NEXT, None),
        ("dec remain, bring back 21 January", NEXT, None),
        ("rev 21 Jan, placement ends Friday", NEXT, "Placement ends Friday"),
        ("rev 21 Jan as court is on 4 Jan", NEXT, "Court is on 4 Jan"),
        ("rev Mon, 21 Dec", date(2026, 12, 21), None),
    ],
)
def test_the_reason_keeps_its_days(line: str, day: date | None, reason: str | None) -> None:
    reading = read_line(line, corpus_room())[0]
    assert (reading.due, reading.rationale) == (day, reason)


@pytest.mark.parametrize(
    "line",
    [
        "dec skatepark - adopt",
        "dec L1 - adopt",
        "dec harbour park skatepark: adopt",
        "dec adopt skatepark",
        "dec to adopt the skatepark as a location of concern",
    ],
)
def test_whom_a_decision_is_about_is_no_reason_for_it(line: str) -> None:
    reading = _read_at("L1", line)
    assert reading.decision == "Adopt as location of concern"
    assert (reading.rationale, reading.warnings) == (None, ())


def test_people_and_groups_are_adopted_in_one_word_too() -> None:
    assert _read_at("O1", "dec Slade - adopt").decision == "Adopt as person of concern"
    assert _read_at("G1", "dec Fenwick Boys - adopt").decision == "Adopt as group of concern"


def test_a_decision_on_another_record_is_not_taken_on_this_item() -> None:
    reading = _read_at("L1", "dec Travelgate - adopt")
    assert reading.decision is None
    assert reading.warnings == ("That is for L3: turn to it to decide on it.",)


def _read_at(ref: str, line: str) -> CaptureReading:
    room = corpus_room()
    subject = next(one for one in room.subjects if one.ref == ref)
    (reading,) = read_line(line, replace(room, subject=subject))
    return reading


@pytest.mark.parametrize(
    ("line", "known", "relation", "unknown"),
    [
        ("lin Tony Marsh - uncle", "Kyle Denby", "uncle", "Tony Marsh"),
        ("lin mum - Sharon Denby", "Kyle Denby", "Mum", "Sharon Denby"),
        ("lin Tony Bartlett - exploits Kyle", "Kyle Denby", "is exploited by", "Tony Bartlett"),
        ("lin Webb - Tony Bartlett", "Marcus Webb", None, "Tony Bartlett"),
    ],
)
def test_a_whole_name_that_nobody_bears_is_no_one_of_that_surname(
    line: str, known: str, relation: str | None, unknown: str
) -> None:
    (reading,) = read_line(line, corpus_room())
    assert reading.subject is not None
    assert (reading.subject.name, reading.other) == (known, None)
    assert (reading.relation, reading.unknown) == (relation, unknown)


@pytest.mark.parametrize(
    "line",
    [
        "dec monitor; closure order if it goes on",
        "dec monitor, closure order if this carries on",
        "dec monitor - CAWN unless he stops",
        "dec monitor, closure order not needed",
    ],
)
def test_a_measure_that_may_come_is_not_decided_and_not_restricted(line: str) -> None:
    (reading,) = read_line(line, corpus_room())
    assert (reading.kind, reading.measure) == (CaptureKind.DECISION, None)
    assert reading.text.startswith("Monitor")
    assert not asks_for_whom(reading)


def test_a_measure_is_decided_without_a_condition() -> None:
    (reading,) = read_line("dec closure order on the Snug", corpus_room())
    assert reading.kind is CaptureKind.MEASURE


@pytest.mark.parametrize("end", ["not needed", "refused", "on the Snug is not proportionate"])
def test_a_measure_that_was_decided_against_is_none(end: str) -> None:
    (reading,) = read_line(f"dec closure order {end}", corpus_room())
    assert (reading.kind, reading.measure) == (CaptureKind.DECISION, None)
    assert reading.text == f"Closure order {end}"
