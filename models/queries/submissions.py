"""Submissions of intelligence: read by a person at the desk, never by a room or a document."""

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from models import codes
from models.entities import Alias, Link, Subject, Submission, SubmissionLink, SubmissionMention
from models.errors import Refusal
from models.queries.knowable import knowable, knowable_link, leads, may_know_of
from models.queries.perhaps_named import perhaps_named_in
from models.queries.visible import visible_to
from models.records.reader import Reader, ReaderKind
from models.records.submissions import MadeLink, MentionRow, SubmissionRecord, SubmissionRow
from models.rules.links import letters
from models.rules.naming_in_text import names_in
from models.rules.submissions import NEW

NOT_THERE = "There is no such submission, or it is not yours to read."
BEGINS = 80


def submissions(session: Session, reader: Reader) -> tuple[SubmissionRow, ...]:
    """Submissions that the reader may read: those to triage first, then the latest."""
    asked = select(Submission).where(_readable(reader))
    rows = session.scalars(
        asked.order_by(
            Submission.outcome.is_not(None), Submission.received_on.desc(), Submission.id.desc()
        )
    )
    held = _held_names(session, reader)
    return tuple(_row(one) for one in rows if not _speaks_of(one, held))


def submission(session: Session, reader: Reader, submission_id: int) -> SubmissionRecord:
    """A submission whole; Refusal where it is not the reader's to read."""
    asked = select(Submission).where(Submission.id == submission_id, _readable(reader))
    one = session.scalars(asked).first()
    if one is None or _speaks_of(one, _held_names(session, reader)):
        raise Refusal(NOT_THERE)
    own = ("paper_id", "given_by", "from_agency", "from_name", "from_contact", "provenance",
           "information_date", "text", "named", "sharing", "shared_with", "outcome",
           "outcome_reason", "outcome_by", "outcome_at", "police_reference")  # fmt: skip
    return SubmissionRecord(
        row=_row(one),
        grading=letters(one.source_grade, one.information_grade, one.handling),
        conditions=one.handling_conditions,
        mentions=_mentions(session, reader, one),
        links=_links(session, reader, one.id),
        **{name: getattr(one, name) for name in own},
    )


def naming(session: Session, reader: Reader, subject_id: int) -> tuple[SubmissionRow, ...]:
    """The submissions that name a record, as a person said, for who may read them."""
    folded = leads(session)
    lead = folded.get(subject_id, subject_id)
    ids = {lead, *(one for one, end in folded.items() if end == lead)}
    named = select(SubmissionMention.submission_id).where(
        SubmissionMention.named, SubmissionMention.subject_id.in_(ids)
    )
    found = set(session.scalars(named))
    return tuple(one for one in submissions(session, reader) if one.id in found)


def saying(session: Session, reader: Reader, words: str, top: int) -> tuple[SubmissionRow, ...]:
    """Submissions in which all these words stand, by whoever may read them; the latest first."""
    one = Submission
    said = (one.reference, one.text, one.named, one.provenance, one.from_agency, one.from_name)
    asked = select(one).where(_readable(reader)).order_by(one.received_on.desc(), one.id.desc())
    for word in words.split():
        asked = asked.where(or_(*(part.icontains(word, autoescape=True) for part in said)))
    held = _held_names(session, reader)
    rows = session.scalars(asked) if words.strip() else ()
    return tuple(islice((_row(one) for one in rows if not _speaks_of(one, held)), top))


def _readable(reader: Reader) -> ColumnElement[bool]:
    """True in SQL where a submission may be read: at the desk, by who may have intelligence."""
    if (
        reader.kind is not ReaderKind.PERSON
        or reader.in_document
        or reader.only_items is not None
        or not reader.register
    ):
        return false()
    hidden = select(SubmissionMention.submission_id).where(
        SubmissionMention.named, ~knowable(reader, SubmissionMention.subject_id)
    )
    return and_(visible_to(reader, Submission), Submission.id.not_in(hidden))


def _held_names(session: Session, reader: Reader) -> tuple[str, ...]:
    """What those are called in whom the reader has declared an interest."""
    held = reader.conflicted_subjects
    if not held:
        return ()
    labels = session.scalars(select(Subject.label).where(Subject.id.in_(held))).all()
    aliases = session.scalars(select(Alias.name).where(Alias.subject_id.in_(held))).all()
    return (*labels, *aliases)


def _speaks_of(one: Submission, names: Iterable[str]) -> bool:
    """Whether a text names one of these, though nobody has confirmed it yet."""
    said = " ".join(filter(None, (one.text, one.named, one.provenance)))
    return bool(names_in(said, names))


def _row(one: Submission) -> SubmissionRow:
    begins = " ".join(one.text.split())
    short = begins if len(begins) <= BEGINS else f"{begins[: BEGINS - 1].rstrip()}…"
    whom = one.from_agency or one.given_by
    return SubmissionRow(one.id, one.reference, one.received_on, whom, one.outcome or NEW, short)


def _mentions(session: Session, reader: Reader, one: Submission) -> tuple[MentionRow, ...]:
    """Who was said to be named, then who may be: their names stand in the text."""
    answered = {
        row.subject_id: row
        for row in session.scalars(
            select(SubmissionMention).where(SubmissionMention.submission_id == one.id)
        )
    }
    said = " ".join(filter(None, (one.text, one.named)))
    offering = one.outcome != "not taken"
    offered = _offered(session, reader, said) if offering else {}
    named = {key: row.as_written or "" for key, row in answered.items() if row.named}
    fresh = {key: written for key, written in offered.items() if key not in answered}
    perhaps = {
        each.subject_id: each
        for each in (perhaps_named_in(session, reader, said) if offering else ())
        if each.subject_id not in answered and each.subject_id not in fresh
    }
    fresh |= {key: each.written for key, each in perhaps.items()}
    known = may_know_of(session, reader)
    rows = session.execute(
        select(Subject.id, Subject.kind, Subject.label)
        .where(Subject.id.in_([*named, *fresh]))
        .order_by(Subject.label, Subject.id)
    ).all()
    found = [
        MentionRow(
            key,
            kind,
            label,
            {**fresh, **named}[key],
            key in named,
            perhaps[key].how if key in perhaps else "",
        )
        for key, kind, label in rows
        if known(key)
    ]
    return tuple(sorted(found, key=lambda row: (not row.confirmed, bool(row.how))))


def _offered(session: Session, reader: Reader, text: str) -> dict[int, str]:
    """By record, the name of it that stands in the text; joined records as their lead."""
    labels = select(Subject.id, Subject.label).where(knowable(reader))
    aliases = select(Alias.subject_id, Alias.name).where(knowable(reader, Alias.subject_id))
    folded = leads(session)
    called: dict[str, set[int]] = {}
    for subject_id, name in (*session.execute(labels), *session.execute(aliases)):
        called.setdefault(name, set()).add(folded.get(subject_id, subject_id))
    return {key: name for name in names_in(text, called) for key in sorted(called[name])}


def _links(session: Session, reader: Reader, submission_id: int) -> tuple[MadeLink, ...]:
    start, end = aliased(Subject), aliased(Subject)
    rows = session.execute(
        select(Link.id, Link.relation, Link.ended_on, start.label, end.label)
        .join(SubmissionLink, SubmissionLink.link_id == Link.id)
        .join(start, start.id == Link.from_id)
        .join(end, end.id == Link.to_id)
        .where(
            SubmissionLink.submission_id == submission_id,
            knowable_link(reader),
        )
        .order_by(Link.id)
    )
    return tuple(
        MadeLink(
            link_id, f"{one} {codes.relation_wording(relation, True)} {other}", ended_on is not None
        )
        for link_id, relation, ended_on, one, other in rows
    )


def next_number(session: Session) -> int:
    """The number of the next submission; none is given twice."""
    return (session.scalar(select(func.max(Submission.id))) or 0) + 1
