"""Indicators of the quality of minutes: decided, reasoned, the child heard, owned, worded."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.entities import (
    Action,
    AgendaItem,
    Decision,
    Discussion,
    InformationLine,
    Meeting,
    Recommendation,
    RiskJudgement,
    Subject,
)
from models.marks import ItemState, Origin, SubjectKind
from models.queries.items_held import of_meetings_held
from models.queries.tiers import tier_names
from models.queries.visible import visible_to
from models.queries.wording import TEXTS
from models.records.reader import Reader
from models.records.reports import Listed, ReportRow
from models.rules.actions import ActionStatus
from models.rules.indicators import Term, counted, listed_meeting, row, share
from models.rules.language import finder, listed_terms
from models.rules.quarters import Span

SECTION = "Quality of minutes"
ITEMS = "Of items discussed in the quarter, those"
OF_CHILDREN = "Of children's items discussed in the quarter, those"
DECIDED = Term(SECTION, "% with a decision", f"{ITEMS} with a decision.", True)
REASONED = Term(
    SECTION, "% of decisions with a reason", "Of these decisions, those with a reason.", True
)
ANALYSED = Term(SECTION, "% with an analysis", f"{ITEMS} with an analysis.", True)
HEARD = Term(SECTION, "% with the child's words", f"{OF_CHILDREN} with the child's words.", True)
TOLD_WHY = Term(
    SECTION,
    "% with the child's words or why not",
    f"{OF_CHILDREN} with the child's words, or the reason why there are none.",
    True,
)
JUDGED = Term(SECTION, "% with risk judged", f"{OF_CHILDREN} with a level of risk after.", True)
OWNED = Term(
    SECTION,
    "% of actions with owner and date",
    "Of actions agreed on items discussed in the quarter, those with a named owner and a date.",
    True,
)
BLAMING = Term(
    SECTION,
    "Texts with words that blame",
    "Texts of items of meetings held in the quarter that hold words of the list of language; the "
    "child's own words and what stands in quotation marks are not counted.",
)
NO_ITEM, NO_CHILD = "no item was discussed.", "no child's item was discussed."
NO_DECISION, NO_ACTION = "no item had a decision.", "no item had an action."


class _Item(NamedTuple):
    id: int
    listed: Listed
    held_on: date
    discussed: bool
    is_child: bool
    decided: bool
    rationale: str | None
    voice: str | None
    no_voice: str | None
    analysis: str | None
    judged: str | None


def minutes_rows(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[ReportRow]:
    """The indicators of the quality of minutes, a figure for each quarter."""
    known = list(_items(session, reader, spans))
    held = [[one for one in known if span.holds(one.held_on)] for span in spans]
    every = [[one for one in some if one.discussed] for some in held]
    children = [[one for one in some if one.is_child] for some in every]
    decided = [[one for one in some if one.decided] for some in every]
    yield _row(DECIDED, decided, every, NO_ITEM)
    yield _row(REASONED, [[o for o in some if o.rationale] for some in decided], decided,
               NO_DECISION)  # fmt: skip
    yield _row(ANALYSED, [[o for o in some if o.analysis] for some in every], every, NO_ITEM)
    for term, said in (
        (HEARD, lambda one: one.voice),
        (TOLD_WHY, lambda one: one.voice or one.no_voice),
        (JUDGED, lambda one: one.judged),
    ):
        yield _row(term, [list(filter(said, some)) for some in children], children, NO_CHILD)
    yield from _owned(session, reader, spans, every)
    yield from _worded(session, reader, spans, held)


Items = Sequence[Sequence[_Item]]


def _row(term: Term, part: Items, whole: Items, nobody: str) -> ReportRow:
    pairs = zip(part, whole, strict=True)
    return row(term, (share([one.listed for one in some], [one.listed for one in of], nobody)
                      for some, of in pairs))  # fmt: skip


def _items(session: Session, reader: Reader, spans: Sequence[Span]) -> Iterator[_Item]:
    """Every item of meetings held then; those not removed in which the reader takes part."""
    names = tier_names(session, reader)
    rows = session.execute(
        select(
            AgendaItem.id, Meeting.id, Meeting.held_on, Meeting.series_id, AgendaItem.state,
            Subject.kind, Decision.id, Decision.rationale, Discussion.voice,
            Discussion.voice_absent_reason, Discussion.analysis, RiskJudgement.after,
        )
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .outerjoin(Subject, Subject.id == AgendaItem.subject_id)
        .outerjoin(Decision, Decision.item_id == AgendaItem.id)
        .outerjoin(Discussion, Discussion.item_id == AgendaItem.id)
        .outerjoin(RiskJudgement, RiskJudgement.item_id == AgendaItem.id)
        .where(of_meetings_held(reader), _then(spans))
        .order_by(Meeting.held_on, AgendaItem.id)
    )  # fmt: skip
    for item_id, meeting_id, day, tier, state, kind, decision, *said in rows:
        listed = listed_meeting(meeting_id, day, names.get(tier))
        yield _Item(item_id, listed, day, state == ItemState.DISCUSSED.value,
                    kind == SubjectKind.CHILD.value, decision is not None, *said)  # fmt: skip


def _then(spans: Sequence[Span]) -> ColumnElement[bool]:
    """True in SQL for a meeting of the days that are told, and of those between them."""
    return Meeting.held_on.between(min(o.first for o in spans), max(o.last for o in spans))


def _of_items(column: Any, spans: Sequence[Span]) -> ColumnElement[bool]:
    """True in SQL for what hangs on an item of these meetings: years of others are not read."""
    items = select(AgendaItem.id).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    held: ColumnElement[bool] = column.in_(items.where(_then(spans)))
    return held


def _owned(
    session: Session, reader: Reader, spans: Sequence[Span], every: Items
) -> Iterator[ReportRow]:
    rows = session.execute(
        select(Action.item_id, Action.id, Action.reference, Action.owner_id, Action.owner_name,
               Action.due_on)
        .where(visible_to(reader, Action), _of_items(Action.item_id, spans),
               Action.status != ActionStatus.PROPOSED.value)
        .order_by(Action.id)
    ).all()  # fmt: skip
    found = []
    for some in every:
        ids = {one.id for one in some}
        mine = [(Listed("actions", one, f"{reference}"), bool((owner or name) and due))
                for item, one, reference, owner, name, due in rows if item in ids]  # fmt: skip
        whole = [listed for listed, _ in mine]
        found.append(share([listed for listed, owned in mine if owned], whole, NO_ACTION))
    yield row(OWNED, found)


def _worded(
    session: Session, reader: Reader, spans: Sequence[Span], held: Items
) -> Iterator[ReportRow]:
    found = finder(listed_terms())
    blaming = [item for item, text in _texts(session, reader, spans) if found(text)]
    yield row(
        BLAMING,
        (
            counted([known[item] for item in blaming if item in known])
            for known in ({one.id: one.listed for one in some} for some in held)
        ),
    )


def _texts(
    session: Session, reader: Reader, spans: Sequence[Span]
) -> Iterator[tuple[int | None, str]]:
    """What was written of items in the room, with the item; what the child says is the child's."""
    columns = [getattr(Discussion, name) for name in TEXTS]
    then = _of_items(Discussion.item_id, spans)
    for item, *texts in session.execute(select(Discussion.item_id, *columns).where(then)):
        yield from ((item, text) for text in texts if text)
    for statement in (
        select(Decision.item_id, Decision.rationale),
        select(RiskJudgement.item_id, RiskJudgement.rationale),
        select(Action.item_id, Action.text).where(visible_to(reader, Action)),
        select(Recommendation.item_id, Recommendation.text).where(
            Recommendation.withdrawn.is_(False)
        ),
        select(InformationLine.item_id, InformationLine.text).where(
            InformationLine.origin == Origin.ROOM.value, visible_to(reader, InformationLine)
        ),
    ):
        then = _of_items(statement.selected_columns[0], spans)
        yield from ((item, text) for item, text in session.execute(statement.where(then)) if text)
