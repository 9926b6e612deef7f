"""A room whose minutes are approved and confirmed, with addresses: what an issue starts from."""

from collections.abc import Iterator
from datetime import date

import pytest

from exports import issue
from models.clock import SetClock
from models.marks import Information, Role, Sharing
from models.records.minutes_issued import IssueRow
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.models.services.rooms import RunningRoom, running_room

WORDS = "correct horse battery"


@pytest.fixture
def room(clock: SetClock) -> Iterator[RunningRoom]:
    made = running_room(clock, begun=_said)
    yield made
    made.workspace.close()


def _said(made: RunningRoom) -> None:
    """What a meeting says of which something is issued, and where it goes."""
    conduct, panel = made.workspace.conduct, made.workspace.panel
    conduct.decide(made.child_item, "REMAIN", "Risk continues", review_on=date(2026, 12, 24))
    conduct.recommend(made.child_item, "Add a weekly check-in", to_plan="CP")
    conduct.record_action(made.child_item, "Meet Robin weekly", owner_id=made.manager)
    conduct.say(
        made.child_item,
        made.police,
        "Seen in a car on Friday",
        information=Information.INTELLIGENCE,
        sharing=Sharing.NAMED_AGENCIES,
        shared_with=(made.health,),
    )
    panel.change_member(made.detective, email="j.khan@police.example")
    panel.change_member(made.nurse, email="ann@health.example")
    panel.change_agency(made.police, secure_mail=True, email_domain="police.example")


def chair(room: RunningRoom) -> Workspace:
    return Workspace(room.workspace.store, Person(None, "Sam Lee", Role.CHAIR))


def approve(room: RunningRoom) -> int:
    version = room.workspace.minutes.draft(room.meeting)
    chair(room).minutes.approve(version)
    return version


def confirm_all(room: RunningRoom) -> None:
    for one in issue.documents(room.workspace, room.meeting):
        if one.needs_confirming:
            room.workspace.minutes.confirm(room.meeting, one.name, one.digest)


def log(room: RunningRoom) -> tuple[IssueRow, ...]:
    return room.workspace.read.issues(room.meeting)


def states(room: RunningRoom) -> set[str]:
    return {one.state for one in log(room)}
