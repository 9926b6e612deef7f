"""Sheets of recommendations on their way: answers are awaited from the day on which one went."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Issue, Recommendation
from models.queries.working import days_closed, reply_within
from models.rules import recommendations as rule
from models.rules.finished import SHEETS


def sent(session: Session, issued: Iterable[Issue], on: date) -> None:
    """Keep when the recommendations of these sheets went, and the day that was printed on them."""
    closed, within = days_closed(session), reply_within(session)
    for _, rows in groupby(_unanswered(session, issued), lambda one: one.item_id):
        asked = list(rows)
        kept = [row.reply_by if row.sent_on else None for row in asked]
        by = rule.asked_by(kept, on, closed, within)
        for row in asked:
            row.reply_by, row.sent_on = by, row.sent_on or on


def taken_back(session: Session, recalled: Iterable[Issue]) -> None:
    """Of what a recalled sheet asked nothing is awaited until a sheet goes again."""
    for row in _unanswered(session, recalled):
        row.sent_on = row.reply_by = None


def _unanswered(session: Session, issued: Iterable[Issue]) -> list[Recommendation]:
    items = {one.item_id for one in issued if one.item_id and one.document.startswith(SHEETS)}
    if not items:
        return []
    found = session.scalars(
        select(Recommendation)
        .where(Recommendation.item_id.in_(items), Recommendation.withdrawn.is_(False))
        .order_by(Recommendation.item_id, Recommendation.id)
    )
    return [one for one in found if rule.is_unanswered(one.status)]
