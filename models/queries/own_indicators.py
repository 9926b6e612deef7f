"""A panel's own indicators counted: as a number, or as a share of all that they may count."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from models import codes
from models.errors import Refusal
from models.queries.began import Days, began, first_days
from models.queries.grouped import meant
from models.queries.own_facts import FACTS, Known
from models.queries.panel import setting
from models.records.own_indicators import Condition, OwnIndicator
from models.records.reader import Reader
from models.records.reports import Basis, ReportRow
from models.rules.indicators import (
    Figure,
    Term,
    figure_of,
    none_before,
    row,
    unknown,
    with_its_kinds,
)
from models.rules.own_indicators import (
    IS,
    IS_NOT,
    SECTION,
    SETTING,
    Facts,
    alternatives,
    defined,
    meets,
    noun,
    read_kept,
    words_of,
)
from models.rules.quarters import Span, quarters

NONE = "none of these were there."
DATED = {
    "referrals": ("referral",),
    "episodes": ("episode",),
    "actions": ("action",),
    "measures": ("measure",),
    "recommendations": ("recommendation",),
}
"""Children stand on a day and not within a quarter: of them the whole record's first day tells."""
CHILDREN, MOST_SAID = "children", 12


def own_indicators(session: Session, reader: Reader) -> tuple[OwnIndicator, ...]:
    """What the panel counts beside the framework, in its own order."""
    return read_kept(setting(session, reader, SETTING))


def own_rows(
    session: Session, reader: Reader, spans: Sequence[Span], days: Days
) -> Iterator[ReportRow]:
    """The panel's own indicators, a figure for each quarter."""
    known: dict[str, list[Known]] = {}
    for one in own_indicators(session, reader):
        if one.counted not in known:
            ask = FACTS[one.counted]
            known[one.counted] = [ask(session, reader, span) for span in spans]
        told = _row(one, known[one.counted])
        yield with_its_kinds(told, spans, DATED.get(one.counted, ()), days)


def tried(session: Session, reader: Reader, one: OwnIndicator, on: date) -> ReportRow:
    """The indicator as it would stand for the day's quarter and the one before, not being kept.

    Raises Refusal for a value that no list knows and nothing on record has.
    """
    spans = quarters(min(on, reader.today))
    known = [FACTS[one.counted](session, reader, span) for span in spans]
    for each in one.where:
        _check_value(one.counted, each, [facts for some in known for _, facts in some])
    days = first_days(session, reader)
    told = with_its_kinds(_row(one, known), spans, DATED.get(one.counted, ()), days)
    return none_before(told, spans, began(days, reader.today))


def _row(one: OwnIndicator, known: Sequence[Known]) -> ReportRow:
    where = tuple(map(_in_force(one.counted), one.where))
    term = Term(SECTION, one.name, defined(one), one.share)
    return row(term, (_figure(some, where, one.share, one.counted) for some in known))


def _check_value(counted: str, one: Condition, facts: Sequence[Facts]) -> None:
    """A value that is misspelt would count nobody, and look like a finding."""
    listed = noun(counted).fields.get(one.field)
    if one.test not in (IS, IS_NOT):
        return
    known = partial(_is_known, listed, one.field, facts)
    wrong = [value for value in _values(listed, one) if not known(value)]
    there = sorted({word for each in facts for word in words_of(each.get(one.field))})
    if not wrong or one.value.casefold() in map(str.casefold, there):
        return
    if listed:
        there = [row.label for row in codes.rows_of(listed, codes.Code)]
    said = f" There are: {', '.join(there[:MOST_SAID])}." if there else ""
    raise Refusal(f"Nothing on record has “{one.field} {wrong[0]}”.{said}", "where")


def _values(listed: str | None, one: Condition) -> tuple[str, ...]:
    """The values that a condition names: of a list's label that holds "or" itself, that one."""
    whole, *each = alternatives(one)
    rows = codes.rows_of(listed, codes.Code) if listed and each else ()
    one_label = any(row.label.casefold() == whole.casefold() for row in rows)
    return tuple(each) if each and not one_label else (whole,)


def _is_known(listed: str | None, field: str, facts: Sequence[Facts], value: str) -> bool:
    """Whether a value is of its list, or something on record has it."""
    if listed and codes.recognise(listed, value) or field == "plan" and codes.plan_column(value):
        return True
    asked = (Condition(field, IS, value),)
    return any(meets(each, asked) for each in facts)


def _figure(known: Known, where: Sequence[Condition], share: bool, counted: str) -> Figure:
    part = tuple(thing for thing, facts in known if meets(facts, where))
    if not known and (share or counted == CHILDREN):
        return unknown(NONE)
    return figure_of(Basis(part, tuple(thing for thing, _ in known) if share else None))


def _in_force(counted: str) -> Callable[[Condition], Condition]:
    """A value of a code list by its label in force, however the condition words it."""
    lists = noun(counted).fields

    def said(one: Condition) -> Condition:
        values = _values(lists.get(one.field), one)
        told = " or ".join(in_force(one.field, value) for value in values)
        return Condition(one.field, one.test, told)

    def in_force(field: str, value: str) -> str:
        if lists.get(field) and value:
            value = meant(lists[field], value) or value
        return (codes.plan_column(value) or value) if field == "plan" else value

    return said
