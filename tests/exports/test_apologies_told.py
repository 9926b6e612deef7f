"""Every paper of a meeting says the same of apologies, whatever of the information it holds."""

from datetime import date
from pathlib import Path

import docx

from exports import issue
from tests.exports import reading
from tests.exports.issued_room import room
from tests.models.services.papers.made import agency_return
from tests.models.services.rooms import RunningRoom

__all__ = ["room"]
NEXT = date(2026, 12, 24)
LINE = ("03/11/2026", "Phone found.", "Fact", "All panel")
SENT, NOT_SENT = "Apologies, information sent", "Apologies, no information sent"


def returned_for_the_child(room: RunningRoom) -> None:
    """The police wrote about the child, and stand as having sent nothing."""
    form = agency_return("Police", {"Robin Ashdown": [LINE]})
    room.workspace.papers.import_files([("police.docx", form)])
    room.workspace.conduct.attend(room.meeting, room.detective, "N")


def said(path: Path) -> str:
    return reading.text(docx.Document(str(path)))


def test_papers_without_the_item_that_an_agency_wrote_about_say_that_it_wrote(
    room: RunningRoom, tmp_path: Path
) -> None:
    work = room.workspace
    returned_for_the_child(room)
    guest = work.panel.add_member("Finley Jankowski", room.council)
    work.agenda.invite(room.person_item, member_id=guest)
    work.conduct.declare(room.meeting, room.nurse, "Knows the family", room.child_item)
    work.conduct.open_item(room.person_item)
    issue.write_meeting(work, room.meeting, tmp_path, reason="Looked at")
    for name in ("minutes.docx", "minutes-item-O1.docx", "minutes-without-V1.docx"):
        told = said(tmp_path / name)
        assert SENT in told and NOT_SENT not in told, name
    for name in ("minutes-item-O1.docx", "minutes-without-V1.docx"):
        assert "Phone found" not in said(tmp_path / name)


def test_so_do_the_last_minutes_in_the_next_pack(room: RunningRoom, tmp_path: Path) -> None:
    work = room.workspace
    returned_for_the_child(room)
    work.conduct.declare(room.meeting, room.nurse, "Knows the family", room.child_item)
    work.conduct.close(room.meeting, NEXT)
    following = work.read.meeting_on(NEXT)
    assert following is not None
    work.agenda.add(following.id, room.child)
    made = {one.name: one for one in issue.before(work, following.id)}
    packs = [name for name in made if name.startswith("agenda-pack") and "last" not in name]
    assert len(packs) > 1
    for name in packs:
        (tmp_path / name).write_bytes(made[name].make(None))
        told = said(tmp_path / name)
        assert NOT_SENT not in told and ("annex" in name or SENT in told), name
