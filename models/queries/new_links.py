"""Links over time: what came after the last panel, what has ended, and one link whole."""

from datetime import date, timedelta

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import AgendaItem, Link, Meeting, Subject
from models.errors import Refusal
from models.marks import ItemState, MeetingState
from models.queries.knowable import check_knowable, knowable_link, leads
from models.queries.links import link_record, stands_for, touching
from models.queries.prepared import for_reader
from models.queries.tiers import of_tiers
from models.records.links import LinkDetail, NewLink, NewLinks
from models.records.reader import Reader
from models.records.subjects import LinkRecord
from models.rules.links import out_of_date
from models.rules.since import WINDOW_DAYS

NO_LINK = "There is no such link, or it is not yours to read."
_From, _To = aliased(Subject), aliased(Subject)


@for_reader
def _both_ends(reader: Reader) -> Select[Link, Subject, Subject]:
    """Links with both their ends, as far as the reader may know of all three."""
    return (
        select(Link, _From, _To)
        .join(_From, _From.id == Link.from_id)
        .join(_To, _To.id == Link.to_id)
        .where(knowable_link(reader))
        .order_by(Link.recorded_on.desc(), Link.id.desc())
    )


def new_links(session: Session, reader: Reader) -> NewLinks:
    """Links recorded after the last panel, the latest first; without one, of ninety days."""
    last = _last_panel(session, reader)
    since = last or reader.today - timedelta(days=WINDOW_DAYS)
    asked = _both_ends(reader).where(Link.recorded_on > since, Link.ended_on.is_(None))
    folded = leads(session)
    found: dict[tuple[int, str, int], NewLink] = {}
    for one, start, end in session.execute(asked):
        doer, other = stands_for(session, folded, start), stands_for(session, folded, end)
        if doer.id != other.id:
            made = NewLink(
                doer.id,
                doer.kind,
                doer.label,
                link_record(session, one, other, outgoing=True, today=reader.today),
            )
            found.setdefault((doer.id, f"{one.relation}.{one.information}", other.id), made)
    return NewLinks(since, last is not None, tuple(found.values()))


def spoken_of_before(session: Session, reader: Reader, subject_id: int) -> tuple[date, bool]:
    """The last panel that spoke of a record, else the last panel, else ninety days ago.

    With it whether a panel was held on that day.
    """
    ids = check_knowable(session, reader, subject_id)
    spoken = session.scalar(
        select(func.max(Meeting.held_on))
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.subject_id.in_(ids),
            AgendaItem.state == ItemState.DISCUSSED.value,
            AgendaItem.removed.is_(False),
            Meeting.state == MeetingState.CLOSED.value,
            Meeting.held_on <= reader.today,
            of_tiers(reader),
        )
    )
    last = spoken or _last_panel(session, reader)
    return last or reader.today - timedelta(days=WINDOW_DAYS), last is not None


def _last_panel(session: Session, reader: Reader) -> date | None:
    return session.scalar(
        select(func.max(Meeting.held_on)).where(
            Meeting.state == MeetingState.CLOSED.value,
            Meeting.held_on <= reader.today,
            of_tiers(reader),
        )
    )


def ended_links(session: Session, reader: Reader, subject_id: int) -> tuple[LinkRecord, ...]:
    """Links of a subject that have ended, the latest first; they keep why in their note."""
    ids = check_knowable(session, reader, subject_id)
    folded = leads(session)
    asked = touching(reader).where(Link.ended_on.is_not(None)).order_by(None)
    rows = session.execute(asked.order_by(Link.ended_on.desc(), Link.id.desc()), {"subjects": ids})
    return tuple(
        link_record(
            session, one, stands_for(session, folded, other), one.from_id in ids, reader.today
        )
        for one, other in rows
        if folded.get(other.id, other.id) != ids[0]
    )


def link_detail(session: Session, reader: Reader, link_id: int) -> LinkDetail:
    """One link whole; Refusal where there is none that the reader may read."""
    asked = _both_ends(reader).where(Link.id == bindparam("link"))
    found = session.execute(asked, {"link": link_id}).first()
    if found is None:
        raise Refusal(NO_LINK)
    one, start, end = found
    words = codes.relation_wording(one.relation, True)
    own = ("id", "from_id", "to_id", "relation", "confidence", "confirmed", "information",
           "sharing", "shared_with", "agency_id", "source", "source_date", "first_seen",
           "last_seen", "expires_on", "ended_on", "recorded_on", "note", "source_grade",
           "information_grade", "handling", "handling_conditions", "kind_reason")  # fmt: skip
    return LinkDetail(
        from_kind=start.kind,
        from_label=start.label,
        to_kind=end.kind,
        to_label=end.label,
        sentence=f"{start.label} {words} {end.label}",
        out_of_date=out_of_date(one.expires_on, one.ended_on, reader.today),
        **{name: getattr(one, name) for name in own},
    )
