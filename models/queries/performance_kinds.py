"""Disruption measures of each kind: entered, applied for, granted, breached in a quarter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Measure
from models.queries.measures_report import OTHER
from models.queries.performance_disruption import STEPS, Dated, measures, steps
from models.queries.visible import visible_to
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.indicators import Term, counted, row, unknown
from models.rules.quarters import Span

SECTION = "Disruption by kind"
ENTERED = "Entered"
KINDS = "A kind is that of the list of measures; all of the panel's own wording are one."
WHAT = {
    ENTERED: f"Measures of this kind agreed or considered in the quarter. {KINDS}",
    **{
        label.removeprefix(
            "Measures "
        ).capitalize(): "Steps of measures of this kind, by the day of "
        f"the step in the measure's time line. {KINDS}"
        for label, _ in STEPS
    },
}
NOTHING = Term(SECTION, "Measures by kind", f"Measures and their steps, by kind. {KINDS}")
NONE = "no measure was entered or came further."


def kind_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """A row for each kind and step that occurs in a quarter; where none does, one says so."""
    kinds = _kinds(session, reader)
    dated = [measures(session, reader), *(steps(session, reader, words) for _, words in STEPS)]
    by_kind = [_by_kind(one, kinds) for one in dated]
    found = False
    for kind in _in_order({kind for one in by_kind for kind in one}):
        for what, told in zip(WHAT, by_kind, strict=True):
            each = [[one for one, day in told[kind] if span.holds(day)] for span in spans]
            if any(each):
                found = True
                yield row(
                    Term(SECTION, f"{what}: {kind}", f"{kind}. {WHAT[what]}"), map(counted, each)
                )
    if not found:
        yield row(NOTHING, (unknown(NONE) for _ in spans))


def _kinds(session: Session, reader: Reader) -> Mapping[object, str]:
    rows = session.execute(select(Measure.id, Measure.type_code).where(visible_to(reader, Measure)))
    known = ((one, codes.measure(code) if code else None) for one, code in rows)
    return {("measure", one): kind.label if kind else OTHER for one, kind in known}


def _by_kind(dated: Dated, kinds: Mapping[object, str]) -> defaultdict[str, Dated]:
    found: defaultdict[str, Dated] = defaultdict(list)
    for one, day in dated:
        found[kinds[one.key]].append((one, day))
    return found


def _in_order(kinds: set[str]) -> list[str]:
    """By the list of measures, the panel's own wording last."""
    places = {one.label: at for at, one in enumerate(codes.load("measures"))}
    return sorted(kinds, key=lambda kind: (places.get(kind, len(places)), kind))
