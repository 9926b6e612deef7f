"""What is compared of an item: the record, who referred the child, and agencies' lines."""

from datetime import timedelta

import pytest

from models.clock import SetClock
from models.entities import Referral
from models.marks import Information, Sharing
from models.queries.contradictions import ON_RECORD, contradictions
from models.records.reader import Reader
from tests.models.services.rooms import RunningRoom, running_room


@pytest.fixture
def room(clock: SetClock) -> RunningRoom:
    return running_room(clock)


def said(room: RunningRoom) -> dict[str, list[tuple[str, str]]]:
    """The facts on which sources differ, as the coordinator reads them."""
    found = room.workspace.read.contradictions(room.child_item)
    return {one.fact: [(each.source, each.value) for each in one.said] for one in found}


def test_the_record_and_an_agency_stand_side_by_side(room: RunningRoom) -> None:
    workspace = room.workspace
    child = workspace.read.child(room.child)
    workspace.register.change(room.child, "school", "Northmoor Academy", child.school)
    workspace.conduct.say(
        room.child_item, room.health, "DOB: 3/1/2011; attends Harbour College",
        information=Information.FACT,
    )  # fmt: skip
    assert said(room) == {
        "Date of birth": [(ON_RECORD, "02/01/2011"), ("Health", "03/01/2011")],
        "School or college": [(ON_RECORD, "Northmoor Academy"), ("Health", "Harbour College")],
    }


def test_a_line_that_a_reader_may_not_see_contradicts_nothing_for_them(room: RunningRoom) -> None:
    workspace = room.workspace
    for agency, words, sharing in (
        (room.police, "In contact with Darren Pike", Sharing.CHAIR_ONLY),
        (room.health, "No contact with Darren Pike", Sharing.ALL_PANEL),
    ):
        workspace.conduct.say(
            room.child_item, agency, words, information=Information.FACT, sharing=sharing
        )
    assert "In contact with Darren Pike" in said(room)
    reader = Reader(now=workspace.store.clock.now(), agency_ids=(room.health,))
    with workspace.store.reading() as session:
        assert not contradictions(session, reader, room.child_item)


def test_a_referral_counts_where_it_is_of_the_meetings_time(room: RunningRoom) -> None:
    workspace, today = room.workspace, room.workspace.store.clock.today()
    workspace.conduct.say(
        room.child_item, room.health, "Missing: 2 in the last 90 days",
        information=Information.FACT,
    )  # fmt: skip
    for days, differs in ((120, False), (20, True)):
        with workspace.store.work("test", "A referral") as session:
            session.add(
                Referral(
                    subject_id=room.child,
                    entered_at=workspace.store.clock.now(),
                    received_on=today - timedelta(days=days),
                    referrer_agency="Police",
                    missing_90_days=6,
                )
            )
        assert ("Times missing in the last 90 days" in said(room)) is differs
