"""Whether a sentence without a first word asks somebody for something."""

from dataclasses import replace

import pytest

from models.rules.capture import CaptureKind, read_line
from tests.models.rules.capture.room import AIDAN, ROOM, read


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("can Fairhurst ring the school by Fri", "Shanice Fairhurst", "Ring the school"),
        ("ask Fairhurst to ring the school by Fri", "Shanice Fairhurst", "Ring the school"),
        ("Fairhurst, can you ring the school by Fri", "Shanice Fairhurst", "Ring the school"),
        ("Fairhurst has agreed to ring the school", "Shanice Fairhurst", "Ring the school"),
        ("Fairhurst's going to ring the school", "Shanice Fairhurst", "Ring the school"),
        ("It was agreed that Dobson would ring the school", "Kai Dobson", "Ring the school"),
        ("ok so that's Dobson for the letter by Fri", "Kai Dobson", "The letter"),
        ("Ring the school by Friday - Dobson", "Kai Dobson", "Ring the school"),
        ("1. Dobson to ring the school", "Kai Dobson", "Ring the school"),
        ("Dobson -> ring the school by Fri", "Kai Dobson", "Ring the school"),
        ("Dobson'll ring the school", "Kai Dobson", "Ring the school"),
    ],
)
def test_what_is_asked_in_any_words_is_an_action(line: str, owner: str, text: str) -> None:
    reading = read(line)
    assert reading.kind is CaptureKind.ACTION
    assert (reading.owner and reading.owner.name, reading.text) == (owner, text)
    assert not reading.chips[0].sure


@pytest.mark.parametrize(
    "line",
    [
        "Dobson agreed to meet them last week but nobody came",
        "Dobson was to ring mum but did not get through",
        "Dobson will be on leave until Friday",
        "police to court on Friday?",
        "licensing will need consent",
        "would health see her again?",
        "school should have told us",
        "Dobson to Leeds on Friday",
        "health can confirm she attended",
        "Visit on Friday went well",
        "school said they would ring mum on Monday",
    ],
)
def test_what_is_told_stays_a_note_with_all_its_words(line: str) -> None:
    reading = read(line)
    assert reading.kind is CaptureKind.NOTE
    assert reading.text == line[:1].upper() + line[1:]
    assert reading.due is None


def test_what_may_be_an_action_is_kept_as_a_note_that_says_so() -> None:
    reading = read("health to start at ten from Monday")
    assert reading.kind is CaptureKind.NOTE
    perhaps = [chip for chip in reading.chips if chip.label == "perhaps"]
    assert [(chip.value, chip.sure) for chip in perhaps] == [("action", False)]
    assert not any(chip.label == "perhaps" for chip in read("Seen in town on Monday").chips)


@pytest.mark.parametrize(
    ("called", "line", "kind"),
    [
        ("he", "Yates says she'll ring mum tomorrow", CaptureKind.ACTION),
        ("she", "Yates says she'll ring mum tomorrow", CaptureKind.NOTE),
        ("", "Yates says she'll ring mum tomorrow", CaptureKind.NOTE),
        ("", "Yates says she'll chase the file tomorrow", CaptureKind.ACTION),
        ("she", "Yates says she'll go round to nan's tonight", CaptureKind.NOTE),
        ("he", "Yates says she'll go round to nan's tonight", CaptureKind.ACTION),
        ("he", "Yates says he'll go round to nan's tonight", CaptureKind.NOTE),
        ("he", "Yates says she'll ring mum", CaptureKind.NOTE),
    ],
)
def test_what_somebody_here_says_they_will_do_is_theirs_unless_the_child_may_be_meant(
    called: str, line: str, kind: CaptureKind
) -> None:
    room = replace(ROOM, subject=replace(AIDAN, called=called))
    reading = read(line.replace("Yates", "Daisy Yates"), room)
    assert reading.kind is kind
    perhaps = any(chip.label == "perhaps" for chip in reading.chips)
    assert perhaps is (kind is CaptureKind.NOTE)


def test_a_note_typed_as_one_is_never_perhaps_an_action() -> None:
    reading = read("n health to start at ten from Monday")
    assert not any(chip.label == "perhaps" for chip in reading.chips)


def test_what_a_room_has_told_already_does_not_grow_without_end() -> None:
    for number in range(600):
        read_line(f"seen {number} times", ROOM)
    assert len(ROOM.settled) < 300
    assert len(ROOM.days) < 300
