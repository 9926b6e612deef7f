"""What comes again across cases: places discussed anew, groups with somebody new."""

from datetime import date, time

from models.clock import SetClock
from models.entities import (
    AgendaItem,
    Child,
    Group,
    GroupAssessment,
    GroupMember,
    Link,
    Meeting,
    PanelSeries,
    Place,
)
from models.queries.performance import performance
from models.records.reader import Reader
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON


def told(store: Store) -> dict[str, tuple[int | float | None, ...]]:
    with store.reading() as session:
        found = performance(session, Reader(now=NOW), ON)
    return {one.label: one.values for one in found.rows if one.section == "Across cases"}


def test_a_place_comes_again_with_its_second_meeting() -> None:
    store = Store.memory(SetClock(NOW))
    with store.work("make", "Make") as session:
        series, arcade, park = PanelSeries(name="Panel"), Place(label="Arcade"), Place(label="Park")
        session.add_all([series, arcade, park])
        session.flush()
        for day, places in ((date(2026, 8, 3), (arcade,)), (date(2026, 10, 5), (arcade, park))):
            meeting = Meeting(series_id=series.id, held_on=day, starts=time(9), ends=time(12),
                              state="closed")  # fmt: skip
            session.add(meeting)
            session.flush()
            session.add_all(
                AgendaItem(meeting_id=meeting.id, section="L", position=at, subject_id=one.id,
                           state="discussed")
                for at, one in enumerate(places)
            )  # fmt: skip
    assert told(store)["Places discussed again"] == (1, 0)
    store.close()


def test_a_group_with_a_member_more_than_before_is_counted_and_one_with_fewer_is_not() -> None:
    store = Store.memory(SetClock(NOW))
    with store.work("make", "Make") as session:
        group, *kids = Group(label="Mill Lane"), *(Child(label=f"Child {n}") for n in range(2))
        session.add_all([group, *kids])
        session.flush()
        links = [Link(from_id=one.id, to_id=group.id, relation="member of") for one in kids]
        session.add_all(links)
        session.flush()
        for day, members in (
            (date(2026, 7, 6), links[:1]),
            (date(2026, 8, 3), links),
            (date(2026, 10, 5), links[1:]),
        ):
            made = GroupAssessment(group_id=group.id, assessed_on=day, made_at=NOW)
            session.add(made)
            session.flush()
            session.add_all(GroupMember(assessment_id=made.id, link_id=one.id) for one in members)
    assert told(store)["Groups with somebody new"] == (0, 1)
    store.close()
