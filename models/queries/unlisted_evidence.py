"""What others' papers say of somebody or something: links and texts that the reader may read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    ChildStatus,
    Meeting,
    MentionAnswer,
    PersonOfConcern,
    Place,
    Referral,
)
from models.marks import PEOPLE, SubjectKind
from models.queries.coming import to_come
from models.queries.knowable import knowable, leads
from models.queries.mentions import named_in_texts
from models.queries.network import network
from models.queries.network_nodes import nodes_of
from models.records.network import Network, Node, Tie
from models.records.reader import Reader
from models.records.unlisted import Evidence
from models.rules.mentions import around, quoted

PLACE, HARMED = SubjectKind.PLACE.value, "harmed"
AT_HOME = frozenset({"lives at", "works at", "owns"})
YEAR = timedelta(days=365)


class Spoken:
    """Whom the reader may know of, with their ties, and what speaks of each."""

    def __init__(self, session: Session, reader: Reader) -> None:
        self.known: Network = network(session, reader)
        self.referred = _referrals(session, reader)
        texts = list(_in_texts(session, reader))
        also = {one for of_id, about, _ in texts for one in (of_id, about)} | set(self.referred)
        self.nodes: Mapping[int, Node] = {
            **nodes_of(session, reader, also),
            **{one.id: one for one in self.known.nodes},
        }
        self.said: dict[int, list[Evidence]] = defaultdict(list)
        self._add_ties()
        for of_id, about, (words, where, day) in texts:
            other = self.nodes.get(of_id)
            if other is not None and about in self.nodes:
                made = Evidence(of_id, other.kind, other.label, words, where, day)
                self.said[about].append(made)

    def harm_to(self, child: Node) -> list[Evidence]:
        """The ties by which a child is harmed."""
        found = []
        for tie in self.known.ties_of(child.id):
            role = tie.from_role if tie.from_id == child.id else tie.to_role
            other = self.nodes.get(tie.other(child.id))
            if role == HARMED and other is not None:
                found.append(_of_tie(tie, child, other, child))
        return found

    def _add_ties(self) -> None:
        for tie in self.known.ties:
            for here, there in (tie.ends, tie.ends[::-1]):
                one, other = self.nodes[here], self.nodes[there]
                home = one.kind == PLACE and tie.relation in AT_HOME
                if tie.id > 0 and other.kind in PEOPLE and not home:
                    self.said[here].append(_of_tie(tie, other, other, one))


def _of_tie(tie: Tie, reads: Node, of: Node, one: Node) -> Evidence:
    """A link in words, read from one end; `of` is whose paper it counts as."""
    other = one if reads is of else of
    words = f"{reads.label} {tie.read_from(reads.id)} {other.label}"
    day = tie.last_seen or tie.first_seen or tie.recorded_on
    return Evidence(of.id, of.kind, of.label, words, tie.source or "Link", day)


Said = tuple[str, str, date | None]


def _in_texts(session: Session, reader: Reader) -> Iterator[tuple[int, int, Said]]:
    """Whose texts name whom, where nobody said that it is somebody else."""
    lead, refused = leads(session), _refused(session)
    for each in named_in_texts(session, reader, None):
        text = each.text
        for one in each.named:
            if (text.about, text.about_id, one.subject_id) not in refused:
                words = quoted(*around(text.text, one.start, one.end))
                of_id = lead.get(text.subject_id, text.subject_id)
                yield of_id, one.subject_id, (words, text.where, text.day)


def _refused(session: Session) -> set[tuple[str, int, int]]:
    one = MentionAnswer
    rows = session.execute(
        select(one.about, one.about_id, one.subject_id).where(one.meant.is_(False))
    )
    return {(about, about_id, subject_id) for about, about_id, subject_id in rows}


def listed(session: Session) -> set[int]:
    """Who and what was referred, stood on an agenda, is on the tracker, or was adopted."""
    return _leading(
        session,
        select(Referral.subject_id),
        select(AgendaItem.subject_id).where(AgendaItem.removed.is_(False)),
        select(ChildStatus.child_id).where(ChildStatus.on_tracker),
        select(PersonOfConcern.id).where(PersonOfConcern.adopted_on.is_not(None)),
        select(Place.id).where(Place.adopted_on.is_not(None)),
    )


def awaited(session: Session, day: date) -> set[int]:
    """Whom an undecided referral or the agenda of a meeting to come awaits."""
    coming = select(AgendaItem.subject_id).join(Meeting, Meeting.id == AgendaItem.meeting_id)
    return _leading(
        session,
        select(Referral.subject_id).where(Referral.outcome.is_(None)),
        coming.where(to_come(day), AgendaItem.removed.is_(False)),
    )


def _leading(session: Session, *asked: Select[Any]) -> set[int]:
    """These records and those that stand for them."""
    lead = leads(session)
    ids = {one for each in asked for one in session.scalars(each) if one is not None}
    return ids | {lead[one] for one in ids if one in lead}


def _referrals(session: Session, reader: Reader) -> Mapping[int, Sequence[date]]:
    """By subject the days on which it was referred within the last year."""
    rows = session.execute(
        select(Referral.subject_id, Referral.received_on)
        .where(Referral.received_on >= reader.today - YEAR, knowable(reader, Referral.subject_id))
        .order_by(Referral.received_on)
    )
    lead, found = leads(session), defaultdict[int, list[date]](list)
    for one, day in rows:
        if day is not None:
            found[lead.get(one, one)].append(day)
    return found
