"""The picture by authority is the sum of its districts, and so held back that nobody undoes it."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.records.reports import TOTAL, Adds, ReportRow, ReportTable, Share
from models.rules.by_authority import by_authority
from models.rules.public_figures import public

ON = date(2026, 9, 30)
WHOSE = {"Carlisle": "Cumberland", "Eden": "Eden", "Copeland": "Cumberland"}
COLUMNS = ("Total", "Carlisle", "Eden", "Copeland", "Leeds", "Unallocated")


def picture(*rows: tuple[int, ...]) -> ReportTable:
    """A picture of two categories and their whole by district, and the share of the first."""
    made, start = [], 1
    for each in rows:
        ids = []
        for number in each:
            ids.append(tuple(range(start, start + number)))
            start += number
        made.append((tuple(one for some in ids for one in some), *ids))
    whole = tuple(tuple(sorted(a + b)) for a, b in zip(*made, strict=True))
    named = zip(("One", "Two", "Total"), (*made, whole), strict=True)
    told = [ReportRow("", label, tuple(map(len, ids)), ids) for label, ids in named]
    why = tuple("" if ids else "nobody is there." for ids in whole)
    share = ReportRow("", "%", (0.0,) * len(COLUMNS), made[0], percent=True, why=why)
    return ReportTable("quarterly", "Children", ON, COLUMNS, (*told, share), (),
                       adds=(Adds(2, (0, 1)),), shares=(Share(3, 0, 2),), across=TOTAL)  # fmt: skip


def test_each_authority_stands_before_its_districts_as_their_sum() -> None:
    table = by_authority(picture((4, 3, 2, 0, 1), (6, 0, 0, 5, 1)), WHOSE)
    assert table.columns == (
        "Total", "Cumberland", "Carlisle", "Copeland", "All of Eden", "Eden",
        "Leeds", "Unallocated",
    )  # fmt: skip
    one, _, whole, share = table.rows
    assert one.values == (10, 6, 4, 2, 3, 3, 0, 1)
    assert whole.values == (22, 12, 10, 2, 3, 3, 5, 2)
    assert one.children[1] == tuple(sorted((*one.children[2], *one.children[3])))
    assert share.values == (45.5, 50.0, 40.0, 100.0, 100.0, 100.0, 0.0, 50.0)


counts = st.lists(st.integers(0, 12), min_size=5, max_size=5)


@settings(max_examples=25, deadline=None)
@example([9, 6, 2, 7, 7], [10, 12, 3, 3, 9])
@given(counts, counts)
def test_no_sum_of_districts_tells_a_small_number(one: list[int], two: list[int]) -> None:
    table = by_authority(picture(tuple(one), tuple(two)), WHOSE)
    (shown,) = public([table])
    share = shown.rows[3]
    assert all(not share.why[at] for at in share.withheld)
    for row, whole in zip(shown.rows[:3], table.rows, strict=False):
        assert all(value is None or not 1 <= value <= 5 for value in row.values)
        for adds in table.columns_add:
            gone = [at for at in (adds.whole, *adds.parts) if row.values[at] is None]
            assert len(gone) != 1, (row.label, whole.values)
