"""Whether a group stands among these children more often than among all: shares and their ratio."""

from collections.abc import Iterable, Mapping, Sequence

from models.records.reports import Basis, ReportRow, Thing
from models.rules.indicators import Figure, Term, figure_of, row, unknown

NOT_RECORDED = "Not recorded"
NOBODY_KNOWN = "it is recorded of nobody."
NOT_GIVEN = "how many of all children are of this group is not given."
Who = Mapping[str, Sequence[int]]
"""Of each column, its children."""


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
    groups = _groups(group_of, order, who)
    numbers = [
        row(Term(heading, name, f"Children whose {heading.lower()} is recorded so."),
            [figure_of(Basis(_of(group_of, ids, name))) for ids in who.values()])
        for name in groups
    ]  # fmt: skip
    left = [figure_of(Basis(_of(group_of, ids, None))) for ids in who.values()]
    term = Term(heading, NOT_RECORDED, f"Children whose {heading.lower()} is not recorded.")
    return (*numbers, row(term, left), *_shares(heading, groups, group_of, who, here))


def _shares(
    heading: str,
    groups: Sequence[str],
    group_of: Mapping[int, str],
    who: Who,
    here: Mapping[str, float],
) -> Iterable[ReportRow]:
    section = f"{heading}, %"
    for name in groups:
        term = Term(section, name, f"Of children whose {heading.lower()} is recorded.", True)
        yield row(term, (_share(group_of, ids, name) for ids in who.values()))
    total = sum(here.values())
    if not total:
        return
    section = f"{heading}, times"
    for name in groups:
        term = Term(
            section, name, "How many times its share of all children of the area; 1 is as often."
        )
        part = here.get(name, 0) / total
        yield row(term, (_times(group_of, ids, name, part) for ids in who.values()))


def _share(group_of: Mapping[int, str], ids: Sequence[int], name: str) -> Figure:
    known = tuple(one for one in ids if one in group_of)
    if not known:
        return unknown(NOBODY_KNOWN)
    return figure_of(Basis(_of(group_of, ids, name), known))


def _times(group_of: Mapping[int, str], ids: Sequence[int], name: str, part: float) -> Figure:
    told = _share(group_of, ids, name)
    if told.value is None:
        return told
    if not part:
        return unknown(NOT_GIVEN)
    basis = told.basis
    return Figure(round(len(basis.each) / len(basis.whole or ()) / part, 1), told.children)


def _of(group_of: Mapping[int, str], ids: Sequence[int], name: str | None) -> tuple[Thing, ...]:
    return tuple(one for one in ids if group_of.get(one) == name)


def _groups(group_of: Mapping[int, str], order: Sequence[str], who: Who) -> tuple[str, ...]:
    met = {group_of[one] for ids in who.values() for one in ids if one in group_of}
    known = [one for one in order if one in met]
    return (*known, *sorted(met - set(known)))
