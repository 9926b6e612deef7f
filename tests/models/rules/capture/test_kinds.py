"""Which kind of entry a line is, and what each kind takes from it."""

from dataclasses import replace
from datetime import date, time

import pytest

from models.marks import SubjectKind
from models.rules.capture import CaptureKind, SubjectRef, as_form, read_line
from models.rules.capture.room_words import NOT_KEPT
from tests.models.rules.capture.room import ROOM, read


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("a", "action"),
        ("action", "action"),
        ("/act", "action"),
        ("A:", "action"),
        ("r", "recommendation"),
        ("rec", "recommendation"),
        ("recommend", "recommendation"),
        ("d", "measure"),
        ("disrupt", "measure"),
        ("n", "note"),
        ("note", "note"),
        ("u", "update"),
        ("update", "update"),
        ("dec", "decision"),
        ("rev", "review"),
        ("ris", "risk"),
        ("lin", "link"),
        ("dcl", "declaration"),
        ("att", "attendance"),
        ("tim", "timing"),
        ("urg", "urgent"),
    ],
)
def test_the_first_word_names_the_kind(word: str, kind: str) -> None:
    reading = read(f"{word} Fairhurst something in town")
    assert reading.kind is CaptureKind(kind)
    assert reading.chips[0].sure


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fairhurst to ring home by Fri", "action"),
        ("By Friday Fairhurst to ring home", "action"),
        ("CAWN on Pike", "measure"),
        ("Seen near the skatepark on Friday", "note"),
        ("Not seen since Friday", "note"),
        ("Risk is driven by the skatepark", "note"),
        ("D. Pike was seen in town", "note"),
    ],
)
def test_without_a_first_word_the_shape_decides_and_is_not_sure(line: str, kind: str) -> None:
    reading = read(line)
    assert reading.kind is CaptureKind(kind)
    assert not reading.chips[0].sure


def test_an_empty_line_says_nothing() -> None:
    assert read_line("   ", ROOM) == ()


def test_a_decision_with_its_review_gives_both() -> None:
    decision, review = read_line("dec remain on panel, review 24 Dec", ROOM)
    assert decision.decision == "Remain on panel, review on <date>"
    assert decision.text == "Remain on panel"
    assert review.kind is CaptureKind.REVIEW
    assert decision.due == review.due == date(2026, 12, 24)


def test_risk_and_decision_may_share_a_line() -> None:
    risk, decision = read_line(
        "ris medium to high, dec Refer NRM because the pattern goes on", ROOM
    )
    assert (risk.risk, risk.direction) == ("High", "increasing")
    assert decision.decision == "Refer NRM"
    assert decision.rationale == "The pattern goes on"


@pytest.mark.parametrize(
    ("line", "decision"),
    [
        ("dec stay on panel", "Remain on panel, review on <date>"),
        ("dec step down to Early Help", "Step down to single-agency/Early Help"),
        ("dec Close: risk reduced", "Close: risk reduced"),
        ("dec close risk reduced", "Close: risk reduced"),
        ("dec moved out of area", "Close: moved out of area"),
        ("dec close", None),
        ("dec adopt as location of concern", None),
        ("dec something else", None),
        ("nrm referred", "Refer NRM"),
    ],
)
def test_a_decision_is_one_of_the_list_that_fits_the_subject(
    line: str, decision: str | None
) -> None:
    reading = read(line)
    assert reading.decision == decision
    assert bool(reading.warnings) == (decision is None)


@pytest.mark.parametrize(
    ("line", "risk", "direction"),
    [
        ("ris high", "High", None),
        ("risk very high", "Very high", None),
        ("ris medium -> low", "Low", "reducing"),
        ("ris up to high", "High", "increasing"),
        ("ris medium, unchanged", "Medium", "unchanged"),
        ("ris awful", None, None),
    ],
)
def test_risk_is_the_last_level_named(line: str, risk: str | None, direction: str | None) -> None:
    reading = read(line)
    assert (reading.risk, reading.direction) == (risk, direction)


@pytest.mark.parametrize(
    "line", ["nrm positive", "nrm referral awaiting outcome", "NRM referred 3 Nov by her worker"]
)
def test_how_a_referral_stands_is_told_not_decided(line: str) -> None:
    assert read(line).kind is CaptureKind.NOTE


@pytest.mark.parametrize(
    "line",
    [
        "dec remain on panel rev in 6 wks",
        "rev set for thurs 17 dec",
        "review date 14/1",
        "review date is the 14th",
    ],
)
def test_the_words_for_the_day_of_a_review_are_no_reason(line: str) -> None:
    assert [one.rationale for one in read_line(line, ROOM)][-1] is None


@pytest.mark.parametrize(
    "agreed", ["agreed by Owen Baines", "agreed owen baines", "agreed: Baines O"]
)
def test_the_second_person_is_heard_without_by(agreed: str) -> None:
    reading = read(f"dec close risk reduced, settled since August, {agreed}")
    assert reading.second_person is not None
    assert reading.second_person.name == "Owen Baines"
    assert reading.rationale == "Settled since August"


def test_what_is_agreed_is_not_a_person() -> None:
    reading = read("dec close risk reduced, agreed plan is working")
    assert reading.second_person is None
    assert reading.rationale == "Agreed plan is working"


def test_a_link_may_lead_to_a_car_that_no_other_line_speaks_of() -> None:
    car = SubjectRef(70, "SF19 LER", SubjectKind.VEHICLE)
    room = replace(ROOM, things=(car,))
    link = read("link Wes drives SF19LER", room)
    assert (link.subject and link.subject.name, link.other) == ("Wesley Onuoha", car)
    assert read("a Fairhurst to trace SF19LER by Fri", room).subject == ROOM.subject


def test_a_review_needs_a_day() -> None:
    assert read("rev next panel").due == date(2026, 12, 24)
    assert read("rev in six weeks").due == date(2026, 12, 24)
    assert read("rev when ready").warnings == ("No date.",)


def test_an_update_finds_its_action_and_status() -> None:
    reading = read("u A001 done 28 Oct, notes sent")
    assert reading.action is not None
    assert (reading.action.ref, reading.status) == ("A001", "complete")
    assert reading.owner is not None
    assert reading.owner.name == "Owen Baines"
    assert reading.text == "Done 28 Oct, notes sent"
    assert reading.due is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("not done, no reply", "not done"),
        ("no longer possible, family moved", "not possible"),
        ("circumstances changed", "not possible"),
        ("in progress", "in progress"),
        ("completed late", "complete late"),
        ("carried forward", "carried"),
        ("call made to the school", None),
    ],
)
def test_an_update_tells_not_possible_from_not_done(words: str, status: str | None) -> None:
    assert read(f"u A001 {words}").status == status


def test_an_action_carried_three_times_is_pointed_out() -> None:
    assert any("carried 3 times" in warning for warning in read("u A003 carried").warnings)
    repeated = read("a Fairhurst to check hire-car records by Fri")
    assert any("A003" in warning for warning in repeated.warnings)


def test_a_link_keeps_its_direction_and_asks_to_check_it() -> None:
    reading = read("lin Pike exploits Aidan")
    assert reading.subject is not None
    assert reading.other is not None
    assert (reading.subject.name, reading.relation, reading.other.name) == (
        "Darren Pike",
        "exploits",
        "Aidan Ravenscroft",
    )
    assert any("Darren Pike → Aidan Ravenscroft" in warning for warning in reading.warnings)


def test_a_declaration_names_who_and_why() -> None:
    for line in ("dcl Fairhurst knows the family", "dec Fairhurst knows the family"):
        reading = read(line)
        assert reading.kind is CaptureKind.DECLARATION
        assert reading.owner is not None
        assert reading.text == "Knows the family"


@pytest.mark.parametrize(
    ("line", "code", "status", "when"),
    [
        ("att Fairhurst arrived 9.40", "P", None, time(9, 40)),
        ("att Fairhurst left 10:45", None, "left", time(10, 45)),
        ("att Varley apologies", "N", None, None),
        ("att Varley apologies with information", "A", None, None),
        ("att Dobson online", "R", None, None),
        ("att Dobson X", "X", None, None),
        ("att Varley apologies, sent info", "A", None, None),
        ("att Varley apols but sent a report", "A", None, None),
    ],
)
def test_attendance_is_a_code_and_a_time(
    line: str, code: str | None, status: str | None, when: time | None
) -> None:
    reading = read(line)
    assert (reading.code, reading.status, reading.when) == (code, status, when)
    assert reading.owner is not None


@pytest.mark.parametrize(
    ("line", "status", "minutes"),
    [
        ("tim +5", "add", 5),
        ("tim -2", "add", -2),
        ("tim 12", "set", 12),
        ("tim 20m", "set", 20),
        ("tim 20min", "set", 20),
        ("tim 5m more", "add", 5),
        ("tim start", "start", None),
    ],
)
def test_timing_moves_the_items_clock(line: str, status: str, minutes: int | None) -> None:
    reading = read(line)
    assert (reading.status, reading.minutes) == (status, minutes)


def test_the_published_form_holds_names_and_iso_dates() -> None:
    form = as_form(read("d CAWN on Pike, police, by 3 Dec"))
    assert form == {
        "kind": "measure",
        "text": "CAWN on Pike",
        "owner": None,
        "agency": "Police",
        "subject": "Darren Pike",
        "measure": "Child Abduction Warning Notice (CAWN)",
        "due": "2026-12-03",
        "information": None,
        "sharing": None,
        "warnings": [],
    }


def test_a_deputy_whom_nobody_here_is_stands_in_by_name() -> None:
    reading = read("att Tom Radley for Leah Baines")
    assert (reading.code, reading.unknown, reading.warnings) == ("D", "Tom Radley", ())
    assert reading.second_person is not None
    assert reading.second_person.name == "Leah Baines"


@pytest.mark.parametrize(
    "said", ["for Leah Baines at 10.15", "for Leah Baines from 10:15am", "10.15 for Leah Baines"]
)
def test_the_time_of_a_deputy_whom_nobody_here_is_is_read(said: str) -> None:
    reading = read(f"att Tom Radley {said}")
    assert (reading.unknown, reading.when, reading.warnings) == ("Tom Radley", time(10, 15), ())


@pytest.mark.parametrize(
    "said",
    [
        "remote for Leah Baines", "(online) for Leah Baines", "on Teams for Leah Baines",
        "is here via Teams for Leah Baines", "for Leah Baines, remote",
    ],
)  # fmt: skip
def test_a_deputy_whom_nobody_here_is_may_attend_remotely(said: str) -> None:
    reading = read(f"att Tom Radley {said}")
    assert (reading.owner, reading.unknown) == (None, "Tom Radley")
    assert reading.second_person is not None and reading.second_person.name == "Leah Baines"
    assert reading.code == "R"


def test_somebody_without_a_whole_name_is_not_whom_they_are_here_for() -> None:
    reading = read("att mum remote for Leah Baines")
    assert reading.owner is None
    assert reading.warnings == ("No one present is named.",)
    alone = read("att remote for Leah Baines").owner
    assert alone is not None and alone.name == "Leah Baines"


def test_a_deputy_in_small_letters_is_a_name_and_how_one_attends_is_none() -> None:
    assert read("att tom radley for Leah Baines").unknown == "Tom Radley"
    assert read("att sends apologies for Leah Baines").unknown is None


def test_what_is_said_beside_such_a_deputy_is_said_not_to_be_kept() -> None:
    reading = read("att Tom Radley for Leah Baines, who is on leave until spring")
    assert reading.unknown == "Tom Radley"
    assert reading.warnings == (NOT_KEPT,)
