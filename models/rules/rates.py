"""Counts for every ten thousand children of the area, beside the counts that they are made of."""

from collections.abc import Iterator, Mapping

from models.errors import Refusal
from models.records.reports import ReportRow
from models.rules.indicators import Figure, Term, row, unknown

SETTING = "children_of_area"
HINT = "Aged 0 to 17, from the census; Performance tells rates of them"
SECTION, OF = "Rates", 10_000
NOT_GIVEN = "how many children live in the area is not given (Settings, Panel)."
NOT_A_NUMBER = "Give a whole number of children, or nothing."


def children_of_area(text: str) -> int | None:
    """How many children live in the area, as a setting keeps it; None where it is not given.

    Raises Refusal for what is no number of children.
    """
    bare = text.replace(",", "").strip()
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit() and int(bare)):
        raise Refusal(NOT_A_NUMBER, SETTING)
    return int(bare)


def rates(counts: Mapping[str, ReportRow], children: int | None) -> Iterator[ReportRow]:
    """These rows, by what each is called, for every 10,000 children of the area.

    The same stands behind each.
    """
    for label, one in counts.items():
        words = f"{one.definition} For every 10,000 children of the area."
        term = Term(SECTION, f"{label} per 10,000", words)
        yield row(term, (_rate(one, at, children) for at in range(len(one.values))))


def _rate(one: ReportRow, at: int, children: int | None) -> Figure:
    value = one.values[at]
    if value is None:
        return unknown(one.why[at])
    if children is None:
        return unknown(NOT_GIVEN)
    return Figure(round(OF * value / children, 1), one.children[at])
