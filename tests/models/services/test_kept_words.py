"""A line typed in the room and kept: every word that carries meaning is in what was written."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.errors import Refusal
from models.rules.capture import read_line
from models.storage.tables import change
from tests.models.services.rooms import RunningRoom, running_room

# What is looked for is what the line says beside names, dates and the words that join.
LINES = {
    "risk high, seen again with older men": "seen again older men",
    "risk up from medium to high because a second phone was found": "second phone found",
    "dec remain on panel, two new adults named": "two new adults named",
    "dec remain on panel, police still looking because the phone is locked, review 18 Dec": (
        "police still looking phone locked 2026-12-18"
    ),
    "dec Khan uneasy but remain on panel": "khan uneasy",
    "rev 18 Dec with the school present": "school present 2026-12-18",
    "d CAWN on Darren Pike, not to come near the school": "near the school",
    "d CAWN on Darren Pike by Fri, Khan": "Jane Khan Child Abduction",
    "d stern words at the barber, Police": "stern words barber",
    "r Health to offer a second appointment by 4 Dec": "ann patel second appointment 2026-12-04",
    "r Khan to share the safety plan": "Jane Khan share safety plan",
    "lin Darren Pike exploits Robin Ashdown, seen in the same car": "seen same car",
    "a Khan to ring the placement, ask for the night manager": "night manager",
    "a ask for CCTV of the arcade": "CCTV arcade",
    "n Police: seen at the arcade with a man in a grey van": "arcade man grey van",
    "urg Robin is with him now, 999 rung 10:42, ref 551": "999 rung 10:42 551",
    "dcl Khan taught the sister": "taught sister",
    "u no word from the landlord yet": "landlord",
    "voice: he wants to see his gran": "wants to see his gran",
    "for the file: safety plan renewed": "safety plan renewed",
    "analysis: the arcade again": "arcade again",
}


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock)
    yield made
    made.workspace.close()


def keep(room: RunningRoom, line: str) -> str:
    """Keep a line and give all that it wrote."""
    store, before = room.workspace.store, room.workspace.store.last_operation
    context = room.workspace.read.capture_context(room.meeting, room.child_item)
    for reading in read_line(line, context):
        room.workspace.conduct.keep_line(room.child_item, reading)
    with store.reading() as session:
        written = select(change.c.after).where(change.c.operation > before)
        return " ".join(one or "" for one in session.scalars(written)).lower()


@pytest.mark.parametrize(("line", "meant"), LINES.items(), ids=lambda text: text[:40])
def test_no_word_of_a_kept_line_is_lost(room: RunningRoom, line: str, meant: str) -> None:
    written = keep(room, line)
    assert [word for word in meant.lower().split() if word not in written] == []


@pytest.mark.parametrize(
    "line",
    [
        "dec remain on panel, chair only",
        "risk high, police only",
        "rev 18 Dec, chair only",
        "r Khan to move him, chair only",
    ],
)
def test_what_is_minuted_for_all_is_refused_where_it_is_meant_for_some(
    room: RunningRoom, line: str
) -> None:
    with pytest.raises(Refusal, match="take the mark out"):
        keep(room, line)


def test_a_link_marked_for_the_chair_is_kept_for_the_chair(room: RunningRoom) -> None:
    assert "chair only" in keep(room, "lin Darren Pike exploits Robin Ashdown, chair only")
