"""How many children need assessing again is what their own pages say, one by one."""

from datetime import date, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.entities import Assessment, Child, ChildStatus, SameAs
from models.marks import Role
from models.queries.knowable import leads
from models.queries.reassessing import reassessments_due
from models.queries.standing import standings
from models.records.reader import Reader
from models.storage.store import Store

READER = Reader(now=datetime(2026, 11, 12, 9, 30), role=Role.ADMINISTRATOR, name="Ruth Abbot")
DAYS = st.sampled_from(
    [
        date(2026, 9, 1),
        date(2026, 10, 11),
        date(2026, 10, 12),
        date(2026, 11, 12),
        date(2026, 12, 1),
    ]
)
STATUSES = st.lists(st.tuples(st.none() | DAYS, st.booleans()), max_size=4)
ASSESSED = st.lists(st.tuples(st.none() | DAYS, st.sampled_from([None, "seraf"])), max_size=3)
CHILDREN = st.lists(st.tuples(STATUSES, ASSESSED), min_size=1, max_size=6)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHILDREN, st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=2))
def test_the_count_is_that_of_the_children_s_own_standings(
    store: Store, told: list, same: list
) -> None:
    ids = [_kept(store, *one) for one in told]
    pairs = {(ids[a % len(ids)], ids[b % len(ids)]) for a, b in same}
    _join(store, pairs)
    with store.reading() as session:
        folded, held = leads(session), standings(session, READER, None)
        due = {one for one, on in held.items() if on.on_tracker and on.assessment_overdue}
        assert reassessments_due(session, READER) == len({folded.get(one, one) for one in due})


def _kept(store: Store, statuses: list, assessed: list) -> int:
    with store.work("keep", "Keep") as session:
        child = Child(label="A child")
        session.add(child)
        session.flush()
        session.add_all(
            ChildStatus(child_id=child.id, since=since, on_tracker=on) for since, on in statuses
        )
        session.add_all(
            Assessment(child_id=child.id, assessed_on=on, scheme_code=code) for on, code in assessed
        )
        return child.id


def _join(store: Store, pairs: set) -> None:
    with store.work("join", "Join") as session:
        for lead, other in sorted(pairs):
            if lead < other:
                session.add(SameAs(lead_id=lead, other_id=other, same=True))
