"""Free text about subjects: referrals, lines, discussions, interviews, notes, as permitted."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session

from models.entities import (
    Agency,
    AgencyReturn,
    AgendaItem,
    Discussion,
    InformationLine,
    Meeting,
    MissingEpisode,
    Paper,
    Place,
    Referral,
    ReturnInterview,
    Subject,
)
from models.queries.knowable import knowable
from models.queries.visible import takes_part, visible_to
from models.records.mentions import FreeText
from models.records.reader import Reader

NARRATIVE = (Referral.reason, Referral.ask, Referral.tried, Referral.barrier, Referral.voice,
             Referral.parents_view)  # fmt: skip
SAID = (Discussion.presentation, Discussion.analysis, Discussion.protective)
LEARNED = (ReturnInterview.push_factors, ReturnInterview.pull_factors, ReturnInterview.harm,
           ReturnInterview.learned)  # fmt: skip
About = Callable[[Any], ColumnElement[bool]]
FOUND = (MissingEpisode.found_where, MissingEpisode.found_with)


def free_texts(
    session: Session, reader: Reader, of: tuple[int, ...] | None = None
) -> Iterator[FreeText]:
    """Every text about a subject, or about these, that the reader may read, and where it stands."""

    def about(column: Any) -> ColumnElement[bool]:
        known = knowable(reader, column)
        return known if of is None else and_(column.in_(of), known)

    yield from _referrals(session, about)
    yield from _lines(session, reader, about)
    yield from _discussions(session, reader, about)
    yield from _episodes(session, about)
    yield from _notes(session, about)


def _referrals(session: Session, about: About) -> Iterator[FreeText]:
    rows = session.execute(
        select(Referral.id, Referral.subject_id, Referral.received_on, Paper.sent_at, *NARRATIVE)
        .outerjoin(Paper, Paper.id == Referral.paper_id)
        .where(about(Referral.subject_id))
    )
    for one, subject_id, day, sent, *texts in rows:
        yield from _each("referral", one, subject_id, texts, "Referral", day or _day(sent))


def _lines(session: Session, reader: Reader, about: About) -> Iterator[FreeText]:
    line = InformationLine
    rows = session.execute(
        select(line, Agency.name, AgencyReturn.received_at)
        .outerjoin(Agency, Agency.id == line.agency_id)
        .outerjoin(AgencyReturn, AgencyReturn.id == line.agency_return_id)
        .where(
            visible_to(reader, line),
            line.subject_id.is_not(None),
            line.text.is_not(None),
            line.withdrawn.is_(False),
            about(line.subject_id),
        )
    )
    for one, agency, came in rows:
        yield FreeText(
            "information_line",
            one.id,
            one.subject_id or 0,
            one.text or "",
            f"{agency or 'An agency'}, {'said at the panel' if one.said_at else 'return'}",
            one.information_date or _day(one.said_at or came),
            one.sharing,
            one.shared_with,
            one.agency_id,
            one.information,
            one.item_id,
        )


def _discussions(session: Session, reader: Reader, about: About) -> Iterator[FreeText]:
    rows = session.execute(
        select(Discussion.id, AgendaItem.subject_id, AgendaItem.id, Meeting.held_on, *SAID)
        .join(AgendaItem, AgendaItem.id == Discussion.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(
            AgendaItem.subject_id.is_not(None),
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
            about(AgendaItem.subject_id),
        )
    )
    for one, subject_id, item_id, day, *texts in rows:
        assert subject_id is not None
        yield from _each("discussion", one, subject_id, texts, "Panel discussion", day, item_id)


def _episodes(session: Session, about: About) -> Iterator[FreeText]:
    child = MissingEpisode.child_id
    rows = session.execute(
        select(MissingEpisode.id, child, MissingEpisode.reported_at, *FOUND).where(about(child))
    )
    for one, child_id, at, *texts in rows:
        yield from _each("missing_episode", one, child_id, texts, "Missing episode", _day(at))
    rows = session.execute(
        select(ReturnInterview.id, child, ReturnInterview.conducted_at, *LEARNED)
        .join(MissingEpisode, MissingEpisode.id == ReturnInterview.episode_id)
        .where(about(child))
    )
    for one, child_id, at, *texts in rows:
        yield from _each("return_interview", one, child_id, texts, "Return interview", _day(at))


def _notes(session: Session, about: About) -> Iterator[FreeText]:
    rows = session.execute(
        select(Subject.id, Subject.note).where(Subject.note.is_not(None), about(Subject.id))
    )
    for one, text in rows:
        yield from _each("subject", one, one, (text,), "Note", None)
    here = select(Place.id, Place.what_happens).where(Place.what_happens.is_not(None))
    for one, text in session.execute(here.where(about(Place.id))):
        yield from _each("subject", one, one, (text,), "What happens there", None)


def _each(
    about: str,
    about_id: int,
    subject_id: int,
    texts: Any,
    where: str,
    day: date | None,
    item_id: int | None = None,
) -> Iterator[FreeText]:
    for text in filter(None, texts):
        yield FreeText(about, about_id, subject_id, text, where, day, item_id=item_id)


def _day(at: datetime | None) -> date | None:
    return at.date() if at is not None else None
