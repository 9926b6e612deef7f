"""A second version of each paper says what changed in that very paper, for its own readers."""

from datetime import timedelta
from pathlib import Path

import docx
import pytest

from exports import issue
from models.clock import SetClock
from models.marks import Information, Sharing
from tests.exports import reading
from tests.exports.issued_room import approve, chair, confirm_all, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
GUEST, EXTRACT, APART = "minutes-item-V1.docx", "extracts/LCS1.docx", "minutes-without-V1.docx"


def goes(room: RunningRoom, folder: Path) -> None:
    confirm_all(room)
    issue.write_meeting(room.workspace, room.meeting, folder, reason="Agreed with the chair")


@pytest.fixture
def out(room: RunningRoom, clock: SetClock, tmp_path: Path) -> int:
    """The first version, which has gone to a guest, to the child's file and to all."""
    work = room.workspace
    guest = work.panel.add_member("Finley Holt", room.council)
    work.agenda.invite(room.child_item, member_id=guest)
    work.conduct.attend(room.meeting, guest, "I")
    work.conduct.say(room.child_item, room.health, "Kyle sleeps badly",
                     information=Information.FACT, sharing=Sharing.ALL_PANEL)  # fmt: skip
    version = approve(room)
    goes(room, tmp_path / "first")
    clock.move(timedelta(days=1))
    return version


def corrected(room: RunningRoom, version: int) -> None:
    again = room.workspace.minutes.correct(version, "The risk was wrong.")
    room.workspace.conduct.write(room.child_item, "for_file", "Debt drives the risk.", None)
    chair(room).minutes.approve(again)


def changed(folder: Path, name: str) -> list[str]:
    opened = docx.Document(str(folder / name))
    heads = [one.text for one in opened.paragraphs if one.style.name.startswith("Heading")]
    return reading.under(opened, "What changed") if "What changed" in heads else []


def test_the_first_version_says_nothing_of_changes(room, out, tmp_path) -> None:
    for name in ("minutes.docx", GUEST, EXTRACT):
        assert changed(tmp_path / "first", name) == []


def test_the_guest_and_the_childs_file_read_what_changed_in_their_own_paper(
    room, out, tmp_path
) -> None:
    corrected(room, out)
    goes(room, tmp_path / "second")
    for name in (GUEST, EXTRACT):
        told = changed(tmp_path / "second", name)
        assert told[0] == "Since version 1, part by part.", name
        assert any("Debt drives the risk." in one for one in told), (name, told)
    assert "Corrections" not in reading.text(docx.Document(str(tmp_path / "second" / GUEST)))


def test_what_is_new_is_never_told_as_what_was_not_recorded_before(room, out, tmp_path) -> None:
    corrected(room, out)
    goes(room, tmp_path / "second")
    told = changed(tmp_path / "second", GUEST)
    assert [one for one in told if one.endswith("New: For the child's file: Debt drives the risk.")]


def test_a_paper_in_which_nothing_changed_says_so(room, out, tmp_path) -> None:
    again = room.workspace.minutes.correct(out, "A line on Darren Pike.")
    room.workspace.conduct.write(room.person_item, "analysis", "Moved to Leeds.", None)
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "second")
    for name in (GUEST, EXTRACT):
        told = changed(tmp_path / "second", name)
        assert told == ["Nothing that stands in this paper has changed since version 1."], name


def test_what_was_taken_out_is_not_said_again(room, out, tmp_path) -> None:
    line = next(one for one in room.item().lines if one.text == "Kyle sleeps badly")
    again = room.workspace.minutes.correct(out, "A line was another child's.")
    room.workspace.conduct.withdraw_line(line.id)
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "second")
    for name in ("minutes.docx", GUEST):
        told = " ".join(changed(tmp_path / "second", name))
        assert "A line was taken out." in told and "sleeps badly" not in told, name


def test_one_of_several_lines_of_an_agency_that_was_taken_out_is_not_said_again(
    room, clock, tmp_path
) -> None:
    lines = [
        room.workspace.conduct.say(room.child_item, room.health, text, sharing=Sharing.ALL_PANEL)
        for text in ("Sleeps well", "Kyle was told of the debt", "Attends")
    ]
    version = approve(room)
    goes(room, tmp_path / "first")
    clock.move(timedelta(days=1))
    again = room.workspace.minutes.correct(version, "A line was another child's.")
    room.workspace.conduct.withdraw_line(lines[1])
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "second")
    told = " ".join(changed(tmp_path / "second", "minutes.docx"))
    assert "Health. " in told and "taken out." in told
    assert "debt" not in told and "Attends" not in told


def test_who_had_no_paper_before_reads_of_no_changes(room, out, tmp_path) -> None:
    again = room.workspace.minutes.correct(out, "A declaration was missing.")
    room.workspace.conduct.declare(room.meeting, room.nurse, "A cousin", room.person_item)
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "second")
    assert changed(tmp_path / "second", "minutes-without-O1.docx") == []


def test_a_draft_that_never_went_is_no_version_before(room, clock, tmp_path) -> None:
    guest = room.workspace.panel.add_member("Finley Holt", room.council)
    room.workspace.agenda.invite(room.child_item, member_id=guest)
    room.workspace.conduct.attend(room.meeting, guest, "I")
    version = room.workspace.minutes.draft(room.meeting)
    goes(room, tmp_path / "draft")
    clock.move(timedelta(days=1))
    chair(room).minutes.approve(version)
    corrected(room, version)
    goes(room, tmp_path / "second")
    assert changed(tmp_path / "second", GUEST) == []
    assert changed(tmp_path / "second", EXTRACT) == []


def test_the_third_version_is_held_against_the_second(room, out, clock, tmp_path) -> None:
    corrected(room, out)
    goes(room, tmp_path / "second")
    clock.move(timedelta(days=1))
    latest = room.workspace.read.minutes(room.meeting)[0].id
    again = room.workspace.minutes.correct(latest, "Once more.")
    room.workspace.conduct.write(
        room.child_item, "for_file", "Debt and threats.", "Debt drives the risk."
    )
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "third")
    for name in (GUEST, EXTRACT):
        told = " ".join(changed(tmp_path / "third", name))
        assert told.startswith("Since version 2") and "Debt and threats." in told, name


def test_an_extract_whose_old_words_named_somebody_says_only_that_a_line_was_put_right(
    room, clock, tmp_path
) -> None:
    room.workspace.conduct.write(room.child_item, "for_file", "Saw Amber often at school.", None)
    version = approve(room)
    goes(room, tmp_path / "first")
    clock.move(timedelta(days=1))
    room.workspace.register.add_child("Amber Hill", system_id="LCS2")
    again = room.workspace.minutes.correct(version, "A name.")
    room.workspace.conduct.write(
        room.child_item, "for_file", "Saw a friend often at school.", "Saw Amber often at school."
    )
    chair(room).minutes.approve(again)
    goes(room, tmp_path / "second")
    told = " ".join(changed(tmp_path / "second", EXTRACT))
    assert "Amber" not in told and "A line was put right." in told
