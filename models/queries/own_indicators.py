"""A panel's own indicators counted: as a number, or as a share of all that they may count."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from sqlalchemy.orm import Session

from models import codes
from models.queries.grouped import meant
from models.queries.own_facts import FACTS, Known
from models.queries.panel import setting
from models.records.own_indicators import Condition, OwnIndicator
from models.records.reader import Reader
from models.records.reports import Basis, ReportRow
from models.rules.indicators import Figure, Term, figure_of, row, unknown
from models.rules.own_indicators import SECTION, SETTING, defined, meets, noun, read_kept
from models.rules.quarters import Span, quarters

NONE = "none of these were there."


def own_indicators(session: Session, reader: Reader) -> tuple[OwnIndicator, ...]:
    """What the panel counts beside the framework, in its own order."""
    return read_kept(setting(session, reader, SETTING))


def own_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The panel's own indicators, a figure for each quarter."""
    known: dict[str, list[Known]] = {}
    for one in own_indicators(session, reader):
        if one.counted not in known:
            ask = FACTS[one.counted]
            known[one.counted] = [ask(session, reader, span) for span in spans]
        yield _row(one, known[one.counted])


def tried(session: Session, reader: Reader, one: OwnIndicator, on: date) -> ReportRow:
    """The indicator as it would stand for the day's quarter and the one before, not being kept."""
    spans = quarters(min(on, reader.today))
    return _row(one, [FACTS[one.counted](session, reader, span) for span in spans])


def _row(one: OwnIndicator, known: Sequence[Known]) -> ReportRow:
    where = tuple(map(_in_force(one.counted), one.where))
    term = Term(SECTION, one.name, defined(one), one.share)
    return row(term, (_figure(some, where, one.share) for some in known))


def _figure(known: Known, where: Sequence[Condition], share: bool) -> Figure:
    part = tuple(thing for thing, facts in known if meets(facts, where))
    if share and not known:
        return unknown(NONE)
    return figure_of(Basis(part, tuple(thing for thing, _ in known) if share else None))


def _in_force(counted: str) -> Callable[[Condition], Condition]:
    """A value of a code list by its label in force, however the condition words it."""
    lists = noun(counted).fields

    def said(one: Condition) -> Condition:
        value = one.value
        if lists.get(one.field) and value:
            value = meant(lists[one.field], value) or value
        if one.field == "plan":
            value = codes.plan_column(value) or value
        return Condition(one.field, one.test, value)

    return said
