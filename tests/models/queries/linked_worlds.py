"""Worlds of subjects linked at random, some of it hidden from some."""

from datetime import date
from random import Random

from models.entities import Agency, Child, Link, PersonOfConcern, Place, SameAs, Subject
from models.marks import Information, Sharing
from models.storage.store import Store

RELATIONS = ("exploits", "associates", "frequents", "family", "recruits")
DAYS = (None, date(2025, 3, 1), date(2026, 6, 30))


def linked_world(store: Store, seed: int) -> list[int]:
    """Two agencies, and a handful of subjects linked at random, some said to be the same."""
    chance = Random(seed)
    with store.work("keep", "Keep") as session:
        session.add_all([Agency(name="Police"), Agency(name="Health")])
        kinds: tuple[type[Subject], ...] = (Child, PersonOfConcern, Place)
        subjects = [kinds[at % 3](label=f"Subject {at}") for at in range(12)]
        session.add_all(subjects)
        session.flush()
        ids = [one.id for one in subjects]
        for _ in range(30):
            one, other = chance.sample(ids, 2)
            session.add(_link(chance, one, other))
        session.add_all(SameAs(lead_id=ids[at], other_id=ids[at + 3], same=True) for at in (0, 4))
        session.get_one(PersonOfConcern, ids[1]).child_id = ids[6]
    return ids


def _link(chance: Random, one: int, other: int) -> Link:
    return Link(
        from_id=one,
        to_id=other,
        relation=chance.choice(RELATIONS),
        sharing=chance.choice(list(Sharing)).value,
        shared_with=(chance.choice((1, 2)),),
        information=chance.choice(list(Information)).value,
        confidence=chance.choice(("confirmed", "suspected", "historic")),
        confirmed=chance.random() < 0.5,
        first_seen=chance.choice(DAYS),
        last_seen=chance.choice(DAYS),
        ended_on=date(2026, 1, 1) if chance.random() < 0.1 else None,
        source=chance.choice((None, "Police log", "Referral")),
    )


def take_out(store: Store, kept: set[int]) -> None:
    """Everything that is not kept was never recorded."""
    with store.work("take_out", "Take out") as session:
        for link in session.query(Link):
            if link.id not in kept:
                session.delete(link)
