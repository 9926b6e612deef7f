"""Who was put on an agency for one meeting is sent papers as of that agency."""

from exports.audience import Audiences
from exports.recipients import Recipients
from models.rules.recipients import ON_NO_LIST
from tests.exports.issued_room import room
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]


def test_who_was_put_on_an_agency_for_the_meeting_is_on_its_list(room: RunningRoom) -> None:
    workspace = room.workspace
    taker = workspace.panel.add_member("Shanice Fairhurst", role="Minute taker")
    workspace.conduct.sits_for(room.meeting, taker, room.council)
    recipients = Recipients(Audiences(workspace, room.meeting))
    (mine,) = (one for one in recipients.of_agencies([room.council]) if one.name.startswith("Sha"))
    assert mine.agency == "Children's social care"
    assert not any(ON_NO_LIST in one for one in recipients.doubts_of_agencies([room.council]))
