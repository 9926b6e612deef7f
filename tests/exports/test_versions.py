"""What changed since a version is told by item, from the words as they were kept."""

from datetime import timedelta
from pathlib import Path

import docx
import pytest

from exports import issue, versions
from exports.differences import Change, differences
from exports.for_chair import write_for_chair
from exports.kept_words import Part, as_bytes, from_bytes
from exports.sending import How
from models.clock import SetClock
from tests.exports import reading
from tests.exports.issued_room import approve, chair, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


def changed(before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[str | None, str | None]]:
    found = differences((Part("V1  R.A.", before),), (Part("V1  R.A. (new)", after),))
    return [(change.was, change.now) for part in found for change in part.changes]


def test_lines_are_told_as_new_gone_or_changed() -> None:
    same = "Decision: Remain."
    assert changed((same,), (same,)) == []
    assert changed((same,), (same, "Links: none.")) == [(None, "Links: none.")]
    assert changed((same, "Links: none."), (same,)) == [("Links: none.", None)]
    was, now = "Risk: High. Why: Debt talked of.", "Risk: High. Why: Debt confirmed."
    assert changed((was, same), (now, same)) == [(was, now)]


def test_of_a_line_of_several_sentences_only_what_changed_is_told_and_what_is_gone_is_not() -> None:
    was = "Information shared: Police. Seen in town. Named in a report. Attends."
    now = "Information shared: Police. Seen in town. Attends. Sleeps well."
    assert Change(was, now).words == (
        "Information shared: Police. New: Sleeps well. A sentence was taken out."
    )
    one = Change("Decision: Remain. Why: debts.", "Decision: Close. Why: debts.")
    assert one.words == "Decision: was “Remain.” and is now “Close.”"


def test_a_heading_called_otherwise_is_no_change_of_the_lines_under_it() -> None:
    same, was, now = "Police: Seen in town.", "Health: No contact.", "Health: Seen on 3 May."
    before = (f"Information shared: {same}", f"Information shared: {was}", "Risk: High.")
    after = (f"Told: {same}", f"Told: {now}", "Risk: Medium.")
    assert changed(before, after) == [
        (f"Told: {was}", f"Told: {now}"),
        ("Risk: High.", "Risk: Medium."),
    ]


def test_a_part_that_is_gone_or_new_is_told_whole() -> None:
    one, two = (Part("V1  A", ("Alpha.",)),), (Part("V2  B", ("Beta.",)),)
    assert [(part.title, part.changes) for part in differences(one, two)] == [
        ("V2  B", (Change(None, "Beta."),)),
        ("V1  A", (Change("Alpha.", None),)),
    ]


def test_what_is_said_of_the_version_itself_is_no_change() -> None:
    before = (Part("The meeting", ("Venue · Room 2",)),)
    after = (
        Part("The meeting", ("Venue · Room 2", "Approved: version 2.")),
        Part("Corrections", ("Version 2: A date.",)),
    )
    assert differences(before, after) == ()


def test_kept_words_come_back_the_same() -> None:
    parts = (Part("V1  R.A.", ("Decision: “Remain”.", "= 1")), Part("Close", ()))
    assert from_bytes(as_bytes(parts)) == parts


def titles(room: RunningRoom) -> list[tuple[str, list[str]]]:
    return [
        (
            f"{since.words}: {since.steps}".rstrip(": "),
            [part.title.partition("  ")[0] for part in since.parts],
        )
        for since in versions.changes(room.workspace, room.meeting)
    ]


def test_the_chairs_changes_are_told_by_item(room: RunningRoom) -> None:
    minutes = room.workspace.minutes
    minutes.to_chair(minutes.draft(room.meeting))
    versions.keep_words(room.workspace, room.meeting)
    since = "Since they were sent to the chair on Thu 12 Nov 2026"
    assert titles(room) == [(since, [])]
    room.workspace.conduct.write(room.child_item, "analysis", "The chair adds this.", None)
    assert titles(room) == [(since, ["V1"])]


def test_the_chairs_changes_stay_in_sight_once_they_approved_and_in_later_versions(
    room: RunningRoom, clock: SetClock
) -> None:
    work, version = room.workspace, room.workspace.minutes.draft(room.meeting)
    write = work.conduct.write
    work.minutes.to_chair(version)
    versions.keep_words(work, room.meeting)
    write(room.child_item, "analysis", "The chair adds this.", None)
    clock.move(timedelta(days=1))
    chair(room).minutes.give_back(version)
    versions.keep_words(work, room.meeting)
    write(room.child_item, "protective", "The taker adds this.", None)
    clock.move(timedelta(days=1))
    work.minutes.to_chair(version)
    versions.keep_words(work, room.meeting)
    clock.move(timedelta(hours=1))
    chair(room).minutes.approve(version)
    versions.keep_words(work, room.meeting)
    had, back = (
        "What changed while the chair had them",
        "What changed after the chair gave them back",
    )
    first = "sent to the chair by Coordinator on Thu 12 Nov 2026"
    given = "given back by Sam Lee on Fri 13 Nov 2026"
    again = "sent to the chair by Coordinator on Sat 14 Nov 2026"
    rounds = [
        (f"{had}: Version 1, {again}, approved by Sam Lee on Sat 14 Nov 2026.", []),
        (f"{back}: Version 1, {given}, {again}.", ["V1"]),
        (f"{had}: Version 1, {first}, {given}.", ["V1"]),
    ]
    assert titles(room) == rounds
    told = versions.changes(work, room.meeting)[-1].parts[0].changes[0].words
    assert told == "New: Analysis: The chair adds this."
    second = work.minutes.correct(version, "The risk.")
    write(room.child_item, "analysis", "The chair adds more.", "The chair adds this.")
    chair(room).minutes.approve(second)
    versions.keep_words(work, room.meeting)
    since = ("Since version 1, approved on Sat 14 Nov 2026", ["V1"])
    assert titles(room) == [since, *rounds]


def test_what_changed_after_they_were_written_for_the_chair_is_told(
    room: RunningRoom, tmp_path: Path
) -> None:
    minutes = room.workspace.minutes
    version = minutes.draft(room.meeting)
    for _ in range(2):
        write_for_chair(room.workspace, room.meeting, How(tmp_path))
    room.workspace.conduct.write(room.child_item, "analysis", "Read in Word.", None)
    ((words, parts),) = titles(room)
    assert words.startswith("Since they were written for the chair") and parts == ["V1"]
    chair(room).minutes.approve(version)
    versions.keep_words(room.workspace, room.meeting)
    ((words, parts),) = titles(room)
    assert words.startswith("What changed after they were written for the chair: Version 1")
    assert parts == ["V1"]


def corrected(room: RunningRoom) -> None:
    version = approve(room)
    versions.keep_words(room.workspace, room.meeting)
    again = room.workspace.minutes.correct(version, "The analysis was missing.")
    room.workspace.conduct.write(room.child_item, "analysis", "Debt drives the risk.", None)
    chair(room).minutes.approve(again)
    versions.keep_words(room.workspace, room.meeting)


def test_a_correction_says_and_prints_what_changed(room: RunningRoom, tmp_path: Path) -> None:
    corrected(room)
    assert titles(room) == [("Since version 1, approved on Thu 12 Nov 2026", ["V1"])]
    issue.write_meeting(room.workspace, room.meeting, tmp_path, audiences=["minutes"])
    printed = docx.Document(str(tmp_path / "minutes.docx"))
    assert reading.under(printed, "Corrections") == ["Version 2: The analysis was missing."]
    told = reading.under(printed, "What changed")
    assert told[0] == "Since version 1, part by part."
    assert "New: Analysis: Debt drives the risk." in told[1]
    assert "Approved: version 2, by Sam Lee on 12 November 2026." in reading.text(printed)


def test_approved_words_are_kept_by_an_issue_where_nobody_kept_them(
    room: RunningRoom, tmp_path: Path
) -> None:
    version = approve(room)
    assert room.workspace.read.kept_words(version) is None
    issue.write_meeting(room.workspace, room.meeting, tmp_path)
    kept = room.workspace.read.kept_words(version)
    assert kept is not None
    assert "Meet Robin" not in kept.decode() or "R.A." in kept.decode()


@pytest.mark.parametrize("known", [True, False])
def test_whoever_stepped_out_reads_no_kept_words(room: RunningRoom, known: bool) -> None:
    room.workspace.minutes.to_chair(room.workspace.minutes.draft(room.meeting))
    versions.keep_words(room.workspace, room.meeting)
    version = approve(room)
    versions.keep_words(room.workspace, room.meeting)
    again = room.workspace.minutes.correct(version, "A declaration was missing.")
    if not known:
        room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.child_item)
    from models.marks import Role
    from models.services.signed_in import Person
    from models.workspace import Workspace

    nurse = Workspace(
        room.workspace.store, Person(None, "Ann Patel", Role.MEMBER, member_id=room.nurse)
    )
    assert (nurse.read.kept_words(version) is not None) is known
    assert bool(nurse.read.minutes_steps(room.meeting)) is known
    assert again != version
