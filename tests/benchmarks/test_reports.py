"""What the reports cost against the bare SQL that gives their figures."""

import gc
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from macedesk import collecting
from models.workspace import Workspace
from tests.benchmarks.bare_equality import bare_equality
from tests.benchmarks.bare_performance import bare_performance

ON = date(2026, 9, 30)
BARE = text("""
with stood as (select child_id, district, category, plan, on_tracker,
    max(coalesce(since, '0') || printf('%012d', id)) from child_status
    where since is null or since <= :on group by child_id having on_tracker),
  last as (select child_id, max(assessed_on) as on_day from assessment
    where assessed_on <= :on group by child_id)
select district, category, plan, count(*), sum(coalesce(date(on_day, '+1 month') >= :on, 0))
from stood s left join last l on l.child_id = s.child_id group by 1, 2, 3
""")


@pytest.fixture(autouse=True)
def as_the_program_runs() -> Iterator[None]:
    """Cycles are looked for as in the window and on the command line: not while a report counts."""
    collecting.wait()
    yield
    gc.enable()


def bare(workspace: Workspace) -> int:
    with workspace.store.reading() as session:
        return sum(row[3] for row in session.execute(BARE, {"on": ON}))


@pytest.mark.benchmark(group="quarterly")
def test_the_quarterly_picture(benchmark: Any, workspace: Workspace) -> None:
    table = benchmark.pedantic(workspace.read.quarterly, (ON,), rounds=5, warmup_rounds=1)
    assert max(row.values[0] for row in table.rows) == bare(workspace)


@pytest.mark.benchmark(group="quarterly")
def test_the_quarterly_picture_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    benchmark.pedantic(larger.read.quarterly, (ON,), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="quarterly")
def test_the_bare_aggregate_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    assert benchmark.pedantic(bare, (larger,), rounds=5, warmup_rounds=1)


@pytest.mark.benchmark(group="performance")
def test_the_performance_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    table = benchmark.pedantic(larger.read.performance, (ON,), rounds=1)
    assert any(value for row in table.rows for value in row.values)


@pytest.mark.benchmark(group="performance")
def test_the_bare_aggregates_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    assert benchmark.pedantic(bare_performance, (larger, ON), rounds=1)


@pytest.mark.benchmark(group="equality")
def test_the_equality_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    table = benchmark.pedantic(larger.read.equality, (ON,), rounds=1)
    assert any(value for row in table.rows for value in row.values)


@pytest.mark.benchmark(group="equality")
def test_the_bare_equality_of_32_authorities(benchmark: Any, larger: Workspace) -> None:
    assert benchmark.pedantic(bare_equality, (larger, ON), rounds=1)
