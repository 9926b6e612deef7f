"""A picture by district with its authorities: a column for each before those of its districts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from models.records.reports import Adds, ReportRow, ReportTable
from models.rules.percentages import percent

ALL = "All of"
Places = tuple[int, ...]
"""Columns of the picture by district that a column is made of; its own alone for most."""


def by_authority(table: ReportTable, whose: Mapping[str, str]) -> ReportTable:
    """The picture with the sum of each authority's districts before them; `whose` tells them.

    Authorities stand in the order of their first district, then districts of none, then the last
    column: children in no district. One that has the name of a district is "All of" it.
    """
    laid = _laid_out(table.columns, whose)
    every = [places for _, places in laid]
    rows = [_row(row, every) for row in table.rows]
    for share in table.shares:
        rows[share.row] = _shared(rows[share.row], rows[share.part], rows[share.whole])
    return replace(
        table,
        name=f"{table.name}-by-authority",
        title=f"{table.title}, by authority",
        columns=tuple(name for name, _ in laid),
        rows=tuple(rows),
        columns_add=tuple(_adds(every)),
        apart=tuple(_row(row, every) for row in table.apart),
    )


def _laid_out(columns: tuple[str, ...], whose: Mapping[str, str]) -> list[tuple[str, Places]]:
    districts = range(1, len(columns) - 1)
    names = dict.fromkeys(whose[columns[at]] for at in districts if columns[at] in whose)
    found: list[tuple[str, Places]] = [(columns[0], (0,))]
    for name in names:
        own = tuple(at for at in districts if whose.get(columns[at]) == name)
        found.append((f"{ALL} {name}" if name in columns else name, own))
        found.extend((columns[at], (at,)) for at in own)
    rest = [at for at in districts if columns[at] not in whose]
    return [*found, *((columns[at], (at,)) for at in (*rest, len(columns) - 1))]


def _adds(laid: list[Places]) -> Iterable[Adds]:
    """Which columns add up to which: districts to their authority, these and the rest to all."""
    top, at = [], 1
    while at < len(laid):
        top.append(at)
        number = _own(laid, at)
        if number:
            yield Adds(at, tuple(range(at + 1, at + 1 + number)))
        at += 1 + number
    yield Adds(0, tuple(top))


def _own(laid: list[Places], at: int) -> int:
    """How many columns after this one are its own districts."""
    following = laid[at + 1 : at + 1 + len(laid[at])]
    return len(following) if tuple(chain.from_iterable(following)) == laid[at] else 0


def _row(row: ReportRow, laid: list[Places]) -> ReportRow:
    ids = tuple(tuple(sorted(chain.from_iterable(row.children[at] for at in places)))
                for places in laid)  # fmt: skip
    return replace(row, values=tuple(map(len, ids)), children=ids)


def _shared(row: ReportRow, part: ReportRow, whole: ReportRow) -> ReportRow:
    pairs = zip(part.values, whole.values, strict=True)
    values = tuple(percent(int(some or 0), int(of or 0)) for some, of in pairs)
    told = next((one for one in row.why if one), "")
    return replace(row, values=values, why=tuple(told if v is None else "" for v in values))
