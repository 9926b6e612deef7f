"""Missing information of a child: what is kept, and what is on record for what is still empty."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import (
    Address,
    Exploitation,
    MissingCircumstances,
    MissingEpisode,
    MissingInformation,
    Need,
    PersonOfConcern,
)
from models.marks import Information, SubjectKind
from models.queries.audiences import body_beside
from models.queries.children import child
from models.queries.knowable import check_knowable
from models.queries.links import links_of
from models.records.philomena import Circumstances, MissingPaper
from models.records.reader import Reader
from models.records.subjects import ChildRecord, LinkRecord
from models.rules import told_links
from models.rules.by_day import told
from models.rules.names import plain
from models.rules.philomena import PART_1, PART_2, Episode, Known, proposed

INTELLIGENCE = Information.INTELLIGENCE.value


def missing_paper(session: Session, reader: Reader, child_id: int) -> MissingPaper:
    """Parts 1 and 2 of a child; what is proposed is for all the panel, and no intelligence."""
    ids = check_knowable(session, reader, child_id)
    record = child(session, body_beside(reader), ids[0])
    kept = part_1(session, ids)
    values = {name: getattr(kept, name) if kept else None for name in PART_1}
    known = proposed(_known(session, reader, record, ids))
    row = record.row
    return MissingPaper(
        ids[0],
        row.name,
        row.birth_date,
        row.age,
        _in_words("genders", row.gender),
        _in_words("ethnicity", record.ethnicity),
        record.first_language,
        record.aliases,
        values,
        {name: text for name, text in known.items() if not values[name]},
        kept.reviewed_on if kept else None,
        kept.reviewed_by if kept else None,
        kept.review_on if kept else None,
        _part_2(session, ids),
    )


def _in_words(name: str, said: str | None) -> str | None:
    """The words of a list for whoever does not know its codes."""
    return codes.label_of(name, said) if said else said


def part_1(session: Session, ids: tuple[int, ...]) -> MissingInformation | None:
    """What is kept of these records, that of the one which stands for all first."""
    rows = {
        one.child_id: one
        for one in session.scalars(
            select(MissingInformation).where(MissingInformation.child_id.in_(ids))
        )
    }
    return next((rows[one] for one in ids if one in rows), None)


def _part_2(session: Session, ids: tuple[int, ...]) -> Circumstances | None:
    episode = session.scalars(
        select(MissingEpisode)
        .where(MissingEpisode.child_id.in_(ids))
        .order_by(MissingEpisode.reported_at.desc(), MissingEpisode.id.desc())
        .limit(1)
    ).first()
    if episode is None:
        return None
    held = session.scalars(
        select(MissingCircumstances).where(MissingCircumstances.episode_id == episode.id)
    ).first()
    values = {name: getattr(held, name) if held else None for name in PART_2}
    given = held.given_at if held else None
    reported, returned = told(episode, "reported_at"), told(episode, "returned_at")
    return Circumstances(episode.id, reported, returned, values, given)


def _known(session: Session, reader: Reader, record: ChildRecord, ids: tuple[int, ...]) -> Known:
    links = [
        one
        for one in links_of(session, body_beside(reader), ids[0])
        if one.information != INTELLIGENCE and not one.out_of_date
    ]
    row = record.row
    return Known(
        needs=_needs(session, ids, reader.today),
        exploitation=_types(session, ids, reader.today),
        risk=row.risk,
        disability=record.disability,
        nrm=row.nrm,
        associates=_friends(links),
        worries=_worries(session, links),
        places=_named(links, SubjectKind.PLACE),
        addresses=_addresses(session, ids),
        phones=_named(links, SubjectKind.PHONE),
        accounts=_named(links, SubjectKind.ACCOUNT),
        vehicles=_named(links, SubjectKind.VEHICLE),
        school=record.school,
        placement=None if _kept_secret(session, ids, record.placement) else record.placement,
        lead=row.lead,
        team=record.team,
        names=record.aliases,
        references=(f"Case system: {row.system_id}",) if row.system_id else (),
        episodes=_episodes(session, ids),
    )


def _named(links: list[LinkRecord], kind: SubjectKind) -> tuple[str, ...]:
    return told_links.things(_told(one) for one in links if one.other_kind == kind.value)


def _told(one: LinkRecord) -> told_links.Told:
    firm = told_links.is_firm(one.confidence, confirmed=one.confirmed)
    return told_links.Told(one.relation, one.other_label, firm)


def _friends(links: list[LinkRecord]) -> tuple[str, ...]:
    """Children linked, with how: whoever causes worry is no friend."""
    return told_links.people(
        [_told(one) for one in links if one.other_kind == SubjectKind.CHILD.value]
    )


def _worries(session: Session, links: list[LinkRecord]) -> tuple[str, ...]:
    """Persons and groups linked by what is a fact; nobody who is known by intelligence alone."""
    kinds = {SubjectKind.PERSON.value, SubjectKind.GROUP.value}
    wanted = [
        one
        for one in links
        if one.other_kind in kinds and one.information == Information.FACT.value
    ]
    hidden = set(
        session.scalars(
            select(PersonOfConcern.id).where(
                PersonOfConcern.id.in_([one.other_id for one in wanted]),
                PersonOfConcern.information == INTELLIGENCE,
            )
        )
    )
    return told_links.people([_told(one) for one in wanted if one.other_id not in hidden])


def _needs(session: Session, ids: tuple[int, ...], on: date) -> tuple[str, ...]:
    rows = session.scalars(
        select(Need.code).where(Need.child_id.in_(ids), Need.until.is_(None) | (Need.until > on))
    )
    return tuple(codes.label_of("needs", code) for code in rows)


def _types(session: Session, ids: tuple[int, ...], on: date) -> tuple[str, ...]:
    one = Exploitation
    rows = session.scalars(
        select(one.worded)
        .where(one.child_id.in_(ids), one.until.is_(None) | (one.until > on))
        .order_by(one.id)
    )
    return tuple(dict.fromkeys(rows))


def _addresses(session: Session, ids: tuple[int, ...]) -> tuple[str, ...]:
    """Where the child lives or lived; a restricted address is nowhere proposed."""
    rows = session.execute(
        select(Address.text, Address.kind, Address.until)
        .where(Address.subject_id.in_(ids), Address.restricted.is_(False))
        .order_by(Address.until.is_not(None), Address.since.desc(), Address.id)
    )
    return tuple(f"{text} ({kind}{', earlier' if until else ''})" for text, kind, until in rows)


def _kept_secret(session: Session, ids: tuple[int, ...], placement: str | None) -> bool:
    """Whether the words of a placement say a restricted address."""
    said = plain(placement or "")
    rows = session.execute(
        select(Address.text, Address.postcode).where(
            Address.subject_id.in_(ids), Address.restricted.is_(True)
        )
    )
    return any(plain(part) in said for row in rows for part in row if part)


def _episodes(session: Session, ids: tuple[int, ...]) -> tuple[Episode, ...]:
    one = MissingEpisode
    rows = session.scalars(
        select(one)
        .where(one.child_id.in_(ids), one.reported_at.is_not(None), one.returned_at.is_not(None))
        .order_by(one.reported_at.desc())
    )
    return tuple(
        Episode(at, told(each, "returned_at"), each.found_where, each.found_with)
        for each in rows
        if (at := told(each, "reported_at")) is not None
    )
