"""Reports that are published together hold back what one of them would tell of another."""

from datetime import date

from models.records.reports import TOTAL, WITHIN, Adds, ReportRow, ReportTable, Share
from models.rules.public_figures import public

ON = date(2026, 9, 30)


def report(
    rows: list[tuple[str, tuple[int, ...]]], across: str = TOTAL, adds: tuple[Adds, ...] = ()
) -> ReportTable:
    made = tuple(ReportRow("", label, values) for label, values in rows)
    return ReportTable("figures", "Figures", ON, ("A", "B", "C"), made, ("60 in all.",), adds=adds,
                       across=across)  # fmt: skip


def shown(table: ReportTable) -> list[tuple[object, ...]]:
    return [row.values for row in table.rows]


def test_a_small_number_takes_another_of_its_row_with_it() -> None:
    (table,) = public([report([("All", (43, 40, 3))])])
    assert shown(table) == [(43, None, None)]
    assert table.rows[0].withheld == {1, 2}


def test_nothing_stands_behind_a_figure_and_no_sentence_tells_one() -> None:
    (table,) = public([report([("All", (60, 30, 30))])])
    assert table.rows[0].children == () and table.reconciliation == ()
    assert any(line.startswith("c: ") for line in table.definitions)


def test_what_a_longer_time_has_more_than_a_shorter_is_a_number_too() -> None:
    (table,) = public([report([("All", (43, 40, 40))], WITHIN)])
    assert table.rows[0].withheld == {1, 2} or 0 in table.rows[0].withheld


def test_children_that_no_row_counts_cannot_be_taken_from_the_whole() -> None:
    rows = [("All", (40, 20, 20)), ("One", (20, 10, 10)), ("Two", (18, 9, 9))]
    (table,) = public([report(rows, adds=(Adds(0, (1, 2)),))])
    assert any(row.withheld for row in table.rows)


def test_a_percentage_goes_with_the_numbers_it_is_worked_out_from() -> None:
    whole = report([("All", (100, 50, 50)), ("Good", (80, 40, 40)), ("Late", (20, 10, 10))])
    adds = (Adds(0, (1, 2)),)
    late = report([("All", (97, 50, 47)), ("Good", (80, 40, 40)), ("Late", (17, 10, 7))])
    small = report([("All", (94, 50, 44)), ("Good", (80, 40, 40)), ("Late", (14, 10, 4))])
    for table, gone in ((whole, False), (late, False), (small, True)):
        share = ReportRow("", "%", (80.0, 80.0, 80.0), percent=True)
        made = public([_with(table, share, adds)])[0].rows[-1]
        assert (made.withheld > set()) == gone
        assert all((value is None) == (at in made.withheld) for at, value in enumerate(made.values))


def _with(table: ReportTable, share: ReportRow, adds: tuple[Adds, ...]) -> ReportTable:
    from dataclasses import replace

    return replace(table, rows=(*table.rows, share), adds=adds, shares=(Share(3, 1, 0),))


def test_one_figure_of_two_reports_is_held_back_in_both() -> None:
    rows = ReportRow("", "All", (43, 40, 3), about="children")
    one = ReportTable("one", "One", ON, ("A", "B", "C"), (rows,), (), across=TOTAL)
    other = ReportTable(
        "other", "Other", ON, ("B",), (ReportRow("", "x", (40,), about="children"),), ()
    )
    first, second = public([one, other])
    assert first.rows[0].withheld == {1, 2} and second.rows[0].withheld == {0}
