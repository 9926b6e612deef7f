"""Extracts in time, interviews by who and why not, measures by kind: again in plain SQL."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from models import codes
from models.clock import SetClock
from models.queries.performance import performance
from models.records.reader import Reader
from models.records.reports import ReportRow, ReportTable
from models.rules.working_days import add_working_days
from models.storage.store import Store
from tests.models.queries.performance_made import NOW, ON, Panel

READER = Reader(now=NOW)
QUARTERS = ((date(2026, 10, 1), ON), (date(2026, 7, 1), date(2026, 9, 30)))
DUE = """select m.held_on, (select date(min(s.at)) from issue s where s.item_id = i.id
    and s.state = 'issued' and s.recalled_at is null and s.document like 'extracts/%')
  from agenda_item i join meeting m on m.id = i.meeting_id
  where m.held_on between :a and :b and not m.cancelled and m.state = 'closed'
  and i.state = 'discussed' and not i.removed
  and i.id not in (select item_id from extract_due)"""
HELD = """select count(*) from return_interview r join missing_episode e on e.id = r.episode_id
  where date(e.returned_at) between :a and :b and r.conducted_at is not null and r.provider {}"""
DECLINED = """select count(*) from return_interview r join missing_episode e on e.id = r.episode_id
  where date(e.returned_at) between :a and :b and r.conducted_at is null
  and r.declined_reason = '{}'"""
ENTERED = """select count(*) from measure where sharing <> 'not shared'
  and made_on between :a and :b and type_code {}"""
STEP = """select count(*) from measure_step s join measure m on m.id = s.measure_id
  where m.sharing <> 'not shared' and s.day between :a and :b and s.status = '{}'
  and m.type_code {}"""
KINDS = {
    **{codes.find("measures", one).label: f"= '{one}'" for one in ("CP01", "CP02")},
    "Of the panel's own wording": "is null",
}
STEPS = {"Applied for": "applied", "Granted or served": "granted", "Breaches": "breached",
         "Not pursued or refused": "not pursued"}  # fmt: skip
COUNTS = {
    "Held by: Social worker": HELD.format("= 'Social worker'"),
    "Held by: Youth worker": HELD.format("= 'Youth worker'"),
    "Held by: in words of its own": HELD.format("= 'Robin Marsh'"),
    "Held by: not recorded": HELD.format("is null"),
    "Declined: Child declined": DECLINED.format("Child declined"),
    "Declined: In custody": DECLINED.format("In custody"),
    "Declined: in words of its own": DECLINED.format("No wish"),
    **{f"Entered: {kind}": ENTERED.format(where) for kind, where in KINDS.items()},
    **{
        f"{what}: {kind}": STEP.format(status, where)
        for kind, where in KINDS.items()
        for what, status in STEPS.items()
    },
}


@pytest.fixture(scope="module")
def made() -> Iterator[tuple[Session, ReportTable]]:
    store = Store.memory(SetClock(NOW))
    Panel(store)
    with store.reading() as session:
        yield session, performance(session, READER, ON)
    store.close()


def told(table: ReportTable, label: str) -> ReportRow:
    return next(row for row in table.rows if row.label == label)


@pytest.mark.parametrize("label", COUNTS)
def test_plain_sql_finds_the_same_figure(made: tuple[Session, ReportTable], label: str) -> None:
    session, table = made
    found = tuple(session.scalar(text(COUNTS[label]), {"a": a, "b": b}) for a, b in QUARTERS)
    row = told(table, label)
    assert row.values == found
    assert row.definition
    assert all(row.children[at] or row.listed[at] for at, value in enumerate(found) if value)


def test_no_row_of_these_sections_is_left_out_of_the_recount(
    made: tuple[Session, ReportTable],
) -> None:
    _, table = made
    named = ("Held by", "Declined")
    rows = {
        row.label
        for row in table.rows
        if row.section == "Disruption by kind" or row.label.startswith(named)
    }
    assert rows == set(COUNTS)


def test_extracts_in_time_are_recounted_by_the_days_of_the_timetable(
    made: tuple[Session, ReportTable],
) -> None:
    session, table = made
    row, shares = told(table, "% of extracts in time"), []
    for a, b in QUARTERS:
        rows = session.execute(text(DUE), {"a": a, "b": b}).all()
        days = [(add_working_days(date.fromisoformat(held), 5), gone) for held, gone in rows]
        out = [(by, gone) for by, gone in days if by < min(b + timedelta(days=1), NOW.date())]
        kept = [by for by, gone in out if gone and date.fromisoformat(gone) <= by]
        shares.append(round(100 * len(kept) / len(out), 1))
    assert row.values == pytest.approx(tuple(shares), abs=0.06)
    assert all(0 < value < 100 for value in shares)
    assert all(row.listed)


def test_what_nothing_stands_behind_says_why() -> None:
    store = Store.memory(SetClock(NOW))
    with store.reading() as session:
        table = performance(session, READER, ON)
    for label in ("Held by: nobody", "Declined: nobody", "Measures by kind",
                  "% of extracts in time"):  # fmt: skip
        row = told(table, label)
        assert row.values == (None, None)
        assert all(row.why)
    store.close()


def test_nobody_named_as_an_interviewer_stands_in_a_label(
    made: tuple[Session, ReportTable],
) -> None:
    _, table = made
    assert not any("Robin" in row.label for row in table.rows)
