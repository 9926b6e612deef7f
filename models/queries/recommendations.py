"""Recommendations and what each child's plan did with them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Child, Recommendation
from models.queries.held import held
from models.queries.knowable import families
from models.queries.overdue import awaited
from models.queries.prepared import for_reader
from models.queries.running_order import item_references
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import takes_part
from models.records.outcomes import RecommendationRow
from models.records.reader import Reader
from models.rules import recommendations as rule
from models.rules.names import initials
from models.rules.recommendations import RecommendationStatus

Statement = Select[Recommendation, str, str | None, str | None]


@for_reader
def _all(reader: Reader) -> Statement:
    """Those of the items that the reader takes part in, in the order they were made."""
    return (
        select(Recommendation, Child.label, Child.system_id, Child.team)
        .join(Child, Child.id == Recommendation.child_id)
        .where(takes_part(reader, Recommendation.item_id, Recommendation.child_id))
        .order_by(Recommendation.id)
    )


@for_reader
def _of_items(reader: Reader) -> Statement:
    return _all(reader).where(Recommendation.item_id.in_(bindparam("items", expanding=True)))


@for_reader
def _by_then(reader: Reader) -> Statement:
    return _all(reader).where(
        Recommendation.child_id.in_(bindparam("children", expanding=True)),
        Recommendation.made_on.is_(None) | (Recommendation.made_on <= bindparam("day")),
    )


@together(About.ITEM)
def _made(
    session: Session, item_ids: Ids, reader: Reader
) -> Mapping[int, Sequence[RecommendationRow]]:
    rows = _read(session, reader, _of_items(reader), {"items": item_ids})
    return grouped((one.item_id, one) for one in rows)


@together(About.CHILD)
def _made_by(
    session: Session, child_ids: Ids, reader: Reader, day: date
) -> Mapping[int, Sequence[RecommendationRow]]:
    """What was recommended for children, by any of their records, up to a day."""
    lead = families(session, child_ids)
    rows = _read(session, reader, _by_then(reader), {"children": tuple(lead), "day": day})
    return grouped((lead[one.child_id], one) for one in rows)


def recommendations(
    session: Session, reader: Reader, child_id: int | None = None
) -> tuple[RecommendationRow, ...]:
    """Recommendations the reader may know of, the latest first."""
    where = [Recommendation.child_id == child_id] if child_id is not None else []
    return tuple(reversed(select_recommendations(session, reader, *where)))


def recommendations_of_item(
    session: Session, reader: Reader, item_id: int
) -> tuple[RecommendationRow, ...]:
    """Recommendations made on an item, in order."""
    return tuple(_made(session, item_id, reader) or ())


def earlier_recommendations(
    session: Session, reader: Reader, child_ids: tuple[int, ...], item_id: int
) -> tuple[RecommendationRow, ...]:
    """A child's recommendations from before an item, with the plan's answers.

    `child_ids` are the child's record and those joined to it.
    """
    day = held(session, session.get_one(AgendaItem, item_id).meeting_id).on
    found = _made_by(session, child_ids[0], reader, day) or ()
    return tuple(one for one in found if one.item_id != item_id)


def select_recommendations(
    session: Session, reader: Reader, *where: ColumnElement[bool]
) -> tuple[RecommendationRow, ...]:
    """Recommendations that match, in the order they were made."""
    return _read(session, reader, _all(reader).where(*where), {})


def _read(
    session: Session,
    reader: Reader,
    statement: Statement,
    asked: dict[str, Any],
) -> tuple[RecommendationRow, ...]:
    rows = session.execute(statement, asked).all()
    names = item_references(session, {row[0].item_id for row in rows})
    due = awaited(session)
    return tuple(_row(due, reader.today, *row, names) for row in rows)


def _words(one: Recommendation, overdue: bool) -> str:
    if one.withdrawn:
        return "withdrawn"
    if one.recalled_on is not None:
        return rule.recalled_words(one.status, one.recalled_on)
    if one.status == RecommendationStatus.ISSUED:
        if one.sent_on is None:
            return "not sent yet"
        return "no answer yet, overdue" if overdue else one.status
    if one.status in rule.ACCEPTED:
        return rule.accepted_words(one.status, one.plan_by, one.by_date, late=overdue)
    return rule.in_words(one.status)


def _row(
    due: Callable[[Recommendation], date | None],
    today: date,
    one: Recommendation,
    name: str,
    system_id: str | None,
    team: str | None,
    names: Mapping[int, str],
) -> RecommendationRow:
    day = None if one.withdrawn else due(one)
    overdue = day is not None and day < today
    answer = day if one.status == RecommendationStatus.ISSUED else None
    return RecommendationRow(
        one.id,
        one.uuid,
        one.reference,
        one.child_id,
        name,
        initials(name),
        system_id,
        one.text,
        one.to_plan,
        one.plan_domain,
        one.addressed_to,
        one.outcome_sought,
        one.by_date,
        one.evidence_sought,
        one.made_on,
        (one.reply_by or answer) if one.sent_on else None,
        one.status,
        _words(one, overdue),
        overdue,
        one.reply_reason,
        one.modified_text,
        one.replied_on,
        one.plan_updated_on,
        one.plan_evidence,
        one.withdrawn,
        one.version,
        one.item_id,
        names.get(one.item_id or 0),
        team,
        one.sent_on,
        one.earlier_answers,
        one.fed_version,
        one.recalled_on,
        one.plan_by,
        day,
    )
