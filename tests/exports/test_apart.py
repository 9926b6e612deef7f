"""Who declared an interest reads nothing of the child in what is told of others either."""

import io
from datetime import datetime

import docx
import pytest

from exports.audience import Audiences
from exports.making import making_of
from exports.meeting_documents import minutes_sheets
from models.clock import SetClock
from tests.exports import reading
from tests.models.services.rooms import running_room

SAID = (
    ("Stopped with Faith on Sunday", "Stopped with another young person A on Sunday"),
    ("Fay told her not to talk", "Another young person A told her not to talk"),
    ("“Fay is my mate.”", "“Another young person A is my mate.”"),
    ("Robin came", "R.A. came"),
)


@pytest.fixture(scope="module")
def apart() -> str:
    room = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    register, conduct = room.workspace.register, room.workspace.conduct
    faith = register.add_child("Faith Long", system_id="LCS2")
    register.add_alias(faith, "Fay", "nickname")
    item = conduct.add_item(room.meeting, faith)
    conduct.declare(room.meeting, room.detective, "Knows the family", item)
    conduct.write(room.child_item, "analysis", ". ".join(said for said, _ in SAID), "")
    sheets = minutes_sheets(making_of(Audiences(room.workspace, room.meeting)))
    found = next(one for one in sheets if one.name.startswith("minutes-without"))
    return reading.text(docx.Document(io.BytesIO(found.sheet.to_bytes())))


@pytest.mark.parametrize("told", [told for _, told in SAID])
def test_a_first_name_that_is_a_word_and_another_name_are_nobodys_initials(
    apart: str, told: str
) -> None:
    assert told in apart and "F.L." not in apart
