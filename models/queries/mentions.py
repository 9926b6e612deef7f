"""Names in free text offered as links: each is confirmed by a person, and nothing is by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Alias, Link, MentionAnswer, PersonOfConcern, Subject
from models.marks import SubjectKind
from models.queries.free_texts import free_texts
from models.queries.knowable import all_records_of, leads
from models.queries.names_known import first_names, names_known, names_nearly
from models.queries.once import once
from models.queries.visible import visible_to
from models.records.mentions import FreeText, Harm, Known, MentionOffer, Named
from models.records.reader import Reader
from models.rules.harm_told import harm_between, harm_told, spoken_names
from models.rules.mentions import around

Key = tuple[str, int, int]
TOLD_BY_A_CHILD = frozenset({"return_interview", "missing_episode"})
LEAST = frozenset({"associates"})
"""The relation that says least: beside it, harm that a text says is still offered."""


@dataclass(frozen=True)
class Found:
    """A text, and the subjects that it names in the order they stand there."""

    text: FreeText
    named: tuple[Named, ...]


def mentions(
    session: Session, reader: Reader, subject_id: int | None = None
) -> tuple[MentionOffer, ...]:
    """Names in the texts of a subject, or of all, neither linked with it nor said not to be meant.

    Those written otherwise than on record as well. The newest text first.
    """
    of = all_records_of(session, subject_id) if subject_id is not None else None
    return _offers(session, reader, of)


@once
def named_in_texts(
    session: Session, reader: Reader, of: tuple[int, ...] | None = None
) -> tuple[Found, ...]:
    """Every text in which somebody or something else on record is named, as the reader may know."""
    named_in, lead, own = names_known(session, reader), leads(session), _as_children(session)
    found = []
    for text in free_texts(session, reader, of):
        self_ids = {text.subject_id, lead.get(text.subject_id, text.subject_id)}
        others = [
            Named(stands, one.start, one.end)
            for one in named_in(text.text)
            for stands in (lead.get(one.subject_id, one.subject_id),)
            if stands not in self_ids and own.get(stands) not in self_ids
        ]
        if others:
            found.append(Found(text, tuple(others)))
    return tuple(found)


@once
def perhaps_in_texts(
    session: Session, reader: Reader, of: tuple[int, ...] | None = None
) -> tuple[Found, ...]:
    """Every text in which somebody else on record is perhaps meant by a name written otherwise.

    A name that is somebody's outright means nobody else, nor does one that may be the subject's.
    What a child tells after an absence names people by a first name alone.
    """
    named_in, nearly_in = names_known(session, reader), names_nearly(session, reader)
    alone_in = first_names(session, reader)
    lead, own = leads(session), _as_children(session)
    found = []
    for text in free_texts(session, reader, of):
        self_ids = {text.subject_id, lead.get(text.subject_id, text.subject_id)}
        alone = alone_in(text.text, self_ids) if text.about in TOLD_BY_A_CHILD else ()
        perhaps = [(one, lead.get(one.subject_id, one.subject_id))
                   for one in (*nearly_in(text.text), *alone)]  # fmt: skip
        taken = [(one.start, one.end) for one in (named_in(text.text) if perhaps else ())]
        taken += [(one.start, one.end) for one, stands in perhaps
                  if stands in self_ids or own.get(stands) in self_ids]  # fmt: skip
        others = [
            Named(stands, one.start, one.end, one.how)
            for one, stands in perhaps
            if not any(one.start < end and start < one.end for start, end in taken)
        ]
        if others:
            found.append(Found(text, tuple(others)))
    return tuple(found)


@once
def denied_mentions(session: Session, reader: Reader) -> tuple[MentionOffer, ...]:
    """Names of which a person said that they do not mean a record, the latest answer first."""
    said = _denied(session)
    if not said:
        return ()
    found = (*named_in_texts(session, reader, None), *perhaps_in_texts(session, reader, None))
    lead = leads(session)
    ids = {one for each in found for one in (each.text.subject_id, *_ids(each))}
    labels = _labels(session, {*ids, *(lead.get(one, one) for one in ids)})
    offers: dict[Key, MentionOffer] = {}
    for each in found:
        of_id = lead.get(each.text.subject_id, each.text.subject_id)
        for one in each.named:
            key = (each.text.about, each.text.about_id, one.subject_id)
            if key in said and key not in offers:
                by, at = said[key]
                offer = _offer(each, one, of_id, labels, None)
                offers[key] = replace(offer, denied_by=by, denied_at=at)
    return tuple(sorted(offers.values(), key=lambda one: one.denied_at or datetime.min)[::-1])


def _ids(each: Found) -> Iterator[int]:
    return (one.subject_id for one in each.named)


def _denied(session: Session) -> dict[Key, tuple[str | None, datetime | None]]:
    one = MentionAnswer
    rows = session.execute(
        select(one.about, one.about_id, one.subject_id, one.answered_by, one.answered_at).where(
            one.meant.is_(False)
        )
    )
    return {(about, about_id, subject): (by, at) for about, about_id, subject, by, at in rows}


def named_in(session: Session, reader: Reader, text: str) -> tuple[Known, ...]:
    """Who and what on record stands in a text that is being written, in the order of the text."""
    named, lead = names_known(session, reader)(text), leads(session)
    written = {lead.get(one.subject_id, one.subject_id): text[one.start : one.end]
               for one in reversed(named)}  # fmt: skip
    labels = _labels(session, set(written))
    return tuple(Known(one, *labels[one], said) for one, said in reversed(written.items()))


@once
def _offers(
    session: Session, reader: Reader, of: tuple[int, ...] | None
) -> tuple[MentionOffer, ...]:
    found = (*named_in_texts(session, reader, of), *perhaps_in_texts(session, reader, of))
    lead = leads(session)
    answered, linked = _answered(session), _linked(session, reader, lead)
    ids = {one.subject_id for each in found for one in each.named}
    of_ids = {lead.get(each.text.subject_id, each.text.subject_id) for each in found}
    labels, called = _labels(session, ids | of_ids), _called(session, of_ids, lead)
    offers: dict[Key, MentionOffer] = {}
    for each in found:
        of_id = lead.get(each.text.subject_id, each.text.subject_id)
        for one in each.named:
            key = (each.text.about, each.text.about_id, one.subject_id)
            pair = frozenset((of_id, one.subject_id))
            if key in answered or pair in linked and not linked[pair] <= LEAST:
                continue
            harm = _harm(each, one, (labels[of_id][0], labels[one.subject_id][0]), called[of_id])
            if pair in linked and harm is None:
                continue
            if key not in offers or (harm and not offers[key].harm):
                offers[key] = _offer(each, one, of_id, labels, harm)
    return tuple(sorted(offers.values(), key=_newest))


def _answered(session: Session) -> set[Key]:
    one = MentionAnswer
    rows = session.execute(select(one.about, one.about_id, one.subject_id))
    return {(about, about_id, subject_id) for about, about_id, subject_id in rows}


def _newest(one: MentionOffer) -> tuple[int, str, str]:
    return -(one.day.toordinal() if one.day else 0), one.of_label, one.label


def _offer(
    each: Found,
    one: Named,
    of_id: int,
    labels: Mapping[int, tuple[str, str]],
    harm: Harm | None,
) -> MentionOffer:
    before, written, after = around(each.text.text, one.start, one.end)
    alike = sum(other.start == one.start for other in each.named)
    return MentionOffer(
        each.text.about,
        each.text.about_id,
        of_id,
        *labels[of_id],
        one.subject_id,
        *labels[one.subject_id],
        before,
        written,
        after,
        each.text.where,
        each.text.day,
        alike,
        harm,
        one.how,
    )


def _harm(each: Found, one: Named, kinds: tuple[str, str], own: Iterable[str]) -> Harm | None:
    """The harm that the text says in so many words; he and she are whom the text is about."""
    names = spoken_names(own, child=kinds[0] == SubjectKind.CHILD.value)
    told = harm_told(each.text.text, one.start, one.end, names, loosely=True)
    return harm_between(*kinds, told)


def _called(session: Session, ids: set[int], lead: Mapping[int, int]) -> dict[int, list[str]]:
    """All names of each of these, and of the records folded into it."""
    called: dict[int, list[str]] = {one: [] for one in ids}
    for names in (select(Subject.id, Subject.label), select(Alias.subject_id, Alias.name)):
        for one, name in session.execute(names):
            if (stands := lead.get(one, one)) in called:
                called[stands].append(name)
    return called


def _as_children(session: Session) -> dict[int, int]:
    """Persons of concern who are a child, by the child's own record."""
    rows = session.execute(select(PersonOfConcern.id, PersonOfConcern.child_id))
    return {one: child for one, child in rows if child is not None}


def _linked(
    session: Session, reader: Reader, lead: Mapping[int, int]
) -> dict[frozenset[int], set[str]]:
    """Whom the reader may know to be linked with whom, and by which relations."""
    asked = select(Link.from_id, Link.to_id, Link.relation).where(visible_to(reader, Link))
    found: dict[frozenset[int], set[str]] = {}
    for one, other, relation in session.execute(asked):
        pair = frozenset((lead.get(one, one), lead.get(other, other)))
        found.setdefault(pair, set()).add(relation)
    return found


def _labels(session: Session, ids: set[int]) -> dict[int, tuple[str, str]]:
    rows = session.execute(select(Subject.id, Subject.kind, Subject.label))
    return {one: (kind, label) for one, kind, label in rows if one in ids}
