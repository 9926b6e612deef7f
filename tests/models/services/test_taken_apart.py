"""However records are joined and taken apart, each is in the end as it was in the beginning."""

from random import Random

import pytest

from models.errors import Refusal
from models.marks import Role
from models.queries.joined_records import joined_records
from models.queries.links import links_of
from models.queries.people import people
from models.queries.side_by_side import side_by_side
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store


@pytest.mark.parametrize("seed", range(4))
def test_a_walk_of_joining_and_taking_apart_comes_back_exact(store: Store, seed: int) -> None:
    register = RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    children = [register.add_child(name) for name in ("Ivy Ashdown", "Tia Oakes")]
    ids = [register.add_person(f"Dean Pyke {at}", aliases=(f"Daz {at}",)) for at in range(4)]
    for at, one in enumerate(ids):
        register.link(one, "exploits", children[at % 2])
    before, random = _told(store, ids, children), Random(seed)
    for _ in range(12):
        one, other = random.sample(ids, 2)
        try:
            (register.same if random.random() < 0.7 else register.not_same)(one, other, "Said so")
        except Refusal:
            continue
    with store.reading() as session:
        reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
        joined = joined_records(session, reader)
    assert joined
    for one in joined:
        register.not_same(one.lead_id, one.other_id, "After all not")
    assert _told(store, ids, children) == before


def _told(store: Store, ids: list[int], children: list[int]) -> list[object]:
    with store.reading() as session:
        reader = Reader(now=store.clock.now(), role=Role.ADMINISTRATOR)
        return [
            people(session, reader),
            [side_by_side(session, reader, ids[0], one) for one in ids[1:]],
            [links_of(session, reader, one) for one in (*ids, *children)],
        ]
