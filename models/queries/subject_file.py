"""The file on one subject, field by field: what may be told, and how much may not be read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from models.entities import (
    Address,
    AgendaItem,
    Alias,
    Disclosure,
    Link,
    Measure,
    Mention,
    Move,
    Subject,
    SubmissionMention,
    Telling,
    Withholding,
)
from models.marks import SubjectKind
from models.queries import panel
from models.queries.child_papers import everyone
from models.queries.knowable import check_knowable
from models.queries.names_on_record import known_names
from models.queries.spoken_of import spoken_of
from models.queries.subject_fields import CRIME, HARM, THIRD, items_of_subject
from models.queries.subject_lines import all_lines, lines_kept_back
from models.queries.tactic_names import tactic_names
from models.records.disclosure import DisclosureRow, FileLine, SubjectFile
from models.records.documents import KnownName
from models.records.reader import Reader
from models.rules import access


def subject_file(
    session: Session, reader: Reader, subject_id: int, disclosure_id: int | None = None
) -> SubjectFile:
    """What may be told of a subject to who asks for the record, with a person's word on each line.

    Lines for the chair, not minuted, not shared and of intelligence are counted and not read.
    Refusal where the reader may not disclose, or may not know of the subject.
    """
    access.check(reader.role, "disclose_records")
    ids = check_knowable(session, reader, subject_id)
    row = session.get_one(Subject, ids[0])
    names, asker = _names(session, ids), _asker(session, disclosure_id)
    lines = _in_order(_decided(session, all_lines(session, reader, ids), disclosure_id))
    made = panel.panel(session, reader)
    return SubjectFile(
        row.id,
        row.uuid,
        row.kind,
        names,
        lines,
        tuple(sorted(_kept_back(session, ids).items())),
        made,
        (*known_names(session, reader, row.id), *_nicknames(session, reader, ids)),
        everyone(session),
        tuple(filter(None, (made.name, made.area))),
        tactic_names(session),
        reader.now,
        asker,
    )


def _asker(session: Session, disclosure_id: int | None) -> str | None:
    """In which right a record is asked for; "" where nobody said, nothing for a transfer pack."""
    if disclosure_id is None:
        return ""
    pack = select(Move.id).where(Move.disclosure_id == disclosure_id)
    if session.scalar(pack.exists().select()):
        return None
    return session.get_one(Disclosure, disclosure_id).asker or ""


def _nicknames(session: Session, reader: Reader, ids: tuple[int, ...]) -> tuple[KnownName, ...]:
    """What papers call other children of the meetings at which the subject was discussed."""
    items = items_of_subject(ids).subquery().c.id
    meetings = select(AgendaItem.meeting_id).where(AgendaItem.id.in_(select(items))).distinct()
    spoken = (spoken_of(session, reader, one) for one in session.scalars(meetings).all())
    found = {
        KnownName(child.subject_id or 0, SubjectKind.CHILD, name, whole=False): None
        for children in spoken
        for child in children
        if child.subject_id not in ids
        for name in child.nicknames
    }
    return tuple(found)


def disclosures(session: Session, reader: Reader, subject_id: int) -> tuple[DisclosureRow, ...]:
    """Every request for the record of a subject, the latest first."""
    if not access.may(reader.role, "disclose_records"):
        return ()
    ids = check_knowable(session, reader, subject_id)
    rows = session.execute(
        select(Disclosure, Move.id)
        .outerjoin(Move, Move.disclosure_id == Disclosure.id)
        .where(Disclosure.subject_id.in_(ids))
        .order_by(Disclosure.id.desc())
    )
    return tuple(_row(one, move_id) for one, move_id in rows)


def _row(one: Disclosure, move_id: int | None) -> DisclosureRow:
    return DisclosureRow(
        one.id,
        one.uuid,
        one.subject_id,
        one.to_whom,
        one.requested_on,
        one.made_at,
        one.by_name or "",
        one.digest or "",
        one.confirmed_at,
        one.confirmed_by or "",
        one.sent_at,
        one.sha256 or "",
        one.files or 0,
        one.asker or "",
        one.considered or "",
        one.considered_by or "",
        one.considered_at,
        move_id,
    )


def _names(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    labels = session.scalars(select(Subject.label).where(Subject.id.in_(ids)))
    aliases = session.scalars(select(Alias.name).where(Alias.subject_id.in_(ids)))
    return tuple(dict.fromkeys((*labels, *aliases)))


def _decided(
    session: Session, lines: Iterator[FileLine], disclosure_id: int | None
) -> Iterator[FileLine]:
    """Each line with what a person said of it, where somebody did."""
    said: dict[str, Withholding] = {}
    if disclosure_id is not None:
        wanted = select(Withholding).where(Withholding.disclosure_id == disclosure_id)
        said = {one.line: one for one in session.scalars(wanted)}
    for line in lines:
        word = said.get(line.key)
        if word is None:
            yield line
            continue
        yield replace(
            line,
            withheld=word.reason,
            decided=True,
            decided_by=word.by_name or "",
            cut=bool(word.cut) and not word.reason,
        )


def _in_order(lines: Iterable[FileLine]) -> tuple[FileLine, ...]:
    """Part by part, and within each from the earliest day."""
    found = list(lines)
    parts = list(dict.fromkeys(line.section for line in found))
    return tuple(sorted(found, key=lambda line: (parts.index(line.section), line.on or date.min)))


def _kept_back(session: Session, ids: tuple[int, ...]) -> Counter[str]:
    """How much is not read at all, by reason."""
    items = select(items_of_subject(ids).subquery().c.id)
    found = lines_kept_back(session, ids)
    counts: tuple[tuple[str, Any], ...] = (
        (THIRD, select(Link.id).where(or_(Link.from_id.in_(ids), Link.to_id.in_(ids)))),
        (THIRD, select(Mention.id).where(Mention.subject_id.in_(ids),
                                         Mention.item_id.not_in(items))),
        (CRIME, select(Measure.id).where(or_(Measure.subject_id.in_(ids),
                                             Measure.item_id.in_(items)))),
        (CRIME, select(SubmissionMention.id).where(SubmissionMention.subject_id.in_(ids),
                                                   SubmissionMention.named)),
        (HARM, select(Telling.id).where(Telling.item_id.in_(items), Telling.must_not.is_not(None))),
        (HARM, select(Address.id).where(Address.subject_id.in_(ids), Address.restricted)),
    )  # fmt: skip
    for reason, wanted in counts:
        number = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
        found[reason] += number
    return Counter({reason: number for reason, number in found.items() if number})
