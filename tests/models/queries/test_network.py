"""The network of links as each reader may know it: what is hidden changes nothing in it."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from models.entities import (
    AgendaItem,
    Child,
    Link,
    Meeting,
    PanelSeries,
    PersonOfConcern,
    SameAs,
)
from models.marks import Role
from models.queries.links import links_of
from models.queries.network import network
from models.records.network import Network
from models.records.reader import Reader, ReaderKind
from models.storage.store import Store
from tests.models.queries.linked_worlds import linked_world, take_out

NOW = datetime(2026, 11, 12, 9, 30)
CHAIR = Reader(now=NOW, role=Role.CHAIR, name="Ruth Abbot")
HEALTH = Reader(now=NOW, role=Role.MEMBER, name="Ann Patel", agency_ids=(2,))
ROOM = Reader(now=NOW, kind=ReaderKind.ROOM, agency_ids=(1, 2))


def _read(store: Store, reader: Reader, **asked: object) -> Network:
    with store.reading() as session:
        return network(session, reader, **asked)  # type: ignore[arg-type]


def _all_read(store: Store, reader: Reader, ids: list[int]) -> list[Network]:
    around = [_read(store, reader, around=(one,), depth=depth) for one in ids for depth in (1, 2)]
    return [_read(store, reader), *around]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "reader", [HEALTH, ROOM, replace(CHAIR, intelligence=False)], ids=["member", "room", "document"]
)
def test_a_hidden_link_changes_nothing(store: Store, seed: int, reader: Reader) -> None:
    ids = linked_world(store, seed)
    whole = _all_read(store, reader, ids)
    shown = {one for tie in whole[0].ties for one in (tie.id, *tie.also)}
    assert len(shown) < 30
    take_out(store, shown)
    assert _all_read(store, reader, ids) == whole


@pytest.mark.parametrize("seed", range(4))
def test_nobody_is_reached_through_one_whom_the_reader_may_not_know(
    store: Store, seed: int
) -> None:
    ids = linked_world(store, seed)
    held = frozenset({ids[2], ids[6], ids[1]})
    reader = replace(CHAIR, conflicted_subjects=held)
    whole = _all_read(store, reader, ids)
    assert not held & {node.id for one in whole for node in one.nodes}
    with store.work("take_out", "Take out") as session:
        for link in session.query(Link):
            if {link.from_id, link.to_id} & held:
                session.delete(link)
    assert _all_read(store, reader, ids) == whole


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("reader", [CHAIR, HEALTH, ROOM], ids=["chair", "member", "room"])
def test_it_shows_the_links_that_stand_on_each_record(
    store: Store, seed: int, reader: Reader
) -> None:
    ids = linked_world(store, seed)
    folded = {ids[3], ids[7]}
    everything = _read(store, reader)
    with store.reading() as session:
        for one in set(ids) - folded:
            listed = {(row.other_id, row.relation) for row in links_of(session, reader, one)}
            drawn = {
                (tie.other(one), tie.read_from(one))
                for tie in everything.ties_of(one)
                if tie.id > 0
            }
            assert drawn == listed
    assert not folded & {node.id for node in everything.nodes}


def test_around_a_record_is_what_everything_holds_so_many_steps_from_it(store: Store) -> None:
    ids = linked_world(store, 1)
    everything = _read(store, CHAIR)
    near = {ids[0], *everything.neighbours(ids[0])}
    around = _read(store, CHAIR, around=(ids[3],))
    assert around.centres == (ids[0],)
    assert {node.id for node in around.nodes} == near
    assert set(around.ties) == {tie for tie in everything.ties if set(tie.ends) <= near}


def test_tonights_agenda_stands_in_the_middle_by_its_references(store: Store) -> None:
    with store.work("keep", "Keep") as session:
        series = PanelSeries(name="Northmoor MACE")
        child, man = Child(label="Robin Ashdown"), PersonOfConcern(label="Darren Pike")
        session.add_all([series, child, man])
        session.flush()
        meeting = Meeting(
            series_id=series.id, held_on=NOW.date(), starts=time(9, 30), ends=time(12)
        )
        session.add_all([meeting, Link(from_id=man.id, to_id=child.id, relation="exploits")])
        session.flush()
        item = {"section": "V", "kind": "new", "position": 0}
        session.add(AgendaItem(meeting_id=meeting.id, subject_id=child.id, **item))
        meeting_id, child_id = meeting.id, child.id
    shown = _read(store, CHAIR, meeting_id=meeting_id)
    assert [(node.initials, node.tonight) for node in shown.nodes] == [("D.P.", ""), ("R.A.", "V1")]
    assert shown.centres == (child_id,)
    (tie,) = shown.ties
    assert (tie.read_from(child_id), tie.words) == ("is exploited by", "exploits")
    away = replace(CHAIR, conflicted_subjects=frozenset({child_id}))
    assert _read(store, away, meeting_id=meeting_id) == Network()


def test_links_that_say_the_same_are_one_as_sure_as_the_firmer(store: Store) -> None:
    with store.work("keep", "Keep") as session:
        one, same, man = Child(label="A B"), Child(label="A Bee"), PersonOfConcern(label="C D")
        session.add_all([one, same, man])
        session.flush()
        session.add(SameAs(lead_id=one.id, other_id=same.id, same=True))
        said = {"from_id": man.id, "relation": "exploits"}
        session.add(Link(to_id=one.id, confidence="suspected", source="Police", **said))
        session.add(
            Link(to_id=same.id, confidence="confirmed", source="School", confirmed=True,
                 information="intelligence", last_seen=date(2026, 5, 1), **said)
        )  # fmt: skip
    (tie,) = _read(store, CHAIR).ties
    assert (tie.confidence, tie.confirmed, tie.source) == ("confirmed", False, "Police; School")
    assert (tie.information, tie.last_seen) == ("intelligence", date(2026, 5, 1))
    assert len(tie.also) == 1
