"""Referrals turned away are counted by the reason chosen, with the children behind each figure."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from exports.plain_summary import sentences
from models.clock import SetClock
from models.queries.audiences import body
from models.queries.turned_away import turned_away
from models.records.reports import ReportTable
from models.workspace import Workspace

ON = date(2026, 12, 31)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2025, 12, 30, 9, 30))


@pytest.fixture
def workspace(clock: SetClock) -> Workspace:
    made = Workspace.memory("Ada Administrator", clock)
    made.panel.make("Northmoor MACE", area="Northmoor")
    made.panel.add_member("Bo Second", None, "Deputy chair")
    return made


def refer(workspace: Workspace, name: str) -> tuple[int, int]:
    child = workspace.register.add_child(name)
    today = workspace.store.clock.today()
    return child, workspace.referrals.add(child, received_on=today, immediate_risk=False)


def turn_away(workspace: Workspace, referral: int, reason: str | None) -> None:
    workspace.referrals.decide(referral, "DECLINE", "Held elsewhere", "Bo Second", reason)


def figures(table: ReportTable) -> dict[str, tuple[object, ...]]:
    return {row.label: row.values for row in table.rows}


def test_nothing_is_counted_before_any_outcome_is_on_record(
    workspace: Workspace, clock: SetClock
) -> None:
    def told() -> tuple[object, ...]:
        return figures(workspace.read.turned_away(ON))["Total"]

    clock.set(datetime(2026, 12, 31, 9, 30))
    assert told() == (None, None)
    _, taken = refer(workspace, "Ivy Ashdown")
    assert told() == (None, None)
    (line, *_) = sentences(workspace.read.turned_away(ON))
    assert line == (
        "Referrals turned away up to 31 December 2026: "
        "not told, since no outcome of a referral is on record by then."
    )
    workspace.referrals.accept(taken, "complete")
    assert told() == (0, 0)
    (line, *_) = sentences(workspace.read.turned_away(ON))
    assert line == "Referrals turned away up to 31 December 2026: 0 since 1 Jan 2026."


def test_each_reason_is_counted_over_the_year_and_the_quarter(
    workspace: Workspace, clock: SetClock
) -> None:
    _, early = refer(workspace, "Ivy Ashdown")
    turn_away(workspace, early, "age")
    clock.set(datetime(2026, 2, 3, 9, 30))
    _, spring = refer(workspace, "Robin Marlow")
    turn_away(workspace, spring, "threshold")
    clock.set(datetime(2026, 12, 31, 16, 30))
    child, late = refer(workspace, "Tia Kerr")
    turn_away(workspace, late, "threshold")
    _, unsaid = refer(workspace, "Kay Dobson")
    turn_away(workspace, unsaid, None)
    table = workspace.read.turned_away(ON)
    assert table.columns == ("Since 1 Jan 2026", "Since 1 Oct 2026")
    told = figures(table)
    assert told["Does not meet the criteria of the panel"] == (2, 1)
    assert told["No reason chosen from the list"] == (1, 1)
    assert told["Outside the panel's ages"] == (0, 0)
    assert told["Total"] == told["Decline"] == (3, 2)
    (threshold,) = [one for one in table.rows if one.label.startswith("Does not meet")]
    assert threshold.children[1] == (child,)


def test_what_comes_after_the_day_or_was_accepted_does_not_count(workspace: Workspace) -> None:
    _, one = refer(workspace, "Ivy Ashdown")
    turn_away(workspace, one, "age")
    refer(workspace, "Robin Marlow")
    assert figures(workspace.read.turned_away(date(2025, 12, 29)))["Total"] == (None, None)
    assert figures(workspace.read.turned_away(date(2025, 12, 30)))["Total"] == (1, 1)


def test_a_child_turned_away_twice_is_listed_once(workspace: Workspace) -> None:
    child, one = refer(workspace, "Ivy Ashdown")
    turn_away(workspace, one, "age")
    today = workspace.store.clock.today()
    again = workspace.referrals.add(child, received_on=today, immediate_risk=False)
    turn_away(workspace, again, "age")
    table = workspace.read.turned_away(date(2025, 12, 31))
    (total,) = [one for one in table.rows if one.label == "Total"]
    assert total.values == (2, 2) and total.children == ((child,), (child,))


def test_nobody_is_told_a_figure_of_what_they_have_an_interest_in(workspace: Workspace) -> None:
    child, one = refer(workspace, "Ivy Ashdown")
    turn_away(workspace, one, "age")
    now = workspace.store.clock.now()
    reader = replace(body(now), conflicted_subjects=frozenset({child}))
    with workspace.store.reading() as session:
        table = turned_away(session, reader, date(2025, 12, 31))
    assert figures(table)["Total"] == (None, None)
