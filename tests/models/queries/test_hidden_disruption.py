"""A measure, plan or action that a reader may not see changes nothing that the reader sees."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.clock import SetClock
from models.marks import Role, Sharing
from models.records.reader import Reader
from tests.models.services.rooms import RunningRoom, running_room

NEXT = date(2026, 12, 10)
KINDS = ("disrupt", "plan", "action", "registered", "breached", "expiring", "moved", "linked")
PLANS = {"moved": "of the place", "registered": "of the place"}
"""Kinds that open a plan about the place: only one is open at a time."""
CODES = ("CP10", "MS06", "AS07", "SX02")


class Watched:
    """A panel with a plan and measures for all, and what one agency's member sees of it."""

    def __init__(self, room: RunningRoom) -> None:
        self.room, work = room, room.workspace
        self.place = work.register.add_place("Harbour Park")
        self.theme = work.register.add_theme("Vapes")
        self.other = work.register.add_child("Tia Byrne", birth_date=date(2012, 3, 4))
        self.plan = work.disruption.open_plan(room.person, objective="Keep him away")
        first = work.disruption.add_measure(self.plan, "CP10")
        work.disruption.move_measure(first, "served", until=NEXT + timedelta(days=9))
        work.conduct.disrupt(room.person_item, "SX02", lead_agency_id=room.police)
        work.conduct.record_action(room.person_item, "Serve STRO", measure_code="MS06")
        self.next = work.agenda.plan_meeting(NEXT)
        self.reader = Reader(
            now=work.store.clock.now(),
            role=Role.MEMBER,
            name="Nurse",
            member_id=room.nurse,
            agency_ids=(room.health,),
        )

    def seen(self) -> tuple[Any, ...]:
        """Everything of disruption that the member reads."""
        read = self.room.workspace.read_as(self.reader)
        plans = read.plans()
        return (
            plans,
            [read.plan(one.id) for one in plans],
            read.measures(),
            [read.measure_detail(one.id) for one in read.measures()],
            read.named_measures(),
            read.today(),
            read.pool(self.next),
            read.item(self.room.person_item),
            read.history(self.room.person),
            read.history(self.room.child),
            read.history(self.place),
            read.history(self.theme),
            read.timeline((self.room.person, self.room.child, self.other, self.place)),
        )

    def hide(self, kind: str, code: str, sharing: Sharing) -> None:
        """One thing that the member may not read."""
        room, work = self.room, self.room.workspace
        named = (room.police,) if sharing is Sharing.NAMED_AGENCIES else ()
        shared: dict[str, Any] = {"sharing": sharing, "shared_with": named}
        if kind == "plan":
            work.disruption.open_plan(self.theme, objective="Watch it", **shared)
        elif kind in ("action", "registered"):
            action = work.conduct.record_action(
                room.person_item, "Obtain it", measure_code=code, subject_id=self.place, **shared
            )
            if kind == "registered":
                work.disruption.register_action(action)
        elif kind == "moved":
            plan = work.disruption.open_plan(self.place, **shared)
            work.disruption.displaced(plan, room.person)
            work.disruption.protect(plan, self.other)
        elif kind == "linked":
            work.register.link(
                room.person, "exploits", self.other, confidence="suspected", source="x", **shared
            )
            work.conduct.disrupt(room.person_item, code, protects=(self.other,), **shared)
        else:
            measure = work.conduct.disrupt(
                room.person_item, code, lead_agency_id=room.council, **shared
            )
            if kind == "breached":
                work.disruption.move_measure(measure, "served", until=NEXT)
                work.disruption.move_measure(measure, "breached", what="Seen", done="Arrested")
            if kind == "expiring":
                work.disruption.move_measure(measure, "granted", until=NEXT + timedelta(days=2))


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    room = running_room(SetClock(datetime(2026, 11, 12, 9, 30)))
    yield Watched(room)
    room.workspace.close()


HIDDEN = st.tuples(
    st.sampled_from(KINDS),
    st.sampled_from(CODES),
    st.sampled_from((Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES)),
)


@settings(max_examples=4, deadline=None)
@given(
    things=st.lists(HIDDEN, min_size=1, max_size=3, unique_by=lambda one: PLANS.get(one[0], one[0]))
)
def test_what_is_hidden_changes_no_count_and_no_word(
    watched: Watched, things: list[tuple[str, str, Sharing]]
) -> None:
    store = watched.room.workspace.store
    before, began = watched.seen(), store.last_operation
    chair = len(watched.room.workspace.read.measures() + watched.room.workspace.read.plans())
    for kind, code, sharing in things:
        watched.hide(kind, code, sharing)
    assert watched.seen() == before
    plainly = [one for one in things if one[0] not in ("action",)]
    more = len(watched.room.workspace.read.measures() + watched.room.workspace.read.plans())
    assert more > chair or not plainly
    steps = store.last_operation - began
    for _ in range(steps):
        store.undo()


def test_a_measure_hidden_later_is_as_if_it_had_never_been_entered(watched: Watched) -> None:
    work, before = watched.room.workspace, watched.seen()
    (named,) = work.read.named_measures()
    measure = work.disruption.register_action(named.action_id)
    work.disruption.change_measure(measure, sharing=Sharing.CHAIR_ONLY.value)
    assert watched.seen() == before
    work.store.undo()
    work.store.undo()


@pytest.mark.parametrize("sharing", [Sharing.CHAIR_ONLY, Sharing.NAMED_AGENCIES])
def test_all_kinds_of_hidden_things_at_once_leave_the_pages_as_they_were(
    watched: Watched, sharing: Sharing
) -> None:
    store = watched.room.workspace.store
    before, began = watched.seen(), store.last_operation
    for kind in KINDS:
        if kind != "moved":
            watched.hide(kind, "AS07", sharing)
    assert watched.seen() == before
    for _ in range(store.last_operation - began):
        store.undo()
