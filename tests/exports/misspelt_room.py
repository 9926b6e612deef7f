"""A room whose every free text holds names of others with a slip of the fingers in them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.clock import SetClock
from models.marks import Information, Sharing
from tests.models.services.rooms import RunningRoom, running_room

NAMES = ("Lee Marsh", "Erin O'Brien", "Callum Wright")
SLIPS = ("Lee Mash", "Mash, Lee", "LEE MRASH", "Erin OBrian’s", "Rein O'Brien", "Callum Right")
PAIRS = ("lee mash", "mash lee", "lee mrash", "erin obrian", "rein obrien", "callum right")
TEXTS = ("presentation", "analysis", "voice", "parents_view", "protective", "for_file")


def misspelt_room(
    clock: SetClock, kind: str, *, linked: bool, written: Sequence[str] = SLIPS
) -> RunningRoom:
    """A room that speaks of three others on record, so `written`, wherever anything is written."""
    room = running_room(clock)
    register = room.workspace.register
    for number, name in enumerate(NAMES):
        other = (
            register.add_person(name, status="active")
            if kind == "person_of_concern"
            else register.add_child(name, system_id=f"LCS9{number}")
        )
        if linked:
            register.link(other, "associates", room.child, source="police")
    _said(room, [f"Out walking with {one} near it" for one in written])
    return room


def _said(room: RunningRoom, lines: Sequence[str]) -> None:
    said = ". ".join(lines)
    conduct, item, agenda = room.workspace.conduct, room.child_item, room.workspace.agenda
    for field in ("reason", "ask"):
        agenda.change_item(item, field, said)
    for field in TEXTS:
        conduct.write(item, field, said, None)
    for sharing, readers in _readers(room):
        conduct.say(item, room.police, said, sharing=sharing, shared_with=readers)
    conduct.say(room.person_item, room.police, said, information=Information.INTELLIGENCE)
    conduct.judge_risk(item, "medium", rationale=said, dissent=said)
    conduct.decide(item, "REMAIN", said, review_on=date(2026, 12, 24), dissent=said)
    conduct.tell(item, "child", "Sam Lee", date(2026, 11, 20), said, said, safe_to_write=True)
    conduct.tell(item, "mother", "Sam Lee", date(2026, 11, 20), said, said, safe_to_write=True)
    conduct.disrupt(room.person_item, "CAWN", lead_agency_id=room.council, conditions=said)
    for line in lines:
        _agreed(room, line)
    conduct.previous_minutes(room.meeting, None, True, said)
    conduct.other_business(room.meeting, said)
    conduct.declare(room.meeting, room.nurse, said)


def _agreed(room: RunningRoom, line: str) -> None:
    conduct = room.workspace.conduct
    told: dict[str, Any] = {"success": line, "due_on": date(2026, 11, 1)}
    for item, owner in ((room.child_item, room.manager), (room.person_item, room.detective)):
        action = conduct.record_action(item, line, owner_id=owner, **told)
        conduct.update_action(action, "in progress", line, meeting_id=room.meeting)
    conduct.record_action(room.child_item, line, owner="Jo Parry, Community Guardian")
    conduct.recommend(room.child_item, line, to_plan="CP", outcome=line, evidence=line)


def _readers(room: RunningRoom) -> tuple[tuple[Sharing, tuple[int, ...]], ...]:
    return (
        (Sharing.ALL_PANEL, ()),
        (Sharing.NAMED_AGENCIES, (room.health,)),
        (Sharing.CHAIR_ONLY, ()),
    )
