"""What was read aloud at a meeting stays what it was, whatever Settings say later."""

from datetime import datetime

import pytest

from exports import minutes, versions
from exports.audience import Audiences
from exports.kept_words import parts_of
from exports.making import making_of
from models.clock import SetClock
from tests.exports.issued_room import chair, room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
LATER = "From now on everybody signs."


def printed(room: RunningRoom) -> str:
    parts = parts_of(minutes.compose(making_of(Audiences(room.workspace, room.meeting)).papers))
    return "\n".join(line for part in parts for line in (part.title, *part.lines))


def read(room: RunningRoom) -> dict[str, str]:
    return dict(room.workspace.read.meeting(room.meeting).words_read)


@pytest.fixture
def work(room: RunningRoom):
    room.workspace.panel.set_wording("confidentiality", "Nothing leaves the {area} room.")
    room.workspace.panel.change_panel(area="Northmoor")
    return room.workspace


def test_the_words_are_kept_as_the_statement_is_read(room, work) -> None:
    assert read(room) == {}
    work.conduct.read_script(room.meeting, "Jane Khan")
    assert read(room)["confidentiality"] == "Nothing leaves the Northmoor room."
    assert "read_back" not in read(room)
    work.panel.set_wording("confidentiality", LATER)
    assert "Nothing leaves the Northmoor room." in printed(room) and LATER not in printed(room)


def test_what_is_taken_back_is_read_no_more(room, work) -> None:
    work.conduct.read_script(room.meeting, "Jane Khan")
    work.store.undo()
    work.panel.set_wording("confidentiality", LATER)
    assert read(room) == {} and LATER in printed(room)


def test_read_again_it_is_kept_in_the_words_of_then(room, work) -> None:
    work.conduct.read_script(room.meeting, "Jane Khan")
    work.panel.set_wording("confidentiality", LATER)
    work.conduct.read_script(room.meeting, "Jane Khan")
    assert LATER in printed(room)


def test_a_closed_meeting_keeps_the_words_of_its_day_though_nobody_said_they_were_read(
    room, work
) -> None:
    work.conduct.close(room.meeting)
    work.panel.set_wording("confidentiality", LATER)
    work.panel.set_wording("read_back", LATER)
    work.conduct.read_script(room.meeting, "Jane Khan")
    assert LATER not in read(room).values() and LATER not in printed(room)
    work.panel.change_panel(area="Southmoor")
    assert "Nothing leaves the Northmoor room." in printed(room)


def test_a_correction_says_what_was_read_under_the_headings_of_the_version_before(
    room, work, clock: SetClock
) -> None:
    work.panel.set_wording("heading.minutes.confidentiality", "What was read")
    work.conduct.close(room.meeting)
    version = work.minutes.draft(room.meeting)
    work.panel.set_wording("heading.minutes.confidentiality", "Read aloud")
    assert "Read aloud" in printed(room)  # a draft is laid out as Settings say
    chair(room).minutes.approve(version)
    versions.keep_words(work, room.meeting)
    clock.set(datetime(2027, 3, 1, 9))
    work.panel.set_wording("heading.minutes.confidentiality", "Secrecy")
    work.panel.set_wording("confidentiality", LATER)
    work.panel.set("section.V", "Young people")
    work.minutes.correct(version, "The venue.")
    told = printed(room)
    assert "Read aloud" in told and "Nothing leaves the Northmoor room." in told
    assert "Secrecy" not in told and LATER not in told and "Young people" not in told


def test_an_extract_of_an_old_meeting_keeps_the_statement_of_then(room, work) -> None:
    def statement() -> str:
        read = Audiences(work, room.meeting).panel
        return read.papers_of_children((room.child_item,), ())[0].statement

    work.panel.set_wording("extract_statement", "For this child's file.")
    work.conduct.close(room.meeting)
    version = work.minutes.draft(room.meeting)
    chair(room).minutes.approve(version)
    versions.keep_words(work, room.meeting)
    work.panel.set_wording("extract_statement", LATER)
    assert statement() == "For this child's file."
