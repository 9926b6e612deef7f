"""Links of a subject, read from its own side, and who else is named tonight."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import BindParameter, Select, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from models import codes
from models.entities import AgendaItem, Link, MatchQuestion, Mention, Subject
from models.marks import Information
from models.queries.knowable import check_knowable, families, knowable, leads
from models.queries.once import once
from models.queries.prepared import for_reader
from models.queries.running_order import references
from models.queries.short_labels import short_label
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader
from models.records.subjects import LinkRecord
from models.remembering import remembered
from models.rules.links import letters, out_of_date

INTELLIGENCE = Information.INTELLIGENCE.value

_MENTIONS = select(Mention.subject_id, Mention.item_id).where(
    Mention.item_id.in_(bindparam("items", expanding=True))
)


@for_reader
def _links(reader: Reader) -> Select[Link, Subject]:
    """Links that stand, from or to one of the records, each with the subject at its other end."""
    return touching(reader).where(Link.ended_on.is_(None))


def touching(reader: Reader) -> Select[Link, Subject]:
    """Links from or to one of the `subjects` it is asked with, each with its other end."""
    here: BindParameter[int] = bindparam("subjects", expanding=True)
    other_end = or_(
        and_(Link.from_id.in_(here), Subject.id == Link.to_id),
        and_(Link.to_id.in_(here), Subject.id == Link.from_id),
    )
    return (
        select(Link, Subject)
        .join(Subject, other_end)
        .where(
            visible_to(reader, Link),
            knowable(reader),
        )
        .order_by(Link.id)
    )


@for_reader
def _ends(reader: Reader) -> Select[int, int]:
    """The two ends of every link that touches one of the subjects."""
    here: BindParameter[int] = bindparam("subjects", expanding=True)
    return select(Link.from_id, Link.to_id).where(
        visible_to(reader, Link),
        Link.ended_on.is_(None),
        or_(Link.from_id.in_(here), Link.to_id.in_(here)),
    )


@once
def links_of(
    session: Session, reader: Reader, subject_id: int, meeting_id: int | None = None
) -> tuple[LinkRecord, ...]:
    """Links of a subject and of the records folded into it, as far as the reader may see them.

    A record folded into another is given as the one that stands for it; links that then say the
    same are one, with the further ids in `also`. `tonight` are the other items naming the other.
    """
    ids = check_knowable(session, reader, subject_id)
    rows = _touching(session, ids[0], reader) or ()
    named = _elsewhere(session, reader, meeting_id, ids) if meeting_id else {}
    folded, asked = leads(session), in_question(session)
    found: dict[tuple[int, str, bool, bool], LinkRecord] = {}
    for one, other in rows:
        stands = stands_for(session, folded, other)
        outgoing = one.from_id in ids
        # Intelligence stays by itself: with a fact it would be read as one.
        key = (stands.id, one.relation, outgoing, one.information == INTELLIGENCE)
        made = link_record(session, one, stands, outgoing, reader.today, named.get(stands.id, ()))
        made = replace(made, in_question=stands.id in asked)
        found[key] = _together(found[key], made) if key in found else made
    return tuple(found.values())


@together(About.SUBJECT, kept=False)
def _touching(
    session: Session, subject_ids: Ids, reader: Reader
) -> Mapping[int, Sequence[tuple[Link, Subject]]]:
    """The links of each of these subjects, save those between its own records."""
    lead = families(session, subject_ids)
    rows = session.execute(_links(reader), {"subjects": tuple(lead)})
    ends = ((_own_end(one, other.id), one, other) for one, other in rows)
    return grouped(
        (lead[here], (one, other)) for here, one, other in ends if lead[here] != lead.get(other.id)
    )


def _own_end(one: Link, other_id: int) -> int:
    return one.from_id if other_id == one.to_id else one.to_id


def _elsewhere(
    session: Session, reader: Reader, meeting_id: int, own: tuple[int, ...]
) -> dict[int, tuple[str, ...]]:
    """Subject id to the references of the items that name it, those about `own` left out."""
    about = {item for item, subject in _items(session, reader, meeting_id) if subject in own}
    names = references(session, meeting_id)
    return {
        subject: tuple(names[one] for one in names if one in items and one not in about)
        for subject, items in also_named(session, reader, meeting_id).items()
    }


@once
def _items(
    session: Session, reader: Reader, meeting_id: int | None
) -> Sequence[tuple[int, int | None]]:
    """The items of a meeting that the reader takes part in, each with its subject."""
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.subject_id).where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
    )
    return [(one, about) for one, about in rows]


def stands_for(session: Session, folded: Mapping[int, int], other: Subject) -> Subject:
    """The record itself, or that into which it is folded."""
    return session.get_one(Subject, folded[other.id]) if other.id in folded else other


def _together(one: LinkRecord, other: LinkRecord) -> LinkRecord:
    """Two links that say the same, as one: the firmer word, all sources, first and last day."""
    firmer = min(one, other, key=lambda each: firmness(each.confidence))
    return replace(
        one,
        confidence=firmer.confidence,
        confirmed=one.confirmed and other.confirmed,
        source=_both(one.source, other.source, "; "),
        first_seen=min(filter(None, (one.first_seen, other.first_seen)), default=None),
        last_seen=max(filter(None, (one.last_seen, other.last_seen)), default=None),
        note=_both(one.note, other.note, "\n"),
        recorded_on=min(filter(None, (one.recorded_on, other.recorded_on)), default=None),
        also=(*one.also, other.id),
        expires_on=relied_on_until(one.expires_on, other.expires_on),
        out_of_date=one.out_of_date and other.out_of_date,
        grading=one.grading or other.grading,
        conditions=_both(one.conditions, other.conditions, "; "),
        source_date=max(filter(None, (one.source_date, other.source_date)), default=None),
    )


def relied_on_until(one: date | None, other: date | None) -> date | None:
    """The later day of expiry of two that say the same; none where either has none."""
    return max(one, other) if one and other else None


def _both(one: str | None, other: str | None, between: str) -> str | None:
    return between.join(dict.fromkeys(filter(None, (one, other)))) or None


@remembered(512)
def firmness(confidence: str) -> int:
    """The place of a confidence in its list, the firmest first."""
    order = [each.code for each in codes.load("confidences")]
    return order.index(confidence) if confidence in order else len(order)


@once
def in_question(session: Session) -> frozenset[int]:
    """Subjects who may be on record twice, as long as nobody has settled it."""
    asked = select(MatchQuestion.subject_id, MatchQuestion.with_id)
    pairs = session.execute(asked.where(MatchQuestion.answer.is_(None)))
    return frozenset(one for pair in pairs for one in pair)


def link_record(
    session: Session,
    one: Link,
    other: Subject,
    outgoing: bool,
    today: date,
    tonight: tuple[str, ...] = (),
) -> LinkRecord:
    """A link as it reads from the side on which `other` is not."""
    return LinkRecord(
        one.id,
        other.id,
        other.kind,
        other.label,
        short_label(session, other.kind, other.label),
        _worded(one.relation, outgoing),
        outgoing,
        one.confidence,
        one.confirmed,
        one.information,
        one.source,
        one.first_seen,
        one.last_seen,
        one.note,
        tonight,
        recorded_on=one.recorded_on,
        expires_on=one.expires_on,
        out_of_date=out_of_date(one.expires_on, one.ended_on, today),
        ended_on=one.ended_on,
        sharing=one.sharing,
        grading=letters(one.source_grade, one.information_grade, one.handling),
        conditions=one.handling_conditions,
        source_date=one.source_date,
    )


def _worded(relation: str, outgoing: bool) -> str:
    known = codes.find("link_relations", relation)
    if not isinstance(known, codes.LinkRelation):
        return relation
    return known.label if outgoing else known.reverse


@once
def also_named(
    session: Session, reader: Reader, meeting_id: int | None
) -> Mapping[int, tuple[int, ...]]:
    """Subject id to the items of a meeting that name it: as subject, by a link or in the text.

    What is said of a record folded into another counts for the one that stands for it.
    """
    items = _items(session, reader, meeting_id)
    lead = leads(session)
    item_of = {lead.get(subject, subject): item for item, subject in items if subject}
    asked = [*item_of, *(one for one, end in lead.items() if end in item_of)]
    found: dict[int, set[int]] = {subject: {item} for subject, item in item_of.items()}
    for ends in session.execute(_ends(reader), {"subjects": asked}):
        one, other = (lead.get(end, end) for end in ends)
        for here, there in ((one, other), (other, one)):
            if here in item_of:
                found.setdefault(there, set()).add(item_of[here])
    for subject, item in session.execute(_MENTIONS, {"items": [item for item, _ in items]}):
        found.setdefault(lead.get(subject, subject), set()).add(item)
    return {subject: tuple(sorted(named)) for subject, named in found.items()}
