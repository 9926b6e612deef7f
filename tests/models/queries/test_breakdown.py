"""Performance told apart by district, plan, age and agency makes up the whole, by plain SQL too."""

import pytest
from sqlalchemy import text

from models.clock import SetClock
from models.queries.breakdown import AGENCY, NO_AUTHORITY, WAYS, performance_by
from models.queries.grouped import age_band
from models.queries.quarterly import NONE_NAMED, UNALLOCATED, quarterly
from models.records.reader import Reader
from models.rules.breakdown import ALL
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON, Panel
from tests.models.queries.test_quarterly import districts, track

READER = Reader(now=NOW)
FIRST_DAY = "2026-10-01"


@pytest.fixture(scope="module")
def session():
    store = Store.memory(SetClock(NOW))
    Panel(store)
    with store.reading() as found:
        yield found
    store.close()


def told(session, way):
    found = performance_by(session, READER, ON, way)
    return found, {one.label: dict(zip(found.columns, one.values, strict=True))
                   for one in found.rows}  # fmt: skip


@pytest.mark.parametrize("way", [one.code for one in WAYS])
def test_the_groups_of_a_count_make_up_the_whole(session, way):
    table, _ = told(session, way)
    assert table.rows
    counts = [one for one in table.rows if all(basis.whole is None and not basis.amounts
                                               for basis in one.basis)]  # fmt: skip
    assert counts
    for one in counts:
        if one.values[0] is not None:
            assert one.values[0] == sum(one.values[1:]), one.label


def test_districts_are_those_of_the_quarterly_picture(store):
    track(store, *({"district": one} for one in ("Eden", "eden", "Barrow", "out of area", None)))
    for named in ((), ("Eden",)):
        districts(store, *named)
        with store.reading() as session:
            picture = quarterly(session, READER, ON)
            table, figures = told(session, "district")
        total = next(one for one in picture.rows if one.label == "Total")
        shown = dict(zip(picture.columns[1:], total.values[1:], strict=True))
        apart = {one: figures["On the tracker"][one] for one in table.columns[1:]}
        assert apart == {one: number for one, number in shown.items() if number}
        for one in (picture, table):
            assert (NONE_NAMED in one.definitions) is not bool(named)
    assert apart == {"Eden": 2, UNALLOCATED: 3}


def test_where_no_district_is_an_authoritys_the_report_says_so(session):
    table, _ = told(session, "authority")
    assert table.columns == (ALL, UNALLOCATED) and NO_AUTHORITY in table.definitions
    assert NO_AUTHORITY not in told(session, "plan")[0].definitions


def test_children_stand_under_their_plan_of_the_last_day(session):
    _, figures = told(session, "plan")
    statement = text("""select count(*) from child_status s where s.on_tracker and s.plan = 'CLA'
        and s.id = (select t.id from child_status t where t.child_id = s.child_id
        and t.since <= :on order by t.since desc, t.id desc limit 1)""")
    assert figures["On the tracker"]["CLA"] == session.scalar(statement, {"on": ON}) > 0


def test_actions_stand_under_the_agency_that_owns_them(session):
    table, figures = told(session, AGENCY)
    assert {one.section for one in table.rows} <= {"Actions", "Disruption", "Disruption by kind"}
    statement = text("""select count(*) from action a join agency g on g.id = a.agency_id
        where a.sharing <> 'not shared' and a.status <> 'proposed' and g.name = 'Police'
        and a.made_on between :first and :on""")
    made = session.scalar(statement, {"first": FIRST_DAY, "on": ON})
    assert figures["Agreed"]["Police"] == made > 0
    assert figures["Agreed"][ALL] > made


@pytest.mark.parametrize(
    ("years", "band"),
    [(None, None), (9, "Under 10"), (12, "10 to 12"), (15, "13 to 15"), (17, "16 and 17"),
     (18, "18 and over")],
)  # fmt: skip
def test_ages_stand_in_bands(years, band):
    assert age_band(years) == band


def test_a_way_that_is_not_offered_is_refused(session):
    with pytest.raises(KeyError):
        performance_by(session, READER, ON, "star sign")
