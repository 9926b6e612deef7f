"""Groups of children that the database tells stand as each child's own standing says."""

from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.entities import Assessment, Exploitation, SameAs
from models.queries.standing_groups import left_out, standing_groups, types_worded
from models.queries.tracked import tracked
from models.records.reader import Reader
from models.storage.store import Store
from tests.models.queries.performance_made import DAYS, FIRST, NOW, Panel

READER = Reader(now=NOW)
TYPES = ("County lines", "CSE", "Cannabis cultivation")


def is_other(worded: str) -> bool:
    return worded not in ("CSE", "Child sexual exploitation")


def is_sexual(worded: str) -> bool:
    return not is_other(worded)


@pytest.fixture(scope="module")
def session():
    store = Store.memory(SetClock(NOW))
    panel = Panel(store)
    with store.work("more", "More") as made:
        for at, child in enumerate(panel.children):
            made.add(Exploitation(child_id=child.id, worded=TYPES[at % 3],
                                  since=FIRST + timedelta(days=at)))  # fmt: skip
            made.add(Assessment(child_id=child.id, assessed_on=FIRST + timedelta(days=2 * at),
                                scheme_code="rfm" if at % 2 else None))  # fmt: skip
        for other, lead in ((3, 4), (9, 2)):
            joined = {"lead_id": panel.children[lead].id, "other_id": panel.children[other].id}
            made.add(SameAs(**joined, same=True))
    with store.reading() as found:
        yield found
    store.close()


@pytest.mark.parametrize("day", range(0, DAYS, 28))
def test_every_child_stands_in_the_group_of_its_own_standing(session, day):
    on = FIRST + timedelta(days=day)
    held = tracked(session, READER, on)
    groups = standing_groups(session, READER, on, *types_worded(session, is_other, is_sexual))
    told = {child: one for one in groups for child in one.children}
    assert set(told) == set(held)
    for child, has in held.items():
        one = told[child]
        assert (one.district, one.category, one.plan, one.plan_code) == (
            has.district, has.category, has.plan, has.plan_code)  # fmt: skip
        assert one.in_date is not has.assessment_overdue
        assert one.sexual is (not has.category and any(map(is_sexual, has.types)))
        assert one.other is (has.other_exploitation or any(map(is_other, has.types)))


def test_a_child_of_a_declared_interest_is_in_no_group_and_is_said_to_be_left_out(session):
    on = date(2026, 9, 30)
    child = next(iter(tracked(session, READER, on)))
    reader = Reader(now=NOW, conflicted_subjects=frozenset({child}))
    groups = standing_groups(session, reader, on, ())
    counted = [one for group in groups for one in group.children]
    assert child not in counted
    assert left_out(session, reader, on, len(counted)) == 1
    assert left_out(session, READER, on, len(tracked(session, READER, on))) == 0
