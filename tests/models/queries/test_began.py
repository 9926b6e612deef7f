"""No figure is told of a time before anything was on record, nor how risk moved without a day."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from models.clock import SetClock
from models.entities import (
    Action,
    Assessment,
    Child,
    ChildStatus,
    Measure,
    MissingEpisode,
    Recommendation,
    Referral,
)
from models.queries.performance import performance
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON, Panel

READER = Reader(now=datetime(2026, 11, 12, 9, 30))
STOOD = ("Risk increased", "Risk stayed the same", "Risk decreased", "Risk not known")


@pytest.fixture
def store() -> Iterator[Store]:
    made = Store.memory(SetClock(READER.now))
    yield made
    made.close()


def told(store: Store, number: int = 4) -> dict[str, ReportRow]:
    with store.reading() as session:
        return {one.label: one for one in performance(session, READER, ON, number).rows}


def undated(store: Store) -> None:
    """Two children as a list without days has them; risk of one rose on a day of the quarter."""
    with store.work("make", "Make") as session:
        children = [Child(label=name) for name in ("Ivy Ashdown", "Tia Kerr")]
        session.add_all(children)
        session.flush()
        for one in children:
            session.add(ChildStatus(child_id=one.id, risk="Medium"))
        session.add(ChildStatus(child_id=children[0].id, since=date(2026, 10, 20), risk="High"))


def test_that_risk_stayed_the_same_needs_a_level_with_a_day(store: Store) -> None:
    undated(store)
    rows = told(store)
    assert [rows[one].values[0] for one in STOOD] == [1, 0, 0, 1]


def test_once_a_level_has_a_day_it_stays_the_same_from_then_on(store: Store) -> None:
    undated(store)
    with store.work("more", "More") as session:
        session.add(Assessment(child_id=2, assessed_on=date(2026, 9, 1), judgement_level="Medium"))
    assert [told(store)[one].values[:2] for one in STOOD] == [(1, 0), (1, 0), (0, 0), (0, 2)]


def test_by_one_scheme_its_own_levels_say_how_risk_moved(store: Store) -> None:
    undated(store)
    levels = ("Category 2: mild risk", "Category 4: significant risk")
    with store.work("more", "More") as session:
        for day, level in zip((date(2026, 9, 1), date(2026, 11, 1)), levels, strict=True):
            session.add(Assessment(child_id=2, assessed_on=day, scheme_code="seraf",
                                   judgement_level=level))  # fmt: skip
    assert [told(store)[one].values[0] for one in STOOD] == [2, 0, 0, 0]
    assert told(store)["Risk not known"].values[1] == 2


def test_before_anything_has_a_day_nothing_is_told_and_why_stands_beside_it(store: Store) -> None:
    undated(store)
    for row in told(store).values():
        assert row.values[1:] == (None, None, None), row.label
        assert all(row.why[1:]) and not any(row.children[1:]), row.label
    assert told(store)["On the tracker"].why[1:] == ("nothing on record has a day by then.",) * 3


def test_where_nothing_at_all_has_a_day_the_present_is_told_and_no_more(store: Store) -> None:
    with store.work("make", "Make") as session:
        session.add(child := Child(label="Ivy Ashdown"))
        session.flush()
        session.add(ChildStatus(child_id=child.id, risk="Medium"))
    assert told(store)["On the tracker"].values == (1, None, None, None)


def test_nothing_is_counted_of_a_kind_before_any_of_it_is_on_record(store: Store) -> None:
    undated(store)
    with store.work("more", "More") as session:
        session.add(Assessment(child_id=1, assessed_on=date(2026, 2, 1), judgement_level="High"))
        session.add(Action(reference="A1", text="Call", made_on=date(2026, 8, 1)))
    rows = told(store)
    assert rows["Agreed"].values == (0, 1, None, None)
    for one in ("Done", "Overdue", "Carried forward"):
        assert rows[one].values[2:] == (None, None)
        assert rows[one].why[2:] == ("no action is on record by then.",) * 2
    assert rows["Made in the quarter"].values == (0, 0, 0, 1)


def test_no_figure_with_anything_behind_it_is_lost(store: Store) -> None:
    Panel(store)
    with store.reading() as session:
        rows = performance(session, Reader(now=NOW), ON, 6).rows
    for row in rows:
        assert row.values[3:] == (None, None, None), row.label
    assert sum(bool(row.values[2]) for row in rows) > 40


def known(row: ReportRow, at: int) -> bool:
    """Whether the whole that a share is of is on record."""
    return row.basis[at].whole is not None


ALONE = {
    "action": lambda day: [Action(reference="A1", text="Call", made_on=day)],
    "recommendation": lambda day: [
        Recommendation(
            child_id=1, reference="R1", text="Ask the school", made_on=day, status="issued"
        )
    ],
    "episode": lambda day: [
        MissingEpisode(child_id=1, reported_at=datetime.combine(day, datetime.min.time()))
    ],
    "referral": lambda day: [Referral(subject_id=1, entered_at=NOW, received_on=day)],
    "assessment": lambda day: [Assessment(child_id=1, assessed_on=day)],
    "measure": lambda day: [Measure(name="Closure order", made_on=day)],
}
OF_IT = {
    "action": {"Actions", "Actions by agency"},
    "recommendation": {"Recommendations"},
    "episode": {"Missing and return home interviews"},
    "referral": {"Referrals"},
    "assessment": {"Risk assessments"},
    "measure": {"Disruption", "Disruption by kind"},
}


@pytest.mark.parametrize("kind", ALONE)
def test_of_every_row_a_nought_is_told_only_once_its_own_kind_is_on_record(
    store: Store, kind: str
) -> None:
    with store.work("make", "Make") as session:
        session.add(Child(label="Ivy Ashdown"))
        session.flush()
        session.add_all(ALONE[kind](date(2026, 8, 20)))
    rows = told(store).values()
    assert len(rows) > 50
    for row in rows:
        noughts = [at for at, one in enumerate(row.values) if one == 0 and not known(row, at)]
        assert all(row.section in OF_IT[kind] and at < 2 for at in noughts), row.label
        assert all(bool(why) is (one is None) for one, why in zip(row.values, row.why, strict=True))


def test_how_many_missing_were_looked_after_needs_a_plan_on_record(store: Store) -> None:
    with store.work("make", "Make") as session:
        session.add(Child(label="Ivy Ashdown"))
        session.flush()
        session.add(ChildStatus(child_id=1, since=date(2026, 10, 20), plan="CIN"))
        for month in (8, 11):
            session.add(MissingEpisode(child_id=1, reported_at=datetime(2026, month, 2, 9, 0)))
    rows = told(store)
    assert rows["Children looked after"].values[:2] == (0, None)
    assert "no plan" in rows["Children looked after"].why[1]
    assert "missing from" in rows["Episodes from out of area"].why[0]
