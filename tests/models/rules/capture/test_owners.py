"""Who is to do it: one named person of the room, or nobody and why."""

from dataclasses import replace
from datetime import date

import pytest

from tests.models.rules.capture.room import PEOPLE, ROOM, read


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("a Fairhurst to ring home by Fri", "Shanice Fairhurst", "Ring home"),
        ("a Shanice Fairhurst to ring home by Fri", "Shanice Fairhurst", "Ring home"),
        ("a fairhurst to ring home by fri", "Shanice Fairhurst", "Ring home"),
        ("a FAIRHURST, Shanice to ring home", "Shanice Fairhurst", "Ring home"),
        ("a Shanice to ring home", "Shanice Fairhurst", "Ring home"),
        ("a S Fairhurst to ring home", "Shanice Fairhurst", "Ring home"),
        ("a SF to ring home", "Shanice Fairhurst", "Ring home"),
        ("a Mrs Fairhurst to ring home", "Shanice Fairhurst", "Ring home"),
        ("a Fairhurst will ring home", "Shanice Fairhurst", "Ring home"),
        ("a Fairhurst has agreed to ring home", "Shanice Fairhurst", "Ring home"),
        ("a Fairhurst: ring home", "Shanice Fairhurst", "Ring home"),
        ("a Fairhurst - ring home", "Shanice Fairhurst", "Ring home"),
        ("a Fairhurst ring home", "Shanice Fairhurst", "Ring home"),
        ("a ring home (Fairhurst)", "Shanice Fairhurst", "Ring home"),
        ("a ring home by Friday, Fairhurst", "Shanice Fairhurst", "Ring home"),
        ("a ring home - Fairhurst by Friday", "Shanice Fairhurst", "Ring home"),
        ("a ring home, owner Fairhurst", "Shanice Fairhurst", "Ring home"),
        ("a chair to write to the school", "Shanice Fairhurst", "Write to the school"),
        ("a O'Brien to check the register", "Freya O'Brien", "Check the register"),
        ("a O’Brien to check the register", "Freya O'Brien", "Check the register"),
        ("a OBrien to check the register", "Freya O'Brien", "Check the register"),
        ("a DI Yates to brief patrols", "Daisy Yates", "Brief patrols"),
        ("a Detective Inspector to brief patrols", "Daisy Yates", "Brief patrols"),
        ("a the analyst to map the group", "Jayden Yates", "Map the group"),
        ("a police analyst to map the group", "Jayden Yates", "Map the group"),
        ("a Police (Daisy) to map the group", "Daisy Yates", "Map the group"),
        ("a Baines from education to meet school", "Leah Baines", "Meet school"),
        ("a Baines (social care) to meet school", "Owen Baines", "Meet school"),
        ("a licensing to visit the shop", "Kian Iqbal", "Visit the shop"),
        ("a lead professional to see the family", "Finley Jankowski", "See the family"),
        (
            "a Re the family, Fairhurst to ring home",
            "Shanice Fairhurst",
            "Re the family, ring home",
        ),
        ("a Will to visit home", "Will Hartley", "Visit home"),
        ("Action for Daisy Yates: obtain the record", "Daisy Yates", "Obtain the record"),
        ("a for licensing - check the badge", "Kian Iqbal", "Check the badge"),
        ("a Jayden (analyst) to map the group", "Jayden Yates", "Map the group"),
        ("a Kian (licensing enforcement officer) to visit", "Kian Iqbal", "Visit"),
        ("a Baines @ education to meet school", "Leah Baines", "Meet school"),
        ("a Kai Dobson (health) 1st appt", "Kai Dobson", "1st appt"),
        ("a Kian to visit the shop", "Kian Iqbal", "Visit the shop"),
    ],
)
def test_an_owner_is_found_by_whatever_people_call_them(line: str, owner: str, text: str) -> None:
    reading = read(line)
    assert reading.owner is not None
    assert reading.owner.name == owner
    assert reading.text == text
    assert reading.agency is not None


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("a Yates to brief patrols", ("Daisy Yates", "Jayden Yates")),
        ("a Baines to meet school", ("Owen Baines", "Leah Baines")),
        ("a social worker to visit", ("Ibrahim Choudhury", "Finley Jankowski")),
        ("a SW to visit", ("Ibrahim Choudhury", "Finley Jankowski")),
    ],
)
def test_two_of_one_name_or_role_make_no_owner_and_both_are_named(
    line: str, named: tuple[str, ...]
) -> None:
    reading = read(line)
    assert reading.owner is None
    assert any(all(name in warning for name in named) for warning in reading.warnings)


def test_two_people_named_together_are_no_owner() -> None:
    reading = read("a Fairhurst and Dobson to visit by Friday")
    assert reading.owner is None
    assert any("Fairhurst and Dobson" in warning for warning in reading.warnings)


@pytest.mark.parametrize("who", ["all", "everyone", "all agencies", "the panel", "All partners"])
def test_an_action_for_everyone_has_no_owner(who: str) -> None:
    reading = read(f"a {who} to share information")
    assert reading.owner is None
    assert any("everyone" in warning for warning in reading.warnings)


def test_an_agency_of_several_is_named_but_owns_nothing() -> None:
    reading = read("a police to brief patrols")
    assert reading.owner is None
    assert reading.agency is not None
    assert reading.agency.name == "Police"
    assert any("No named owner" in warning for warning in reading.warnings)


def test_someone_who_sent_apologies_can_own_it_but_must_be_told() -> None:
    reading = read("a Varley to visit")
    assert reading.owner is not None
    assert "not here" in " ".join(reading.warnings)


def test_a_misspelt_name_is_a_guess_said_aloud() -> None:
    reading = read("a Fairhust to ring home by Friday")
    assert reading.owner is not None
    assert any("Fairhust" in warning for warning in reading.warnings)
    assert not next(chip for chip in reading.chips if chip.label == "owner").sure


def test_a_stranger_stays_in_the_text() -> None:
    reading = read("a Khan to visit school by Friday")
    assert reading.owner is None
    assert reading.text == "Khan to visit school"
    assert any("Khan" in warning for warning in reading.warnings)


@pytest.mark.parametrize("line", ["a letter to school by Fri", "a ask Fairhurst about the school"])
def test_what_only_looks_like_an_owner_is_none(line: str) -> None:
    assert read(line).owner is None


def test_before_attendance_all_members_count_and_two_kians_are_in_doubt() -> None:
    everyone = replace(ROOM, people=tuple(replace(person, present=True) for person in PEOPLE))
    assert read("a Kian to visit the shop", everyone).owner is None


def test_the_drawn_line_is_read_as_drawn() -> None:
    reading = read("action DI Yates to serve CAWN on Darren Pike by next Fri")
    assert reading.owner is not None
    assert reading.owner.name == "Daisy Yates"
    assert reading.text == "Serve CAWN on Darren Pike"
    assert reading.due == date(2026, 11, 20)
    assert reading.subject is not None
    assert reading.subject.name == "Darren Pike"
    assert reading.measure is not None
    assert reading.measure.code == "CP10"
    assert reading.warnings == ()
    assert [chip.label for chip in reading.chips] == ["kind", "owner", "measure", "due", "about"]


@pytest.mark.parametrize("who", ["Northmoor Youth Justice Service", "Youth Justise Service"])
def test_a_name_near_an_agencys_is_asked_about_and_never_taken(who: str) -> None:
    reading = read(f"a {who} to send the plan by Friday")
    assert any("is it Youth justice service?" in one for one in reading.warnings)
    assert (reading.owner, reading.agency) == (None, None) and who in reading.text


def test_a_name_like_no_agencys_is_a_strangers() -> None:
    (first, *_) = read("a Zed Youth to send the plan").warnings
    assert first == "“Zed Youth” is not among those here."
