"""Indicators of what happens at places of concern: how often, and whether that fell or rose."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from sqlalchemy.orm import Session

from models.queries.incidents import incidents
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.indicators import Figure, Term, counted, row, unknown, with_its_kinds
from models.rules.quarters import Span, quarters

SECTION = "Places and groups"
OF_THESE = (
    "Of places of concern on the last day, those named {} often in the quarter than in as many "
    "days from the start of the quarter before."
)
HAPPENED = Term(
    SECTION,
    "Incidents at places of concern",
    "Missing episodes, return interviews and lines dated in the quarter that name a place of "
    "concern on the last day; one that names two counts at both.",
)
FEWER = Term(SECTION, "Places with fewer incidents", OF_THESE.format("less"))
MORE = Term(SECTION, "Places with more incidents", OF_THESE.format("more"))
NOWHERE = "no place of concern stood on the last day."
NOT_SO_LONG = "nothing that names a place is on record from the quarter before."
Standing = Sequence[Mapping[int, Listed]]
"""The places of concern on the last day of each quarter, by id, as they are listed."""


def incident_rows(
    session: Session, reader: Reader, spans: Sequence[Span], standing: Standing
) -> Iterator[ReportRow]:
    """Incidents at places of concern, and at how many of these they fell or rose."""
    found = incidents(session, reader) if any(standing) else ()
    dated = [(one.place_id, one.day) for one in found if one.day is not None]
    first = min((day for _, day in dated), default=None)
    named = [Counter(place for place, day in dated if span.holds(day)) for span in spans]
    earlier = [_as_long_before(span) for span in spans]
    then = [Counter(place for place, day in dated if span.holds(day)) for span in earlier]
    told = (
        counted([who for one, who in places.items() for _ in range(now[one])])
        for places, now in zip(standing, named, strict=True)
    )
    yield with_its_kinds(row(HAPPENED, told), spans, ("incident",), {"incident": first})
    for term, way in ((FEWER, -1), (MORE, 1)):
        yield row(
            term,
            (
                _changed(places, now, before, way)
                if first is not None and first <= span.last
                else _why(places)
                for places, now, before, span in zip(standing, named, then, earlier, strict=True)
            ),
        )


def _changed(
    places: Mapping[int, Listed], now: Counter[int], before: Counter[int], way: int
) -> Figure:
    if not places:
        return unknown(NOWHERE)
    return counted([who for one, who in places.items() if (now[one] - before[one]) * way > 0])


def _why(places: Mapping[int, Listed]) -> Figure:
    return unknown(NOT_SO_LONG if places else NOWHERE)


def _as_long_before(span: Span) -> Span:
    """As many days of the quarter before, from its first; all of it beside a whole quarter."""
    earlier = quarters(span.before, 1)[0]
    after = span.last + timedelta(days=1)
    whole = quarters(after, 1)[0].first == after
    last = earlier.first + (span.last - span.first)
    return Span(earlier.first, earlier.last if whole else min(last, earlier.last), earlier.name)
