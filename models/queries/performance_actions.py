"""Indicators of actions, for each agency too, and of recommendations to plans."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from models.entities import Action, Agency, Recommendation
from models.queries.knowable import knowable, leads
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.actions import DONE, FINISHED, ActionStatus
from models.rules.indicators import Figure, Term, counted, middle, row, share
from models.rules.performance import open_on
from models.rules.quarters import Span

SECTION, BY_AGENCY, PLANS = "Actions", "Actions by agency", "Recommendations"
NO_AGENCY = "Without an agency"
MADE = Term(SECTION, "Agreed", "Actions made in the quarter.")
FINISHED_SO = "Actions that were finished in the quarter as"
ENDED = tuple(
    (Term(SECTION, label, f"{FINISHED_SO} {words}."), statuses)
    for label, words, statuses in (
        ("Done", "done, in time or late", DONE),
        ("Circumstances changed", "no longer possible", {ActionStatus.NOT_POSSIBLE}),
        (
            "Superseded or cancelled",
            "superseded or cancelled",
            {ActionStatus.SUPERSEDED, ActionStatus.CANCELLED},
        ),
    )
)
ON_TIME = Term(
    SECTION,
    "% done on time",
    "Of actions done in the quarter that had a date, those done by it, as the date stands now.",
    True,
)
OVERDUE = Term(
    SECTION, "Overdue", "Actions open on the last day whose date, as it stands now, was before it."
)
LATE = Term(
    SECTION,
    "Days past due",
    "Median calendar days since their date, of the overdue on the last day.",
)
CARRIED = Term(
    SECTION, "Carried forward", "Actions open on the last day that were carried at least once."
)
DAYS = Term(
    SECTION,
    "Days to done",
    "Median calendar days from agreed to done, of those done in the quarter.",
)
ANSWERED = Term(
    PLANS,
    "% accepted into plans",
    "Of recommendations made in the quarter that the plan has answered, those accepted, with or "
    "without changes, or in the plan.",
    True,
)
ISSUED = Term(
    PLANS, "Made", "Recommendations to plans made in the quarter; withdrawn ones left out."
)
ACCEPTED = frozenset({"accepted", "accepted modified", "in plan"})
NONE_DONE = "no action with a date was done."
NO_END = "no action was done."
NONE_LATE = "no action was overdue."
NO_ANSWER = "no recommendation of the quarter was answered."


@dataclass(frozen=True)
class _Action:
    id: int
    reference: str
    agency: str
    due: date | None
    status: str
    ended: date | None
    made: date | None
    carried: int

    @property
    def on_time(self) -> bool:
        late = self.status == ActionStatus.COMPLETE_LATE
        return not late and bool(self.due and self.ended and self.ended <= self.due)

    def was_open(self, on: date) -> bool:
        finished = self.ended if self.status in FINISHED else None
        return open_on(self.made, finished, on) and (
            self.status not in FINISHED or self.ended is not None
        )

    def overdue(self, on: date) -> bool:
        return self.due is not None and self.due < on and self.was_open(on)

    @property
    def listed(self) -> Listed:
        due = f", due {self.due.day} {self.due:%b %Y}" if self.due else ", no date"
        return Listed("actions", self.id, f"{self.reference}, {self.agency}{due}")


def action_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of actions and recommendations, a figure for each quarter."""
    every = _actions(session, reader, min(span.first for span in spans))
    yield row(MADE, (_count(one for one in every if span.holds(one.made)) for span in spans))
    ended = [[one for one in every if span.holds(one.ended)] for span in spans]
    for term, statuses in ENDED:
        yield row(term, (_count(one for one in some if one.status in statuses) for some in ended))
    yield row(ON_TIME, map(_on_time, ended))
    yield row(DAYS, map(_days, ended))
    overdue = [[one for one in every if one.overdue(span.last)] for span in spans]
    yield row(OVERDUE, map(_count, overdue))
    yield row(LATE, map(_late, overdue, spans))
    carried = ((o for o in every if o.carried and o.was_open(span.last)) for span in spans)
    yield row(CARRIED, map(_count, carried))
    yield from _by_agency(_agencies(session, reader), ended, overdue)
    yield from _recommendations(session, reader, spans)


def _actions(session: Session, reader: Reader, since: date) -> list[_Action]:
    """Actions that were made, finished or still open on a day or later."""
    over = [status.value for status in FINISHED]
    rows = session.execute(
        select(
            Action.id,
            Action.reference,
            Agency.name,
            Action.due_on,
            Action.status,
            Action.status_on,
            Action.made_on,
            Action.carried_count,
        )
        .outerjoin(Agency, Agency.id == Action.agency_id)
        .where(
            _counted(reader),
            or_(Action.status.not_in(over), Action.status_on >= since, Action.made_on >= since),
        )
        .order_by(Action.due_on, Action.id)
    )
    return [
        _Action(one, reference, name or NO_AGENCY, due, status, ended, made, carried)
        for one, reference, name, due, status, ended, made, carried in rows
    ]


def _counted(reader: Reader) -> ColumnElement[bool]:
    proposed = ActionStatus.PROPOSED.value
    return and_(visible_to(reader, Action), Action.status != proposed)


def _agencies(session: Session, reader: Reader) -> list[str]:
    """Every agency that ever had an action, by name."""
    asked = select(Agency.name).select_from(Action).outerjoin(Agency, Agency.id == Action.agency_id)
    names = session.scalars(asked.where(_counted(reader)).distinct())
    return sorted({name or NO_AGENCY for name in names})


def _count(some: "Iterable[_Action]") -> Figure:
    return counted([one.listed for one in some])


def _on_time(ended: list[_Action]) -> Figure:
    dated = [one for one in ended if one.status in DONE and one.due is not None]
    kept = [one.listed for one in dated if one.on_time]
    return share(kept, [one.listed for one in dated], NONE_DONE)


def _days(ended: list[_Action]) -> Figure:
    found = [
        ((one.ended - one.made).days, one.listed)
        for one in ended
        if one.status in DONE and one.made and one.ended
    ]
    return middle([days for days, _ in found], [one for _, one in found], NO_END)


def _late(overdue: list[_Action], span: Span) -> Figure:
    days = [(span.last - one.due).days for one in overdue if one.due]
    return middle(days, [one.listed for one in overdue], NONE_LATE)


def _by_agency(
    agencies: list[str], ended: list[list[_Action]], overdue: list[list[_Action]]
) -> Iterator[ReportRow]:
    for name in agencies:
        term = Term(
            BY_AGENCY, f"{name}: % on time", f"{ON_TIME.definition} Of this agency alone.", True
        )
        yield row(term, (_on_time([one for one in some if one.agency == name]) for some in ended))
        term = Term(BY_AGENCY, f"{name}: overdue", f"{OVERDUE.definition} Of this agency alone.")
        yield row(term, (_count(o for o in some if o.agency == name) for some in overdue))


def _recommendations(
    session: Session, reader: Reader, spans: Sequence[Span]
) -> Iterator[ReportRow]:
    folded = leads(session)
    rows = session.execute(
        select(Recommendation.child_id, Recommendation.made_on, Recommendation.status)
        .where(
            Recommendation.withdrawn.is_(False),
            Recommendation.status != "draft",
            knowable(reader, Recommendation.child_id),
            takes_part(reader, Recommendation.item_id, Recommendation.child_id),
        )
        .order_by(Recommendation.id)
    )
    every = [(folded.get(child, child), made, status) for child, made, status in rows]
    new = [[one for one in every if span.holds(one[1])] for span in spans]
    yield row(ISSUED, (counted([child for child, _, _ in some]) for some in new))
    yield row(ANSWERED, map(_accepted, new))


def _accepted(new: list[tuple[int, date | None, str]]) -> Figure:
    answered = [one for one in new if one[2] in ACCEPTED | {"rejected"}]
    taken = [one[0] for one in answered if one[2] in ACCEPTED]
    return share(taken, [one[0] for one in answered], NO_ANSWER)
