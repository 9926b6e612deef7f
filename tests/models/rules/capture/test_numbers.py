"""Actions named by their numbers, however they are typed, open or not."""

from dataclasses import replace

import pytest

from models.rules.capture import ActionRef, CaptureKind, read_line
from models.rules.capture.action_book import ActionBook
from tests.models.rules.capture.room import ROOM, read

ENDED = (
    ActionRef("A012", "Serve the notice", 5, 0, "complete"),
    ActionRef("A014", "Refer to the clinic", 7, 0, "not possible"),
)
LATER = replace(ROOM, actions=(*ROOM.actions, *ENDED))


@pytest.mark.parametrize(
    ("line", "ref", "status"),
    [
        ("a1 done!!", "A001", "complete"),
        ("A3 no longer needed", "A003", "not possible"),
        ("u 1 done", "A001", "complete"),
        ("u a 3: waiting for two firms", "A003", None),
        ("A 001 completed yest", "A001", "complete"),
        ("a 3 not done, owner left", "A003", "not done"),
        ("done A12, both served", "A012", "complete"),
        ("u 14 still outstanding", "A014", "not done"),
        ("carry a3 over to next panel", "A003", "carried"),
        ("roll A3 over to 4 Dec", "A003", "carried"),
        ("reopen A012, never served", "A012", "reopened"),
        ("A.003 in progress", "A003", "in progress"),
        ("A3 part done, two of three seen", "A003", "in progress"),
        ("A3 superceded by A1", "A003", "superseded"),
        ("A3 outcome: nobody in", "A003", None),
        ("no update on A3", "A003", None),
        ("A3 slipped, now due 11 Dec", "A003", None),
        ("A001 deadline extended to 18 December", "A001", "carried"),
    ],
)
def test_a_number_is_found_with_or_without_zeros_letter_and_space(
    line: str, ref: str, status: str | None
) -> None:
    reading = read(line, LATER)
    assert reading.kind is CaptureKind.UPDATE
    assert (reading.action and reading.action.ref, reading.status) == (ref, status)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("a 16 year old boy was seen there", CaptureKind.NOTE),
        ("A 1 bed flat was offered to mum", CaptureKind.NOTE),
        ("a 3 visits to be done by Fri", CaptureKind.ACTION),
        ("u 14 year old brother now at risk", CaptureKind.UPDATE),
        ("u 3 more visits agreed", CaptureKind.UPDATE),
        ("a1 sauce was thrown", CaptureKind.NOTE),
        ("12 done of 14 sessions", CaptureKind.NOTE),
    ],
)
def test_a_number_of_something_else_is_no_action(line: str, kind: CaptureKind) -> None:
    reading = read(line, LATER)
    assert (reading.kind, reading.action) == (kind, None)


def test_a_finished_action_is_named_and_said_to_be_finished() -> None:
    assert any("A012 is already complete" in one for one in read("done A012", LATER).warnings)
    assert any("A014 is already not possible" in one for one in read("A014 done", LATER).warnings)
    assert not any("already" in one for one in read("reopen A012, not served", LATER).warnings)
    assert not any("already" in one for one in read("done A001", LATER).warnings)


def test_an_unknown_number_with_news_is_an_update_of_nothing_with_a_warning() -> None:
    reading = read("A987 not done - owner left", LATER)
    assert (reading.kind, reading.action) == (CaptureKind.UPDATE, None)
    assert "A987 is not an open action." in reading.warnings


def test_a_finished_action_is_not_said_to_be_open_already() -> None:
    warnings = read("a Fairhurst to refer to the clinic by Fri", LATER).warnings
    assert not any("Already open" in one for one in warnings)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("A001 c/f to 7/12", "2026-12-07"),
        ("u A001 carried to mon 30 nov", "2026-11-30"),
        ("A001 not done, ill, new date 27 Nov", "2026-11-27"),
        ("A001 in progress, now due Fri", "2026-11-13"),
        ("A001 in progress, now Sunday", "2026-11-15"),
        ("A001 in progress, now monitored by school, letter of 20 Nov", None),
        ("A001 extended to 4 Dec", "2026-12-04"),
        ("A987 carried to 4 Dec", "2026-12-04"),
        ("carry A012 to 24 Dec", "2026-12-24"),
        ("A001 in progress, visit on 20 Nov", None),
        ("A001 done 28 Oct", None),
    ],
)
def test_the_day_an_action_is_moved_to_is_its_new_one(line: str, due: str | None) -> None:
    found = read(line, LATER).due
    assert (found and found.isoformat()) == due


@pytest.mark.parametrize(
    ("line", "promised"),
    [
        ("A001 he will report at the next meeting", True),
        ("A001 spoke to mum, going to bring the map to next panel", True),
        ("A001 Fairhurst to bring the map to nxt mtg", True),
        ("A001 spoke to mum. Discussed at next meeting with dad", False),
        ("A001 went to Leeds and was back before next panel", False),
    ],
)
def test_what_is_promised_for_the_next_meeting_is_due_by_then(line: str, promised: bool) -> None:
    assert LATER.next_meeting is not None
    assert read(line, LATER).due == (LATER.next_meeting if promised else None)


def test_carried_to_a_panel_without_a_date_asks_for_one() -> None:
    reading = read("carry A003 to next panel", replace(LATER, next_meeting=None))
    assert reading.due is None
    assert any("next meeting has no date" in one for one in reading.warnings)


@pytest.mark.parametrize(
    ("line", "refs"),
    [
        ("A001 and A3 done", ["A001", "A003"]),
        ("A1, 3 and 12 done", ["A001", "A003", "A012"]),
        ("u 1 & 3 not done", ["A001", "A003"]),
        ("done A001; carry A012 to 4 dec", ["A001", "A012"]),
        ("A001, 3 visits done", ["A001"]),
    ],
)
def test_several_numbers_are_one_update_each(line: str, refs: list[str]) -> None:
    found = read_line(line, LATER)
    assert [one.action and one.action.ref for one in found] == refs


def test_an_action_of_the_list_to_be_done_by_somebody_is_news_of_it() -> None:
    (reading,) = read_line("A012 to be completed by CSC by Friday", LATER)
    assert reading.kind is CaptureKind.UPDATE
    assert reading.action is not None and reading.action.ref == "A012"


def test_news_by_initials_alone_says_how_far_and_asks_which_action() -> None:
    reading = read("u AR carried")
    assert reading.status == "carried" and reading.action is None
    assert any(one.startswith("Which action?") for one in reading.warnings)


def test_news_by_initials_is_taken_where_there_is_one_action_of_theirs() -> None:
    (only, *_) = ActionBook(ROOM.actions).still_open()
    room = replace(ROOM, about=(only,))
    (reading,) = read_line("u AR carried", room)
    assert (reading.action, reading.status) == (only, "carried")
    assert f"Taken as news of {only.ref}: check." in reading.warnings
