"""The unlisted: named often and never referred, harmed more than once, places of several."""

from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from models.marks import PEOPLE, SubjectKind
from models.queries.names_unjoined import names_unjoined
from models.queries.once import once
from models.queries.unlisted_evidence import PLACE, Spoken, awaited, listed
from models.records.network import Node
from models.records.reader import Reader
from models.records.unlisted import Band, Evidence, UnlistedRow

OFTEN, SEVERAL, TWICE = 2, 3, 2
"""Others whose papers name somebody; children of a place; times a child was harmed."""
CHILD = SubjectKind.CHILD.value


@once
def unlisted(session: Session, reader: Reader) -> tuple[UnlistedRow, ...]:
    """Everybody and every place to be pointed out, by band, those with most evidence first.

    All of it is what the reader may read: what is hidden is not counted.
    """
    spoken, known = Spoken(session, reader), listed(session)
    rows = (
        *_named_often(spoken, known),
        *names_unjoined(session, reader, OFTEN),
        *_harmed(spoken, awaited(session, reader.today)),
        *_places(spoken, known),
    )
    order = list(Band)
    return tuple(sorted(rows, key=lambda one: (order.index(one.band), -one.count, one.label)))


def _named_often(spoken: Spoken, known: set[int]) -> Iterator[UnlistedRow]:
    as_child = {one.from_id: one.to_id for one in spoken.known.ties if one.id < 0}
    for one in spoken.nodes.values():
        own = {one.id, as_child.get(one.id, one.id)}
        if one.kind in PEOPLE and one.closed_on is None and own.isdisjoint(known):
            yield from _row(Band.NAMED, one, spoken.said.get(one.id, ()), OFTEN)


def _places(spoken: Spoken, known: set[int]) -> Iterator[UnlistedRow]:
    for one in spoken.nodes.values():
        if one.kind == PLACE and one.closed_on is None and one.id not in known:
            said = spoken.said.get(one.id, ())
            of_children = [each for each in said if each.of_kind == CHILD]
            yield from _row(Band.PLACE, one, of_children, SEVERAL)


def _row(band: Band, one: Node, evidence: Iterable[Evidence], least: int) -> Iterator[UnlistedRow]:
    found = tuple(evidence)
    count = len({each.of_id for each in found})
    if count >= least:
        yield UnlistedRow(band, one.id, one.kind, one.label, count, found)


def _harmed(spoken: Spoken, soon: set[int]) -> Iterator[UnlistedRow]:
    """Children harmed by two or more, or referred again within a year, whom no agenda awaits."""
    for one in spoken.nodes.values():
        if one.kind != CHILD or one.closed_on is not None or one.id in soon:
            continue
        found = spoken.harm_to(one)
        days = spoken.referred.get(one.id, ())
        again = [Evidence(one.id, CHILD, one.label, "Referred", "Referral", day) for day in days]
        count = len({each.words for each in found}) + max(len(again) - 1, 0)
        if count >= TWICE or len(again) >= TWICE:
            found += again if len(again) >= TWICE else []
            yield UnlistedRow(
                Band.HARMED, one.id, CHILD, one.label, max(count, TWICE), tuple(found)
            )
