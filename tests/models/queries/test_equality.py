"""Who the children are: by ethnicity, gender and age, with how completely it is recorded."""

from datetime import date

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import Child, ChildStatus, Exploitation, Need, NrmReferral, Setting
from models.queries.equality import COLUMNS, NO_LOCAL, equality
from models.queries.equality_several import CARE, LOOKED_AFTER, NEEDS, TYPES
from models.records.reader import Reader
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON

READER = Reader(now=NOW)
CHILDREN = (
    ("BAFR", "M", date(2010, 5, 1), "High", "CSE1"),
    ("Black African", "Male", date(2011, 5, 1), "Medium", None),
    ("WBRI", "girl", date(2009, 1, 1), "High", "CSE2"),
    ("Refused", "F", None, "Low", None),
    (None, None, date(2014, 1, 1), None, None),
)


@pytest.fixture(scope="module")
def store():
    made = Store.memory(SetClock(NOW))
    with made.work("make", "Make") as session:
        for at, (ethnicity, gender, born, risk, category) in enumerate(CHILDREN):
            child = Child(label=f"Child {at}", ethnicity=ethnicity, gender=gender, birth_date=born)
            session.add(child)
            session.flush()
            stands = {"risk": risk, "category": category, "on_panel": at < 2, "on_tracker": True}
            session.add(ChildStatus(child_id=child.id, since=date(2026, 1, 1), **stands))
        session.add(NrmReferral(child_id=1, referred_on=date(2026, 2, 1)))
    yield made
    made.close()


def told(store):
    with store.reading() as session:
        found = equality(session, READER, ON)
    return found, {(one.section, one.label): dict(zip(found.columns, one.values, strict=True))
                   for one in found.rows}  # fmt: skip


def test_codes_and_words_for_one_ethnicity_count_together(store):
    _, rows = told(store)
    african = rows["Ethnicity", "African"]
    assert [african[one] for one in COLUMNS] == [2, 2, 1, 1, 0, 1]


def test_a_child_counts_by_its_category_or_its_type_and_the_words_say_so(store):
    with store.work("type", "Type") as session:
        both = Exploitation(child_id=3, worded="CCE")
        session.add(both)
        session.flush()
        added = both.id
    found, rows = told(store)
    kinds = ("Sexual exploitation", "Criminal exploitation")
    assert [rows["Ethnicity", "White British"][one] for one in kinds] == [1, 1]
    assert any(line.endswith("by a CSE category as well.") for line in found.definitions)
    with store.work("untype", "Untype") as session:
        session.delete(session.get_one(Exploitation, added))


def test_a_status_on_record_counts_where_a_referral_has_no_day(store):
    with store.work("say", "Say") as session:
        session.get_one(Child, 3).nrm_status = "Referred, awaiting decision"
        session.get_one(Child, 4).nrm_status = "Considered, not referred"
    _, rows = told(store)
    assert rows["Ethnicity", "White British"]["Referred to the NRM"] == 1
    assert rows["Ethnicity", "Not recorded"]["Referred to the NRM"] == 0


def test_refused_and_empty_are_not_recorded_and_completeness_says_so(store):
    found, rows = told(store)
    assert rows["Ethnicity", "Not recorded"]["On the tracker"] == 2
    assert "Ethnicity is recorded for 3 of 5 children (60.0 %)." in found.reconciliation
    assert NO_LOCAL in found.reconciliation


def test_ages_stand_in_their_order(store):
    found, _ = told(store)
    ages = [one.label for one in found.rows if one.section == "Age"]
    assert ages == ["10 to 12", "13 to 15", "16 and 17", "Not recorded"]


def test_with_the_areas_children_given_over_representation_is_seen(store):
    with store.work("set", "Change a setting") as session:
        session.add(Setting(key="local_children", value="White British 900\nBlack African 100"))
    found, rows = told(store)
    times = rows["Ethnicity, times", "African"]
    assert times["On the tracker"] == 6.7
    assert NO_LOCAL not in found.reconciliation


def test_a_child_counts_in_each_kind_and_need_of_the_day_and_in_care_by_its_plan(store):
    with store.work("more", "More") as session:
        session.add_all([
            Exploitation(child_id=1, worded="County lines"),
            Exploitation(child_id=1, worded="CSE"),
            Exploitation(child_id=2, worded="county lines"),
            Need(child_id=2, code="young_carer"),
            Need(child_id=3, code="young_carer", until=date(2026, 1, 1)),
        ])  # fmt: skip
        status = session.scalars(select(ChildStatus).where(ChildStatus.child_id == 2)).one()
        status.plan = "CLA"
    _, rows = told(store)
    kinds = {label: one for (section, label), one in rows.items() if section == TYPES}
    assert sum(one["On the tracker"] for one in kinds.values()) == 3
    assert [one["On the tracker"] for label, one in kinds.items() if "ounty" in label] == [2]
    assert rows[NEEDS, "Young carer"]["On the tracker"] == 1
    assert rows[CARE, LOOKED_AFTER]["On the panel"] == 1
