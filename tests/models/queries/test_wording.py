"""How many of a meeting's kept texts hold words that blame or that say too little."""

from collections.abc import Iterator

import pytest

from models.clock import SetClock
from models.marks import Sharing
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def test_kept_texts_with_words_in_question_are_counted(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    before = room.workspace.read.words_in_question(room.meeting)
    conduct.say(room.child_item, room.police, "He is streetwise and absconded")
    conduct.say(room.child_item, room.police, "Seen in town")
    conduct.write(room.child_item, "analysis", "A lifestyle choice")
    conduct.write(room.child_item, "voice", "I am streetwise")
    conduct.write(room.child_item, "parents_view", "Mum says he is “streetwise”")
    conduct.record_action(room.child_item, "Monitor the address", owner_id=room.detective)
    conduct.record_action(room.child_item, "Visit the address", owner_id=room.detective)
    after = room.workspace.read.words_in_question(room.meeting)
    assert (after.texts - before.texts, after.blaming - before.blaming) == (6, 2)
    assert (after.agreed - before.agreed, after.weak - before.weak) == (2, 1)


def test_a_text_mended_or_taken_back_counts_no_longer(room: RunningRoom) -> None:
    conduct, read = room.workspace.conduct, room.workspace.read
    line = conduct.say(room.child_item, room.police, "He is streetwise")
    assert read.words_in_question(room.meeting).blaming == 1
    conduct.change_line(line, text="He has had to learn to survive")
    assert read.words_in_question(room.meeting).blaming == 0
    conduct.change_line(line, text="He is streetwise")
    conduct.withdraw_line(line)
    assert read.words_in_question(room.meeting).blaming == 0


def test_only_what_the_reader_may_read_is_counted(room: RunningRoom) -> None:
    conduct = room.workspace.conduct
    conduct.say(room.child_item, room.police, "He is streetwise", sharing=Sharing.CHAIR_ONLY)
    heard = room.workspace.read_as(room.workspace.room_reader(room.meeting, room.child_item))
    assert heard.words_in_question(room.meeting).texts == 0
    assert room.workspace.read.words_in_question(room.meeting).texts == 1
