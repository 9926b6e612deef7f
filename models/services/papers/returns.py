"""Agencies' returns: one line after the other, with its kind, its sharing and its child."""

from datetime import date, datetime

from sqlalchemy import select

from models.entities import AgencyReturn, AgendaItem, InformationLine, Meeting, Paper
from models.intake.understanding.sharing import read_information, read_sharing
from models.marks import Information, Sharing, SubjectKind
from models.queries.tiers import MAIN
from models.services.papers.agencies import agency_on_record, returning_agency
from models.services.papers.children import meet_child
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.people import meet_person, meet_place
from models.services.papers.said_otherwise import is_held_anew, share_as
from models.services.papers.same import tight
from models.services.sending import answered

NOT_ON_RECORD = "which is no agency on record: it is not given the line until a person says so"


def file_return(filing: Filing, facts: Facts) -> None:
    """One line of a return; what is not shared is kept without its text.

    The child is found by number or by name and date of birth, else has a record made. A return
    for a day without a meeting waits for one to be planned on it.
    """
    agency_id = returning_agency(filing, facts)
    if agency_id is None:
        _without_agency(filing, facts)
        return
    given = _return(filing, agency_id, facts)
    subject_id = _subject(filing, facts)
    if facts.yes("nothing_known") and subject_id is None:
        return
    add_line(filing, facts, agency_id=agency_id, given=given, subject_id=subject_id)
    _leave(filing, facts)


def _without_agency(filing: Filing, facts: Facts) -> None:
    """A return of nobody's: who may read it cannot be told, so its lines stay unfiled."""
    if sharing_of(facts) is not Sharing.NOT_SHARED and facts.text("text"):
        filing.unread(facts.where, f"Line of an unnamed agency: {facts.text('text')}")


def _subject(filing: Filing, facts: Facts) -> int | None:
    """Whom a line is about; a bare name of somebody known only as a person of concern is theirs."""
    name, kind = facts.text("name"), facts.text("about")
    if not (name or facts.text("la_id")):
        return None
    if name and kind:
        return _other(filing, facts, name, kind)
    nobody = not facts.text("la_id") and not filing.known.children.named(name or "")
    if name and nobody and filing.known.persons.named(name):
        return _person(filing, facts, name)
    return _named_alone(filing, facts) or meet_child(filing, facts).id


def _person(filing: Filing, facts: Facts, name: str) -> int:
    """The only person of concern of that name whom the meeting asks about, else whom it may mean.

    An agency answers about those of the meeting's agenda.
    """
    about = _asked_about(filing, facts)
    named = [one for one in filing.known.persons.named(name) if one in about]
    if len(named) == 1 and facts.day("dob") is None:
        return named[0]
    return meet_person(filing, {"name": name}, facts.day("dob"))


def _named_alone(filing: Filing, facts: Facts) -> int | None:
    """A child named in full and no more: met already in this return, or asked about in it.

    An agency answers about the children of the meeting's agenda; a namesake elsewhere on record
    leaves it in doubt.
    """
    name = facts.text("name") or ""
    if facts.text("la_id") or facts.day("dob") or len(name.split()) < 2:
        return None
    named = filing.known.children.named(name)
    here = [one for one in named if one in filing.filed.subjects]
    if len(here) == 1:
        return here[0]
    if len(named) != 1 or named[0] not in _asked_about(filing, facts):
        return None
    filing.speaks_of(named[0])
    return named[0]


def _asked_about(filing: Filing, facts: Facts) -> set[int | None]:
    """Whom and what the meeting of a return asks about."""
    meeting_id = meeting_on(filing, facts.day("meeting"))
    asked = select(AgendaItem.subject_id).where(
        AgendaItem.meeting_id == meeting_id, AgendaItem.removed.is_(False)
    )
    return set(filing.session.scalars(asked))


def _other(filing: Filing, facts: Facts, name: str, kind: str) -> int | None:
    """A person, place, group or theme by name; a group or theme nobody knows is left unread."""
    if kind == SubjectKind.PERSON:
        return _person(filing, facts, name)
    known = filing.known
    found = known.places.find(name) or known.groups.find(name) or known.themes.find(name)
    if found is None and kind == SubjectKind.PLACE:
        return meet_place(filing, name)
    if found is None:
        filing.unread(facts.where, f"Line about {name}, which is not on record")
    return found


def _return(filing: Filing, agency_id: int, facts: Facts) -> AgencyReturn:
    """The agency's return for the meeting, made at its first line."""
    day = facts.day("meeting")
    for queued in filing.queued(AgencyReturn):
        if queued.agency_id == agency_id and queued.paper_id == filing.paper_id:
            return queued
    meeting_id = meeting_on(filing, day)
    standing = _standing(filing, agency_id, meeting_id, day)
    if standing is None:
        standing = filing.add(
            AgencyReturn(
                agency_id=agency_id,
                meeting_id=meeting_id,
                meeting_on=day,
                nothing_known=True,
            )
        )
        filing.filed.made += 1
    elif standing.received_at is None:
        standing.nothing_known = True
        filing.filed.made += 1
    standing.received_at, standing.paper_id = _came_at(filing, facts), filing.paper_id
    answered(filing.session, standing)
    standing.completed_by = facts.text("completed_by") or standing.completed_by
    if not facts.yes("nothing_known"):
        standing.nothing_known = False
    return standing


def _came_at(filing: Filing, facts: Facts) -> datetime:
    """When its message was sent, else the day the form bears; now where neither can be."""
    sent = filing.get(Paper, filing.paper_id).sent_at
    came = sent or facts.moment("returned")
    return came if came and came <= filing.now else filing.now


def meeting_on(filing: Filing, day: date | None) -> int | None:
    """The meeting of that day, the panel's own first; without a day its next one planned."""
    wanted = select(Meeting.id).where(Meeting.cancelled.is_(False))
    if day is not None:
        of_day = wanted.where(Meeting.held_on == day).order_by(Meeting.series_id)
        return filing.session.scalars(of_day).first()
    own = wanted.where(Meeting.series_id == MAIN)
    later = own.where(Meeting.held_on >= filing.today).order_by(Meeting.held_on)
    return filing.session.scalars(later).first()


def _standing(
    filing: Filing, agency_id: int, meeting_id: int | None, day: date | None
) -> AgencyReturn | None:
    wanted = select(AgencyReturn).where(AgencyReturn.agency_id == agency_id)
    if meeting_id is not None:
        return filing.session.scalars(wanted.where(AgencyReturn.meeting_id == meeting_id)).first()
    waiting = wanted.where(AgencyReturn.meeting_id.is_(None), AgencyReturn.meeting_on == day)
    return filing.session.scalars(waiting).first()


def sharing_of(facts: Facts) -> Sharing:
    """Who may read the line; unstated is for the chair alone."""
    value = facts.value("sharing")
    return value if isinstance(value, Sharing) else read_sharing(str(value or "")).sharing


def _information(facts: Facts) -> Information:
    value = facts.value("kind")
    return value if isinstance(value, Information) else read_information(str(value or ""))


def add_line(
    filing: Filing,
    facts: Facts,
    *,
    agency_id: int | None,
    subject_id: int | None,
    given: AgencyReturn | None = None,
    origin: str = "return",
    meeting_id: int | None = None,
    text: str | None = None,
    information: Information | None = None,
) -> None:
    """A line, unless the same one stands already; shared as its agency said last."""
    sharing, allowed = sharing_of(facts), allowed_readers(filing, facts)
    if sharing is Sharing.NAMED_AGENCIES and not allowed:
        sharing = Sharing.CHAIR_ONLY
    held_back = sharing is Sharing.NOT_SHARED
    words = None if held_back else text or facts.text("text")
    when, place = facts.day("date"), meeting_id if given is None else given.meeting_id
    before = _before(filing, agency_id, subject_id, place, given, when)
    if held_back and not is_held_anew(filing, facts, before):
        return
    standing = [one for one in before if words and tight(one.text or "") == tight(words)]
    if standing:
        share_as(filing, standing[0], sharing, allowed)
        return
    filing.add(
        InformationLine(
            origin=origin,
            agency_return_id=given.id if given else None,
            meeting_id=place,
            subject_id=subject_id,
            agency_id=agency_id,
            by_name=facts.text("completed_by"),
            information_date=when,
            text=words,
            not_shared_reason=facts.text("reason") if held_back else None,
            sharing=sharing.value,
            shared_with=allowed,
            information=(information or _information(facts)).value,
            source_grade=facts.text("source_grade"),
            information_grade=facts.text("information_grade"),
            handling=facts.text("handling"),
            position=_position(filing),
        )
    )


def _position(filing: Filing) -> int:
    return len(filing.queued(InformationLine))


def allowed_readers(filing: Filing, facts: Facts) -> tuple[int, ...]:
    """The agencies named on the line that are on record; the others are asked about."""
    if sharing_of(facts) is not Sharing.NAMED_AGENCIES:
        return ()
    found: list[int] = []
    named = facts.words("agencies") or read_sharing(facts.text("sharing") or "").agencies
    for name in named:
        agency_id = agency_on_record(filing, name)
        if agency_id is None:
            filing.unread(facts.where, f"Share with: {name}, {NOT_ON_RECORD}")
        else:
            found.append(agency_id)
    return tuple(sorted(set(found)))


def _before(
    filing: Filing,
    agency_id: int | None,
    subject_id: int | None,
    meeting_id: int | None,
    given: AgencyReturn | None,
    when: date | None,
) -> list[InformationLine]:
    """Lines that the agency gave before on this subject of the same day, for the same meeting."""
    if given is not None and filing.is_new(AgencyReturn, given.id):
        return []
    wanted = select(InformationLine).where(
        InformationLine.agency_id == agency_id,
        InformationLine.subject_id == subject_id,
        InformationLine.information_date == when,
    )
    if given is not None:
        wanted = wanted.where(InformationLine.agency_return_id == given.id)
    else:
        wanted = wanted.where(InformationLine.meeting_id == meeting_id)
    return list(filing.session.scalars(wanted))


def _leave(filing: Filing, facts: Facts) -> None:
    """Keep what found no place, but nothing that stands beside a line held back."""
    if sharing_of(facts) is not Sharing.NOT_SHARED:
        if facts.text("source"):
            filing.unread(facts.where, f"Source of a line: {facts.text('source')}")
        filing.leave(facts)
