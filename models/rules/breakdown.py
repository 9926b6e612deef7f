"""A report group by group: of one of its columns the whole, each group, and what is in none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from models.records.reports import BY_GROUP, Basis, ReportRow, ReportTable, Thing
from models.rules.indicators import Figure, figure_of, row_of, unknown

ALL, NOT_KNOWN = "All", "Not known"
NOBODY_OF_IT = "nothing of this group is counted."
GroupOf = Callable[[Thing], str | None]


def by_group(
    table: ReportTable,
    sections: Iterable[str],
    group_of: GroupOf,
    order: Sequence[str],
    rest: str = NOT_KNOWN,
    tells: Callable[[Thing], bool] = bool,
) -> ReportTable:
    """The first column of these sections: all, a column for each group counted, and the rest.

    Groups stand in the order given, others after them by the alphabet; the rest has a column where
    it counts anything. A row that counts what has no such group (`tells`) is left out.
    """
    wanted = set(sections)
    rows = [one for one in table.rows if one.section in wanted and all(map(tells, _things([one])))]
    groups = _groups(rows, group_of, order)
    if any(group_of(one) is None for one in _things(rows)):
        groups.append(rest)
    return replace(
        table,
        columns=(ALL, *groups),
        across=BY_GROUP,
        rows=tuple(row_of(one, _figures(one, group_of, groups, rest)) for one in rows),
    )


def _groups(rows: Sequence[ReportRow], group_of: GroupOf, order: Sequence[str]) -> list[str]:
    met = {group_of(one) for one in _things(rows)} - {None}
    known = [one for one in order if one in met]
    return [*known, *sorted(one for one in met if one is not None and one not in known)]


def _things(rows: Sequence[ReportRow]) -> Iterator[Thing]:
    for one in rows:
        yield from one.basis[0].each
        yield from one.basis[0].whole or ()


def _figures(
    row: ReportRow, group_of: GroupOf, groups: Sequence[str], rest: str
) -> Iterator[Figure]:
    if row.values[0] is None:
        yield from (unknown(row.why[0]) for _ in range(len(groups) + 1))
        return
    yield figure_of(row.basis[0])
    for name in groups:
        yield _of_group(row.basis[0], name, lambda one: group_of(one) or rest)


def _of_group(basis: Basis, name: str, named: Callable[[Thing], str]) -> Figure:
    at = [place for place, one in enumerate(basis.each) if named(one) == name]
    whole = basis.whole and tuple(one for one in basis.whole if named(one) == name)
    amounts = tuple(basis.amounts[place] for place in at) if basis.amounts else ()
    if whole == () or (basis.amounts and not amounts):
        return unknown(NOBODY_OF_IT)
    return figure_of(Basis(tuple(basis.each[place] for place in at), whole, amounts))
