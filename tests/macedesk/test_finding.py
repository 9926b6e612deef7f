"""Ctrl+K: whom it finds, and how people stand in it while everyone may be looking."""

from datetime import timedelta

from macedesk.finding import (
    LISTS,
    done_on_pages,
    intelligence_by_words,
    lists_of_pages,
    parts_of_settings,
    subjects_by_name,
)
from models.clock import SetClock
from tests.models.services.rooms import running_room


def test_people_stand_by_initials_while_a_meeting_runs(clock: SetClock) -> None:
    room = running_room(clock)
    source = subjects_by_name(room.workspace, lambda page, key: None)
    assert [one.words for one in source("ashdown")] == ["R.A."]
    room.workspace.conduct.close(room.meeting)
    clock.move(timedelta(hours=3))
    assert [one.words for one in source("ashdown")] == ["Robin Ashdown"]
    room.workspace.close()


def test_one_letter_finds_nobody(clock: SetClock) -> None:
    room = running_room(clock)
    assert subjects_by_name(room.workspace, lambda page, key: None)("r") == ()
    room.workspace.close()


def test_a_meeting_that_runs_past_midnight_still_hides_names(clock: SetClock) -> None:
    room = running_room(clock)
    clock.move(timedelta(days=1))
    source = subjects_by_name(room.workspace, lambda page, key: None)
    assert [one.words for one in source("ashdown")] == ["R.A."]
    room.workspace.close()


def test_a_handle_a_number_and_a_plate_do_not_stand_there_while_a_meeting_runs(
    clock: SetClock,
) -> None:
    room = running_room(clock)
    register = room.workspace.register
    register.add_account("robin.ashdown.x", platform="Snapchat")
    register.add_vehicle("AB12 CDE")
    source = subjects_by_name(room.workspace, lambda page, key: None)
    assert {one.words for one in source("ashdown")} == {"R.A.", "Online account"}
    assert [one.words for one in source("ab12")] == ["Vehicle"]
    room.workspace.close()


def test_intelligence_is_found_by_its_number_and_words_and_never_while_a_meeting_runs(
    clock: SetClock,
) -> None:
    room, went = running_room(clock), []
    text = "A silver van waits at the quarry gate."
    submission = room.workspace.intelligence.submit(text)
    source = intelligence_by_words(room.workspace, lambda *where: went.append(where))
    assert source("quarry gate") == ()
    room.workspace.conduct.close(room.meeting)
    clock.move(timedelta(hours=3))
    for typed in ("quarry gate", "i-0001", "silver QUARRY"):
        (found,) = source(typed)
        assert found.words == "Intelligence I-0001" and "quarry" not in found.soft
    found.go()
    assert went == [("referrals", ("submission", submission))]
    assert source("quarry hedge") == []
    room.workspace.close()


def test_parts_of_the_settings_are_found_by_title_and_by_what_is_looked_for() -> None:
    gone: list[tuple[str, object]] = []
    source = parts_of_settings(lambda page, key: gone.append((page, key)))
    assert [one.words for one in source("who signs")] == ["Settings: Who signs in"]
    assert [one.words for one in source("dark")] == ["Settings: This machine"]
    source("schemes")[0].go()
    source("catalogue")[0].go()
    assert gone == [("settings", "schemes"), ("settings", "codes")]


def test_a_list_within_a_page_is_gone_to_from_any_other() -> None:
    went: list[tuple[str, object]] = []
    source = lists_of_pages(lambda page, key: went.append((page, key)), lambda: "today")
    (one,) = source("unlisted")
    one.go()
    assert went == [("people", "unlisted")] and not source(" ")
    source = lists_of_pages(lambda page, key: None, lambda: "settings")
    assert [one.words for one in source("timetable")] == ["Timetable of meetings"]
    assert [one.words for one in source("season")] == ["Timetable of meetings"]
    assert [one.words for one in source("no plan")] == ["Children: No plan"]
    here = lists_of_pages(lambda page, key: None, lambda: "people")
    assert not here("unlisted") and here("register of")
    assert [one.words for each, *_ in LISTS for one in source(each)] == [each for each, *_ in LISTS]


def test_what_is_done_on_another_page_is_found_by_its_words() -> None:
    asked: list[tuple[str, str]] = []
    source = done_on_pages(lambda page, command: asked.append((page, command)), lambda: "actions")
    (one,) = source("plan a season")
    one.go()
    assert one.soft == "Today"
    assert asked == [("today", "plan_season")] and not source(" ") and not source("add an action")
