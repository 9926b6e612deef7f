"""When somebody was out of the room, as the minutes tell it."""

from datetime import datetime, time

from models.records.attending import Absence
from models.rules.attending import absences, is_out, steps_out


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 12, hour, minute, second)


def test_whoever_left_and_came_back_has_both_times() -> None:
    happened = [("left", at(10, 40)), ("returned", at(11, 5))]
    assert absences(happened, None) == (Absence(time(10, 40), time(11, 5)),)


def test_a_leaving_recorded_again_is_that_of_the_later_time() -> None:
    happened = [("left", at(10, 40)), ("left", at(10, 45)), ("returned", at(11, 5))]
    assert absences(happened, None) == (Absence(time(10, 45), time(11, 5)),)


def test_whoever_is_away_now_left_when_their_attendance_says() -> None:
    happened = [("left", at(10, 40)), ("returned", at(11, 5)), ("left", at(11, 30))]
    assert absences(happened, time(11, 31))[1:] == (Absence(time(11, 31), None),)
    assert absences([], time(11, 31)) == (Absence(time(11, 31), None),)


def test_a_look_in_passing_is_no_leaving_where_the_item_was_discussed_later() -> None:
    look = [("left for item", at(10, 0)), ("returned", at(10, 0, 20))]
    spell = [("left for item", at(10, 40)), ("returned", at(11, 5))]
    assert steps_out([*look, *spell]) == (Absence(time(10, 40), time(11, 5)),)
    assert steps_out(look) == (Absence(time(10, 0), time(10, 0, 20)),)


def test_whoever_leaves_the_meeting_from_the_corridor_did_not_return() -> None:
    happened = [("left for item", at(10, 40)), ("did not return", at(10, 50))]
    assert steps_out(happened) == (Absence(time(10, 40), None),)
    assert not is_out(happened)
    assert is_out(happened[:1])
