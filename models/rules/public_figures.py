"""Reports as the public may have them: small numbers held back, and nobody behind a figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models.records.reports import PUBLIC, WITHIN, ReportRow, ReportTable, Share
from models.rules.suppression import Key, Sum, held_back

WHAT_C_MEANS = (
    "c: a number from 1 to 5, or another that would give one away. It may stand for any number."
)


HELD_BEFORE = "What the report of {} holds back is held back here as well."


def public(
    tables: Sequence[ReportTable], earlier: Sequence[ReportTable] = ()
) -> tuple[ReportTable, ...]:
    """Reports that are published together, with what may not be told held back from all of them.

    What `earlier` reports of another day, published already, hold back is held back as well: who
    takes it that nothing has changed between them learns no more from both than from one.
    Percentages stand only where all that they are worked out from does; sentences about how the
    figures add up go, since they hold figures of their own.
    """
    figures = dict(_figures(tables))
    rests: dict[Key, int] = dict(_rests(tables, figures))
    sums = [one for table in tables for one in _sums(table, rests)]
    before = {key for table in tables for one in earlier for key in _held_then(table, one)}
    told = {key for table in tables for keys in _told(table) for key in keys}
    every = {**figures, **rests}
    sums += [one for table in tables for one in _sums_told(table, every)]
    hidden = held_back(every, sums, rests.keys() - told, before)
    days = sorted({one.on for one in earlier})
    said = tuple(HELD_BEFORE.format(f"{one.day} {one:%B %Y}") for one in days)
    return tuple(_published(table, hidden, said) for table in tables)


def _held_then(table: ReportTable, earlier: ReportTable) -> Iterator[Key]:
    """The figures of a report that an earlier one of the same name holds back."""
    if earlier.name != f"{table.name}{PUBLIC}":
        return
    places = {(row.section, row.label): place for place, row in enumerate(table.rows)}
    columns = {name: at for at, name in enumerate(table.columns)}
    if table.across == WITHIN:  # named by the day on which each began
        columns = {name: at for at, name in enumerate(earlier.columns)}
    for row in earlier.rows:
        place = places.get((row.section, row.label))
        if place is None or row.percent:
            continue
        for at in row.withheld:
            if (here := columns.get(earlier.columns[at])) is not None:
                yield _key(table, place, here)
    by_words = {one.words: one for one in table.said}
    for one in earlier.said:
        if one.withheld and one.words in by_words:
            yield table.name, by_words[one.words]


@dataclass(frozen=True)
class _Rest:
    """What of a whole is in none of its parts: it stands in no table, and can be worked out."""

    whole: Key
    parts: tuple[Key, ...]


def _figures(tables: Sequence[ReportTable]) -> Iterator[tuple[Key, int]]:
    for table in tables:
        for place in _counts(table):
            for at, value in enumerate(table.rows[place].values):
                yield _key(table, place, at), int(value or 0)
        yield from (((table.name, one), one.number) for one in table.said)


def _counts(table: ReportTable) -> list[int]:
    return [place for place, row in enumerate(table.rows) if not row.percent]


def _key(table: ReportTable, place: int, at: int) -> Key:
    row = table.rows[place]
    return (row.about, table.columns[at]) if row.about else (table.name, place, at)


def _hanging(table: ReportTable) -> Iterator[tuple[Key, tuple[Key, ...]]]:
    """Which figures of a report lie within which, down its columns and along its rows."""
    columns = range(len(table.columns))
    for adds in table.adds:
        for at in columns:
            parts = [_key(table, part, at) for part in adds.parts]
            # What a sentence tells of the rest is a part like any other: it is published.
            parts += [(table.name, one) for one in table.said if one.rest == adds and at == 0]
            yield _key(table, adds.whole, at), tuple(parts)
    within = (one for one in table.said if one.rest is None)
    yield from ((_key(table, one.within, 0), ((table.name, one),)) for one in within)
    for place in _counts(table):
        keys = [_key(table, place, at) for at in columns]
        for adds in table.sums_across:
            yield keys[adds.whole], tuple(keys[part] for part in adds.parts)
        if table.across == WITHIN:
            yield from ((one, (within,)) for one, within in pairwise(keys))


def _rests(
    tables: Sequence[ReportTable], figures: Mapping[Key, int]
) -> Iterator[tuple[_Rest, int]]:
    for table in tables:
        for whole, parts in _hanging(table):
            rest = figures[whole] - sum(figures[one] for one in parts)
            if rest:
                yield _Rest(whole, parts), rest


def _told(table: ReportTable) -> Iterator[list[Key]]:
    """For each sum whose rest a sentence tells, that rest in each column: who reads it knows it."""
    for said in table.said:
        if said.rest is not None:
            rests: list[Key] = [(table.name, said)]
            for at in range(1, len(table.columns)):
                parts = tuple(_key(table, part, at) for part in said.rest.parts)
                rests.append(_Rest(_key(table, said.rest.whole, at), parts))
            yield rests


def _sums_told(table: ReportTable, figures: Mapping[Key, int]) -> Iterator[Sum]:
    """What is left of a sum adds up along the columns as its whole and its parts do."""
    for keys in _told(table):
        for adds in table.sums_across:
            parts = tuple(keys[part] for part in adds.parts if keys[part] in figures)
            if keys[adds.whole] in figures and parts:
                yield Sum(keys[adds.whole], parts)


def _sums(table: ReportTable, rests: Mapping[Key, int]) -> Iterator[Sum]:
    for whole, parts in _hanging(table):
        rest = _Rest(whole, parts)
        yield Sum(whole, (*parts, rest) if rest in rests else parts)


def _published(
    table: ReportTable, hidden: frozenset[Key], held_before: tuple[str, ...]
) -> ReportTable:
    gone = [
        frozenset(at for at in range(len(table.columns)) if _key(table, place, at) in hidden)
        for place in range(len(table.rows))
    ]
    for share in table.shares:
        gone[share.row] = _without(table, share, gone)
    rows = tuple(_row(row, lost) for row, lost in zip(table.rows, gone, strict=True))
    terms = (*table.definitions, WHAT_C_MEANS, *held_before)
    said = tuple(replace(one, withheld=(table.name, one) in hidden) for one in table.said)
    return replace(
        table, name=f"{table.name}{PUBLIC}", rows=rows, reconciliation=(), definitions=terms,
        said=said, apart=(),
    )  # fmt: skip


def _without(table: ReportTable, share: Share, gone: list[frozenset[int]]) -> frozenset[int]:
    """Where a percentage would tell what one of its figures is, or what is left of the whole."""
    left = [
        adds.parts
        for adds in table.adds
        if adds.whole == share.whole and share.part in adds.parts and len(adds.parts) == 2
    ]
    return gone[share.part].union(gone[share.whole], *(gone[one] for two in left for one in two))


def _row(row: ReportRow, lost: frozenset[int]) -> ReportRow:
    values = tuple(None if at in lost else value for at, value in enumerate(row.values))
    why = tuple("" if at in lost else one for at, one in enumerate(row.why))
    return replace(row, values=values, children=(), withheld=lost, why=why)
