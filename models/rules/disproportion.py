"""Whether a group stands among these children more often than among all: shares and their ratio."""

from collections.abc import Iterable, Mapping, Sequence

from models.records.reports import Basis, ReportRow, Thing
from models.rules.indicators import Figure, Term, figure_of, row, unknown

NOT_RECORDED = "Not recorded"
NOBODY_KNOWN = "it is recorded of nobody."
NOT_GIVEN = "how many of all children are of this group is not given."
Who = Mapping[str, Sequence[int]]
"""Of each column, its children."""
Parts = Mapping[str | None, tuple[Thing, ...]]
Shares = Mapping[str, Sequence[Figure]]


def equality_rows(
    heading: str,
    group_of: Mapping[int, str],
    order: Sequence[str],
    who: Who,
    here: Mapping[str, float],
) -> tuple[ReportRow, ...]:
    """A heading's groups in numbers and in per cent of those recorded, for each column of `who`.

    `here` is the number or the share of each group among all children of the area: where it is
    given, how many times its share a group stands among these.
    """
    parts = [_parts(group_of, ids) for ids in who.values()]
    groups = _groups(parts, order)
    numbers = [
        row(Term(heading, name, f"Children whose {heading.lower()} is recorded so."),
            [figure_of(Basis(part.get(name, ()))) for part in parts])
        for name in groups
    ]  # fmt: skip
    left = [figure_of(Basis(part.get(None, ()))) for part in parts]
    term = Term(heading, NOT_RECORDED, f"Children whose {heading.lower()} is not recorded.")
    wholes = [tuple(one for one in ids if one in group_of) for ids in who.values()]
    shares = {name: [_share(*each, name) for each in zip(parts, wholes, strict=True)]
              for name in groups}  # fmt: skip
    return (*numbers, row(term, left), *_shares(heading, shares), *_times(heading, shares, here))


def _parts(group_of: Mapping[int, str], ids: Sequence[int]) -> Parts:
    """The children of each group in one pass, those of none under None."""
    found: dict[str | None, list[Thing]] = {}
    for one in ids:
        found.setdefault(group_of.get(one), []).append(one)
    return {name: tuple(some) for name, some in found.items()}


def _shares(heading: str, shares: Shares) -> Iterable[ReportRow]:
    for name, told in shares.items():
        said = f"Of children whose {heading.lower()} is recorded."
        yield row(Term(f"{heading}, %", name, said, True), told)


def _share(part: Parts, known: tuple[Thing, ...], name: str) -> Figure:
    return figure_of(Basis(part.get(name, ()), known)) if known else unknown(NOBODY_KNOWN)


def _times(heading: str, shares: Shares, here: Mapping[str, float]) -> Iterable[ReportRow]:
    total, said = sum(here.values()), "How many times its share of all children of the area; "
    for name, told in shares.items() if total else ():
        term = Term(f"{heading}, times", name, f"{said}1 is as often.")
        part = here.get(name, 0) / total
        yield row(term, (_as_often(one, part) for one in told))


def _as_often(told: Figure, part: float) -> Figure:
    if told.value is None:
        return told
    if not part:
        return unknown(NOT_GIVEN)
    basis = told.basis
    return Figure(round(len(basis.each) / len(basis.whole or ()) / part, 1), told.children)


def _groups(parts: Iterable[Parts], order: Sequence[str]) -> tuple[str, ...]:
    met = {name for part in parts for name in part if name is not None}
    known = [one for one in order if one in met]
    return (*known, *sorted(met - set(known)))
