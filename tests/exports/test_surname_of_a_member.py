"""Minutes where a member and a child bear one surname: neither is taken for the other."""

import io
from datetime import datetime

import docx
import pytest

from exports.audience import Audiences
from exports.making import making_of
from exports.meeting_documents import minutes_sheets
from models.clock import SetClock
from models.rules.spoken_of import NOT_SURE
from tests.exports import reading
from tests.models.services.rooms import running_room

SAID = (
    ("Khan to sort by 18/12", "Khan to sort by 18/12"),
    ("Khan no interest", "Khan no interest"),
    ("Later seen with Khan", f"Later seen with K. {NOT_SURE}"),
    ("Told by Khan", f"Told by K. {NOT_SURE}"),
)


@pytest.fixture(scope="module")
def minutes() -> str:
    room = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    child = room.workspace.register.add_child("Bella Khan", system_id="LCS2")
    conduct = room.workspace.conduct
    conduct.add_item(room.meeting, child)
    conduct.write(room.child_item, "analysis", ". ".join(one for one, _ in SAID), "")
    found = minutes_sheets(making_of(Audiences(room.workspace, room.meeting)))
    sheet = next(one.sheet for one in found if one.name == "minutes.docx")
    return reading.text(docx.Document(io.BytesIO(sheet.to_bytes())))


@pytest.mark.parametrize("told", [told for _, told in SAID])
def test_the_member_stays_and_who_may_be_either_is_in_doubt(minutes: str, told: str) -> None:
    assert told in minutes


def test_the_childs_initials_are_only_where_the_child_is(minutes: str) -> None:
    line = next(one for one in minutes.splitlines() if "to sort by" in one)
    assert "B.K." not in line and "B.K." in minutes
