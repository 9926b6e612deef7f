"""The significant of one scheme and the high of another count together in views and reports."""

from datetime import date

import pytest

from models.clock import SetClock
from models.entities import Assessment, Child, ChildStatus
from models.queries.breakdown import performance_by
from models.queries.equality import equality
from models.queries.grouped import group_of_children
from models.queries.tracker import tracker
from models.records.reader import Reader
from models.rules.tracker.filters import keeps
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON

READER = Reader(now=NOW)
LEVELS = (
    ("seraf", "Category 4: significant risk"), ("merseyside", "High"), ("cumbria", "Category 3"),
    ("seraf", "Category 3: moderate risk"), ("panbeds", "Likely involved"), ("city", "C"),
)  # fmt: skip


@pytest.fixture
def store():
    made = Store.memory(SetClock(NOW))
    with made.work("make", "Make") as session:
        for at, (scheme, level) in enumerate(LEVELS):
            child = Child(label=f"Child {at}")
            session.add(child)
            session.flush()
            session.add(ChildStatus(child_id=child.id, since=date(2026, 1, 1)))
            session.add(
                Assessment(
                    child_id=child.id, scheme_code=scheme, judgement_level=level,
                    assessed_on=date(2026, 2, 1),
                )
            )  # fmt: skip
    yield made
    made.close()


def test_the_view_of_high_risk_holds_the_highest_of_every_scheme(store):
    with store.reading() as session:
        rows = tracker(session, READER)
    assert [row.id for row in rows if keeps("high", ON)(row)] == [1, 2, 3, 5]
    assert [row.risk_band for row in rows] == ["high", "high", "high", "medium", "high", ""]


def test_reports_count_them_so(store):
    with store.reading() as session:
        told = equality(session, READER, ON)
        groups = group_of_children(session, READER, ON, "risk")
        by_risk = performance_by(session, READER, ON, "risk")
    gender = next(row for row in told.rows if row.section == "Gender")
    assert dict(zip(told.columns, gender.values, strict=True))["High risk"] == 4
    assert sorted(filter(None, groups.values())) == ["C", "High", "High", "High", "High", "Medium"]
    assert {"High", "Medium", "C"} <= set(by_risk.columns)
