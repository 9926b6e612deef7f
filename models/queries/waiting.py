"""What waits for somebody: referrals, questions of sameness, links to confirm, documents to go."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    AgencyReturn,
    AgendaItem,
    Decision,
    Link,
    Meeting,
    MinutesVersion,
    Referral,
    Review,
    Subject,
)
from models.marks import Information, ItemKind, ItemState, MeetingState, MinutesState
from models.queries.finishing import unfinished
from models.queries.knowable import knowable, knowable_link
from models.queries.labels import lead_labels
from models.queries.later import Later
from models.queries.short_labels import short_label
from models.queries.tiers import of_tiers
from models.queries.unsent import unsent
from models.queries.unsettled import questions_open
from models.records.reader import Reader
from models.records.today import TodayLine
from models.rules.day_words import in_words

# Asked for where an item is left behind alone: its records are no part of the first page.
ORDER = Later("running_order").running_order
SECTION, AFTER = "Waiting", "After the meeting"
MOST_NAMED = 8
DONE = frozenset({MinutesState.ISSUED.value, MinutesState.AGREED.value})


def waiting(session: Session, reader: Reader) -> list[TodayLine]:
    """Referrals to triage by name, then counts of what else asks for an answer."""
    questions = questions_open(session, reader)
    unplaced = session.scalar(
        select(func.count()).select_from(AgencyReturn).where(AgencyReturn.meeting_id.is_(None))
    )
    links, reviews = session.scalar(_links(reader)), session.scalar(_reviews(reader))
    return [
        *_untriaged(session, reader),
        *_held(session, reader),
        *_count(
            questions, "possible duplicate to settle", "possible duplicates to settle", "matches"
        ),
        *_count(
            links,
            "link found in papers since yesterday, not yet confirmed",
            "links found in papers since yesterday, not yet confirmed",
            "new_links",
        ),
        *_count(
            unplaced,
            "return for a day without a meeting",
            "returns for a day without a meeting",
            "agenda",
        ),
        *_count(reviews, "review due", "reviews due", "agenda"),
    ]


def _count(count: int | None, one: str, many: str, goes_to: str) -> list[TodayLine]:
    if not count:
        return []
    text = f"{count:,} {one if count == 1 else many}"
    return [TodayLine("medium", SECTION, text, "", goes_to, None)]


def _untriaged(session: Session, reader: Reader) -> list[TodayLine]:
    asked = (Referral.outcome.is_(None), knowable(reader, Referral.subject_id))
    rows = session.execute(
        select(
            Referral.id,
            Referral.received_on,
            Referral.immediate_risk,
            Referral.referrer_agency,
            Referral.referrer_name,
            Subject.kind,
            Subject.id,
            Subject.label,
        )
        .join(Subject, Subject.id == Referral.subject_id)
        .where(*asked)
        .order_by(Referral.immediate_risk.is_(True).desc(), Referral.received_on, Referral.id)
        .limit(MOST_NAMED)
    ).all()
    called = lead_labels(session) if rows else {}
    lines = [_referral(session, called, *row) for row in rows]
    if len(rows) < MOST_NAMED:
        return lines
    count = session.scalar(select(func.count()).select_from(Referral).where(*asked)) or 0
    rest = count - len(rows)
    return lines + _count(rest, "more referral to triage", "more referrals to triage", "referrals")


def _held(session: Session, reader: Reader) -> list[TodayLine]:
    """Referrals held for information that is to be chased by now."""
    rows = session.execute(
        select(Referral.id, Referral.chase_on, Subject.kind, Subject.id, Subject.label)
        .join(Subject, Subject.id == Referral.subject_id)
        .where(
            Referral.outcome.is_not(None),
            Referral.chase_on <= reader.today,
            knowable(reader, Referral.subject_id),
        )
        .order_by(Referral.chase_on, Referral.id)
        .limit(MOST_NAMED)
    ).all()
    called = lead_labels(session) if rows else {}
    return [
        TodayLine(
            "medium",
            SECTION,
            f"Chase what is missing: {short_label(session, kind, called.get(whose, label))}",
            f"held, to be chased {in_words(day)}" if day else "held",
            "referral",
            referral_id,
            day,
        )
        for referral_id, day, kind, whose, label in rows
    ]


def _referral(
    session: Session,
    called: Mapping[int, str],
    referral_id: int,
    received_on: date | None,
    immediate_risk: bool | None,
    agency: str | None,
    name: str | None,
    kind: str,
    whose: int,
    label: str,
) -> TodayLine:
    parts = (agency or name, f"received {in_words(received_on)}" if received_on else None)
    detail = ", ".join(part for part in parts if part)
    urgency = "high" if immediate_risk else "medium"
    text = f"Triage {short_label(session, kind, called.get(whose, label))}"
    return TodayLine(urgency, SECTION, text, detail, "referral", referral_id, received_on)


def _links(reader: Reader) -> Select[Any]:
    since = reader.today - timedelta(days=1)
    return (
        select(func.count())
        .select_from(Link)
        .where(
            knowable_link(reader),
            Link.confirmed.is_(False),
            Link.information != Information.INTELLIGENCE.value,
            Link.ended_on.is_(None),
            Link.recorded_on >= since,
        )
    )


def _reviews(reader: Reader) -> Select[Any]:
    due = (Review.done_item_id.is_(None), Review.due_on <= reader.today)
    known = knowable(reader, Review.subject_id)
    return select(func.count()).select_from(Review).where(*due, known)


def after_the_meeting(session: Session, reader: Reader) -> list[TodayLine]:
    """Items that nobody holds, minutes not issued, items not finished, sheets not sent."""
    return [
        *_held_by_nobody(session, reader),
        *_minutes(session, reader),
        *unfinished(session, reader),
        *unsent(session, reader),
    ]


MINUTES_NAMED = 3
"""So many meetings without issued minutes have a line each; earlier ones share one."""
LEFT_OVER = (ItemState.NOT_REACHED.value, ItemState.DEFERRED.value)
_UNDECIDED = and_(
    AgendaItem.state == ItemState.DISCUSSED.value,
    AgendaItem.kind != ItemKind.NOTIFICATION.value,
    ~select(Decision.id).where(Decision.item_id == AgendaItem.id).exists(),
    ~select(Review.id).where(Review.item_id == AgendaItem.id).exists(),
)


def _left(state: str) -> str:
    return "no decision" if state == ItemState.DISCUSSED else state


def _held_by_nobody(session: Session, reader: Reader) -> list[TodayLine]:
    """Items that the last meeting did not reach, until somebody holds them or an agenda does."""
    last = session.execute(
        select(Meeting.id, Meeting.held_on)
        .where(Meeting.state == MeetingState.CLOSED.value, of_tiers(reader))
        .order_by(Meeting.held_on.desc())
        .limit(1)
    ).first()
    if last is None:
        return []
    carried = select(AgendaItem.carried_from_id).where(
        AgendaItem.carried_from_id.is_not(None), AgendaItem.removed.is_(False)
    )
    free = set(
        session.scalars(
            select(AgendaItem.id).where(
                AgendaItem.meeting_id == last.id,
                or_(AgendaItem.state.in_(LEFT_OVER), _UNDECIDED),
                AgendaItem.removed.is_(False),
                AgendaItem.holder.is_(None),
                AgendaItem.id.not_in(carried),
            )
        )
    )
    rows = ORDER(session, reader, last.id) if free else ()
    return [
        TodayLine(
            "medium",
            AFTER,
            f"Nobody holds {row.reference} {row.initials} until the next meeting",
            f"{_left(row.state)} on {in_words(last.held_on)}; name somebody on the read-back",
            "meeting",
            last.id,
        )
        for row in rows
        if row.id in free
    ]


def _minutes(session: Session, reader: Reader) -> list[TodayLine]:
    last = (
        select(func.max(MinutesVersion.id))
        .where(MinutesVersion.meeting_id == Meeting.id)
        .correlate(Meeting)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Meeting.id, Meeting.held_on, MinutesVersion.state)
        .outerjoin(MinutesVersion, MinutesVersion.id == last)
        .where(Meeting.state == MeetingState.CLOSED.value, of_tiers(reader))
        .order_by(Meeting.held_on)
    )
    found = [(one, on, state) for one, on, state in rows if state not in DONE]
    old, late = found[:-MINUTES_NAMED], found[-MINUTES_NAMED:]
    lines = [
        TodayLine("medium", AFTER, f"Minutes of {in_words(on)}: {state or 'draft'}", "",
                  "minutes", one)
        for one, on, state in late
    ]  # fmt: skip
    if old:
        several = f"{len(old):,} earlier meeting{'' if len(old) == 1 else 's'}"
        text = f"Minutes of {several} not issued"
        since = f"the earliest of {in_words(old[0][1])}"
        lines.insert(0, TodayLine("medium", AFTER, text, since, "minutes", old[0][0]))
    return lines
