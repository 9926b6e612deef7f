"""A meeting whose minutes were written to a folder, as they may come back changed."""

from dataclasses import dataclass
from datetime import date, datetime

from exports.meeting_documents import meeting_documents
from exports.readying import make_with
from exports.returned.edits import Edit, Kind, Returned
from exports.returned.keeping import keep_written
from exports.returned.reading import change_of, read_returned
from models.clock import SetClock
from models.marks import Information, Sharing
from tests.exports.returned.edited_file import EditedFile
from tests.models.services.rooms import RunningRoom, running_room

HELD = datetime(2026, 11, 12, 9, 30)


@dataclass
class WrittenRoom:
    """The room, and its minutes as they were written."""

    room: RunningRoom
    blob: bytes

    def file(self) -> EditedFile:
        return EditedFile(self.blob)

    def back(self, file: EditedFile | bytes) -> Returned:
        blob = file if isinstance(file, bytes) else file.blob
        return read_returned(self.room.workspace, self.room.meeting, blob)

    def edits(self, file: EditedFile | bytes) -> tuple[Edit, ...]:
        return self.back(file).edits

    def take(self, file: EditedFile) -> None:
        """All that can be taken in, as one step."""
        taken = [one for one in self.edits(file) if one.open and one.kind is not Kind.COMMENT]
        self.room.workspace.conduct.take_in([change_of(one) for one in taken])


def spoken(room: RunningRoom) -> None:
    """What was said and decided on the child's item."""
    conduct, item = room.workspace.conduct, room.child_item
    conduct.write(item, "presentation", "robin ashdown was referred by school.\nA car was seen.")
    conduct.write(item, "voice", "I am frightened of Darren Pike")
    conduct.write(item, "analysis", "Debt drives the risk for Robin.")
    for agency, text, kind in (
        (room.police, "seen at the station with older men", Information.FACT),
        (room.police, "he carries for others", Information.OPINION),
        (room.health, "missed two appointments", Information.FACT),
    ):
        conduct.say(item, agency, text, information=kind)
    conduct.say(item, room.police, "For the chair alone", sharing=Sharing.CHAIR_ONLY)
    conduct.judge_risk(item, "High", rationale="new debt")
    conduct.decide(item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    conduct.recommend(item, "Add a weekly check-in", to_plan="CP")
    conduct.record_action(item, "Meet Robin weekly", owner_id=room.manager)


def written_room() -> WrittenRoom:
    """Minutes of a small meeting, written and not yet changed."""
    room = running_room(SetClock(HELD))
    spoken(room)
    return WrittenRoom(room, written(room))


def written(room: RunningRoom) -> bytes:
    """The minutes as they are written now."""
    made = next(meeting_documents(make_with(room.workspace, room.meeting)))
    keep_written(room.workspace, room.meeting, [made])
    return made.make(None)
