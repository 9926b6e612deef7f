"""Indicators of missing episodes and return home interviews."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from models.queries.performance_episodes import Episode, episodes
from models.queries.performance_interviews import NONE_HELD, interview_rows
from models.queries.quarterly import plan_of
from models.queries.standing import standings
from models.records.reader import Reader
from models.records.reports import ReportRow
from models.rules.by_day import COUNTS
from models.rules.indicators import Figure, Term, children, counted, row, share, unknown
from models.rules.performance import in_time, repeatedly, run_out
from models.rules.quarters import Span
from models.rules.since import WINDOW_DAYS

SECTION, CLA = "Missing and return home interviews", "CLA"
EPISODES = Term(
    SECTION,
    "Episodes",
    "Missing or absent episodes reported in the quarter, however many of one child.",
)
MISSING = Term(SECTION, "Children", "Children with an episode reported in the quarter.")
REPEAT = Term(
    SECTION,
    "Missing repeatedly",
    "Children with 3 or more episodes entered for the 90 days up to the last day; a higher number "
    "that a list told is not counted.",
)
CARED_FOR = Term(
    SECTION, "Children looked after", "Of the children missing, those looked after on the last day."
)
ELSEWHERE = Term(
    SECTION,
    "Episodes from out of area",
    "Of the episodes reported in the quarter, those from a placement out of the area.",
)
RETURNS = "Of episodes with a return in the quarter"
OFFERED = Term(SECTION, "% offered", f"{RETURNS}, those for which an interview was offered.", True)
DONE = Term(SECTION, "% completed", f"{RETURNS}, those for which an interview was held.", True)
WITHIN = Term(
    SECTION,
    "% within 72 hours",
    f"{RETURNS} whose 72 hours had run out on the day of the report, those with an interview held "
    f"within 72 hours. A return counts in the quarter of its day alone. {COUNTS}",
    True,
)
DECLINED = Term(
    SECTION, "% declined", f"{RETURNS}, those whose interview was declined with a reason.", True
)
INDEPENDENT = Term(
    SECTION,
    "% by somebody independent",
    "Of interviews held that say who held them, those by somebody independent.",
    True,
)
LEARNED = Term(
    SECTION,
    "% from which something was learned",
    "Of interviews held after a return in the quarter, those with what was learned on record.",
    True,
)
ANSWERED = Term(
    SECTION,
    "% gone through for links",
    "Of interviews held after a return in the quarter that say what was learned, those whose names "
    "and places a person has all answered.",
    True,
)
STRATEGY = Term(
    SECTION,
    "Strategy meetings",
    "Strategy meetings held in the quarter because of missing episodes.",
)
NO_PLAN = "no plan of a child missing was on record on the last day."
NOT_FROM = "no episode says where the child was missing from."
NO_RETURN = "no return is recorded."
NONE_OUT = "no 72 hours after a return have run out."
NOT_LEARNED = "no interview held says what was learned."
NOT_SAID = "no interview says whether who held it is independent."


def missing_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of missing episodes, a figure for each quarter."""
    first = min(span.first for span in spans) - timedelta(days=WINDOW_DAYS)
    every = episodes(session, reader, first)
    new = [[one for one in every if span.holds(one.reported)] for span in spans]
    for term, count in ((EPISODES, counted), (MISSING, children)):
        yield row(term, [count([one.child_id for one in some]) for some in new])
    yield row(REPEAT, (children(_repeatedly(every, span)) for span in spans))
    yield row(CARED_FOR, _cared_for(session, reader, spans, new))
    yield row(ELSEWHERE, map(_from_elsewhere, new))
    back = [[one for one in every if span.holds(one.returned)] for span in spans]
    yield row(OFFERED, (_share(some, [one for one in some if one.offered]) for some in back))
    yield row(DONE, (_share(some, [one for one in some if one.done]) for some in back))
    seen = max(span.end(reader.now) for span in spans)
    yield row(WITHIN, (_within(some, seen) for some in back))
    yield row(DECLINED, (_share(some, [one for one in some if one.declined]) for some in back))
    held = [[one for one in some if one.done] for some in back]
    yield row(INDEPENDENT, map(_independent, held))
    yield row(LEARNED, (_share(some, [o for o in some if o.learned], NONE_HELD) for some in held))
    told = [[one for one in some if one.learned] for some in held]
    yield row(
        ANSWERED, (_share(some, [o for o in some if o.answered], NOT_LEARNED) for some in told)
    )
    yield from interview_rows(back)
    met = [[one.child_id for one in every if span.holds(one.strategy)] for span in spans]
    yield row(STRATEGY, map(counted, met))


def _repeatedly(every: list[Episode], span: Span) -> Iterator[int]:
    reported: Mapping[int, list[datetime]] = defaultdict(list)
    for one in every:
        if one.reported is not None:
            reported[one.child_id].append(one.reported)
    return (child for child, days in reported.items() if repeatedly(days, span.last))


def _cared_for(
    session: Session, reader: Reader, spans: Sequence[Span], new: list[list[Episode]]
) -> Iterator[Figure]:
    for span, some in zip(spans, new, strict=True):
        ids = list(dict.fromkeys(one.child_id for one in some))
        held = standings(session, reader, ids, span.last) if ids else {}
        plans = {one: plan_of(held[one]) for one in ids}
        known = any(plans.values()) or not ids
        yield children(o for o in ids if plans[o] == CLA) if known else unknown(NO_PLAN)


def _from_elsewhere(new: list[Episode]) -> Figure:
    if new and not any(one.missing_from for one in new):
        return unknown(NOT_FROM)
    return counted([one.child_id for one in new if one.from_elsewhere])


def _share(whole: list[Episode], part: list[Episode], nobody: str = NO_RETURN) -> Figure:
    return share([one.child_id for one in part], [one.child_id for one in whole], nobody)


def _within(back: list[Episode], now: datetime) -> Figure:
    due = [one for one in back if one.returned and run_out(one.returned, now)]
    kept = [one for one in due if one.returned and in_time(one.returned, one.done)]
    return _share(due, kept, NONE_OUT)


def _independent(held: list[Episode]) -> Figure:
    said = [one for one in held if one.independent is not None]
    return _share(said, [one for one in said if one.independent], NOT_SAID)
