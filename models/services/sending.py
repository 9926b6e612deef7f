"""Sheets and requests on their way: what they ask is awaited from the day on which one went."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, AgencyReturn, AgendaItem, Issue, Meeting, Recommendation
from models.queries.asking import not_asked
from models.queries.working import days_closed, reply_within
from models.rules import recommendations as rule
from models.rules.finished import REQUESTS, SHEETS
from models.rules.timetable import returns_due


def sent(session: Session, issued: Iterable[Issue], on: date) -> None:
    """Keep when the recommendations of these sheets went, and the day that was printed on them."""
    closed = days_closed(session)
    went = _told(session, issued)
    for row in went:
        row.recalled_on = None
    for item_id, rows in groupby(filter(_is_unanswered, went), lambda one: one.item_id):
        asked, item = list(rows), session.get(AgendaItem, item_id or 0)
        within = reply_within(session, item.meeting_id if item else None)
        kept = [row.reply_by if row.sent_on else None for row in asked]
        by = rule.asked_by(kept, on, closed, within)
        for row in asked:
            row.reply_by, row.sent_on = by, row.sent_on or on


def asked(session: Session, issued: Iterable[Issue], on: date) -> None:
    """Keep that agencies were asked whose requests went, by the day that was printed on them."""
    for row in issued:
        if row.meeting_id is not None and _is_request(row.document):
            named = select(Agency.id).where(Agency.name == row.audience, Agency.active)
            for agency_id in session.scalars(named):
                _ask(session, row.meeting_id, agency_id, on)
                keep_about(session, return_of(session, row.meeting_id, agency_id))


def _is_request(document: str) -> bool:
    return any(f"/{one}" in f"/{document}" for one in REQUESTS)


def _ask(session: Session, meeting_id: int, agency_id: int, on: date) -> None:
    given = return_of(session, meeting_id, agency_id)
    if given.requested_on is None:
        held_on = session.get_one(Meeting, meeting_id).held_on
        given.requested_on, given.due_on = (
            on,
            given.due_on or returns_due(held_on, on, days_closed(session)),
        )


def return_of(session: Session, meeting_id: int, agency_id: int) -> AgencyReturn:
    """The agency's return for a meeting, made where there is none yet."""
    found = session.scalars(
        select(AgencyReturn).where(
            AgencyReturn.meeting_id == meeting_id, AgencyReturn.agency_id == agency_id
        )
    ).first()
    if found is None:
        found = AgencyReturn(meeting_id=meeting_id, agency_id=agency_id)
        session.add(found)
        session.flush()
    return found


def keep_about(session: Session, given: AgencyReturn) -> None:
    """Keep that an agency is asked about what stands on the agenda for it now."""
    agency_id = given.agency_id
    items = session.scalars(
        select(AgendaItem.id).where(
            AgendaItem.meeting_id == given.meeting_id, AgendaItem.removed.is_(False)
        )
    )
    now = {one for one in items if agency_id not in (not_asked(session, one) or ())}
    if given.received_at is None or not given.about:
        given.about = tuple(sorted(now.union(given.about or ())))
    else:
        given.about_since = tuple(sorted(now.difference(given.about)))


def keep_what_stood(session: Session, meeting_id: int) -> None:
    """Before an item comes by name: whose return is in was asked about no more than stands now.

    That is of returns in files of before it was kept; what came before any item was about none.
    """
    given = select(AgencyReturn).where(
        AgencyReturn.meeting_id == meeting_id,
        AgencyReturn.received_at.is_not(None),
        AgencyReturn.about.is_(None),
    )
    for one in session.scalars(given):
        keep_about(session, one)


def answered(session: Session, given: AgencyReturn) -> None:
    """Keep that an agency has answered about all that it was asked, or that stands there now."""
    given.about = tuple(sorted({*(given.about or ()), *(given.about_since or ())}))
    given.about_since = ()
    if not given.about and given.meeting_id is not None:
        keep_about(session, given)


def taken_back(session: Session, recalled: Iterable[Issue], on: date) -> None:
    """Of what a recalled sheet asked nothing is awaited until a sheet goes again."""
    for row in _told(session, recalled):
        row.recalled_on = on
        if _is_unanswered(row):
            row.sent_on = row.reply_by = None


def _is_unanswered(row: Recommendation) -> bool:
    return rule.is_unanswered(row.status)


def _told(session: Session, issued: Iterable[Issue]) -> list[Recommendation]:
    """What these sheets tell, in the order of their items."""
    items = {one.item_id for one in issued if one.item_id and one.document.startswith(SHEETS)}
    if not items:
        return []
    return list(
        session.scalars(
            select(Recommendation)
            .where(Recommendation.item_id.in_(items), Recommendation.withdrawn.is_(False))
            .order_by(Recommendation.item_id, Recommendation.id)
        )
    )
