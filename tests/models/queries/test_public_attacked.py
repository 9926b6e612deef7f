"""What is published of a generated register, attacked by a solver from the printed tables alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import highspy
import pytest

from models.clock import SetClock
from models.entities import Issue
from models.queries.by_authority import quarterly_by_authority
from models.queries.public_reports import public_reports
from models.queries.published import NEAR
from models.queries.turned_away import turned_away
from models.records.reader import Reader
from models.records.reports import COMMITTEE, TOTAL, WITHIN, ReportRow, ReportTable
from models.rules.public_figures import public
from models.rules.suppression import LEAST, MOST, is_small
from models.storage.store import Store
from tests.models.queries.stood_made import NOW, ON, Register

READER = Reader(now=NOW)
Cell = tuple[str, int, int]
"""A report, a row and a column; the count of a sentence is a row of one figure after the last."""


class Attacker:
    """Whoever holds the printed tables, adds and takes away, and knows of each c that is a nought.

    A whole may be more than its parts: how many stand in no row a sentence says, or nothing.
    """

    def __init__(self, printed: Sequence[ReportTable], true: dict[Cell, int]) -> None:
        self.printed, self.true = printed, true

    def range(self, cell: Cell) -> tuple[int, int | None]:
        """The least and the most that a figure may be; None is endless."""
        return self._bound(cell, least=True) or 0, self._bound(cell, least=False)

    def hidden(self) -> Iterator[Cell]:
        """Each figure that is held back."""
        for table in self.printed:
            for row, one in enumerate(table.rows):
                if not one.percent:
                    yield from ((table.name, row, at) for at in sorted(one.withheld))
            yield from ((table.name, len(table.rows), at) for at, one in enumerate(table.said)
                        if one.withheld)  # fmt: skip

    def _bound(self, cell: Cell, *, least: bool) -> int | None:
        model = highspy.Highs()
        model.silent()
        gone, world = set(self.hidden()), {}
        for one, number in self.true.items():
            somebody = min(number, LEAST)
            world[one] = (model.addIntegral(somebody, highspy.kHighsInf) if one in gone
                          else model.addIntegral(number, number))  # fmt: skip
        for table in self.printed:
            self._reckon(model, world, table)
        (model.minimize if least else model.maximize)(world[cell])
        ends = highspy.HighsModelStatus
        if model.getModelStatus() in (ends.kUnbounded, ends.kUnboundedOrInfeasible):
            return None
        assert model.getModelStatus() == ends.kOptimal
        return round(model.val(world[cell]))

    def _reckon(self, model, world, table: ReportTable) -> None:  # type: ignore[no-untyped-def]
        """What the columns, rows and sentences of a report say of one another."""
        name, columns = table.name, range(len(table.columns))
        for adds in table.adds:
            for at in columns:
                parts = [world[name, part, at] for part in adds.parts]
                rest = [world[name, len(table.rows), place]
                        for place, said in enumerate(table.said)
                        if at == 0 and said.rest == adds]  # fmt: skip
                whole = world[name, adds.whole, at]
                if rest:
                    model.addConstr(sum(parts[1:], parts[0]) + rest[0] == whole)
                else:
                    model.addConstr(sum(parts[1:], parts[0]) <= whole)
        for row, one in enumerate(table.rows):
            if one.percent:
                continue
            for adds in table.sums_across:
                parts = [world[name, row, at] for at in adds.parts]
                model.addConstr(sum(parts[1:], parts[0]) == world[name, row, adds.whole])
            if table.across == WITHIN:
                model.addConstr(world[name, row, 1] <= world[name, row, 0])
        for at, said in enumerate(table.said):
            model.addConstr(world[name, len(table.rows), at] <= world[name, said.within, 0])


def truth(tables: Sequence[ReportTable], printed: Sequence[ReportTable]) -> dict[Cell, int]:
    found = {}
    for table, shown in zip(tables, printed, strict=True):
        for row, one in enumerate(table.rows):
            if not one.percent:
                found |= {(shown.name, row, at): int(n or 0) for at, n in enumerate(one.values)}
        found |= {(shown.name, len(table.rows), at): one.number
                  for at, one in enumerate(table.said)}  # fmt: skip
    return found


@pytest.mark.parametrize(("seed", "number"), [(1, 24), (2, 60), (3, 130)])
def test_no_small_number_of_a_published_register_can_be_worked_out(seed: int, number: int) -> None:
    store = Store.memory(SetClock(NOW))
    Register(store, seed, number)
    with store.reading() as session:
        tables = (quarterly_by_authority(session, READER, ON), turned_away(session, READER, ON))
        printed = public_reports(session, READER, ON)
    store.close()
    true = truth(tables, printed)
    attacker = Attacker(printed, true)
    gone = set(attacker.hidden())
    small = {cell for cell, one in true.items() if is_small(one)}
    assert small and small <= gone
    for cell in small:
        least, most = attacker.range(cell)
        assert most is None or most - least >= MOST - LEAST, (cell, true[cell], least, most)


def test_the_attacker_works_out_what_is_badly_held_back() -> None:
    store = Store.memory(SetClock(NOW))
    Register(store, 2, 60)
    with store.reading() as session:
        table = quarterly_by_authority(session, READER, ON)
    store.close()
    row, at = next((row, at) for row, one in enumerate(table.rows) for at in range(2, 4)
                   if is_small(int(one.values[at] or 0)))  # fmt: skip
    rows = list(table.rows)
    rows[row] = replace(rows[row], withheld=frozenset({at}))
    found = Attacker([replace(table, rows=tuple(rows))], truth([table], [table]))
    assert found.range((table.name, row, at)) == (table.rows[row].values[at],) * 2


def test_reports_of_two_days_of_one_register_tell_no_more_than_one_of_them() -> None:
    store = Store.memory(SetClock(NOW))
    Register(store, 2, 60)
    before = ON - timedelta(days=10)
    with store.work("note_written", "Documents written") as session:
        session.add(Issue(document=f"committee-{before}.docx", audience=COMMITTEE,
                          state="written", at=NOW))  # fmt: skip
    with store.reading() as session:
        (alone, _) = public_reports(session, READER, before)
        (later, _) = public_reports(session, READER, ON)
        far = public_reports(session, READER, before - NEAR)[0]
    store.close()
    assert all(one.withheld <= two.withheld for one, two in zip(alone.rows, later.rows, strict=True)
               if not one.percent)  # fmt: skip
    said = f"What the report of {before.day} {before:%B %Y} holds back is held back here as well."
    assert said in later.definitions
    assert said not in alone.definitions and said not in far.definitions


def test_what_was_held_back_before_is_held_back_again_by_its_names() -> None:
    def table(name: str, columns: tuple[str, ...], row: tuple[int, ...]) -> ReportTable:
        rows = (ReportRow("Plan", "CP", row),)
        return ReportTable("picture", name, ON, columns, rows, (), across=TOTAL)

    (before,) = public((table("then", ("Total", "East", "West"), (20, 3, 17)),))
    assert before.rows[0].withheld
    now = table("now", ("Total", "North", "East", "West"), (50, 12, 20, 18))
    assert public((now,))[0].rows[0].withheld == frozenset()
    (held,) = public((now,), (before,))
    lost = {before.columns[at] for at in before.rows[0].withheld}
    assert {held.columns[at] for at in held.rows[0].withheld} >= lost
