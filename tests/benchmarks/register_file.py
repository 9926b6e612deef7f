"""A register of labelled records in an encrypted file of its own, for matching against."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from models.clock import SetClock
from models.entities import Address, Alias, Child, Link, OnlineAccount, Phone, Vehicle
from models.storage.check import rebuild
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.labelled import Labelled

PASSPHRASE = "who is who on record"
MORNING = datetime(2026, 11, 12, 9, 30)


def make(path: Path, rows: Sequence[Labelled], *, holding: bool = False) -> Workspace:
    """The file, open: the record at place n has the id n + 1; `holding`: with what people have."""
    workspace = Workspace.create(
        path, PASSPHRASE, "Administrator", cost=Cost(64, 1, 1), clock=SetClock(MORNING)
    )
    workspace.panel.make("Northmoor MACE")
    store = workspace.store
    assert store.file is not None
    with store.resting():
        raw = store.file.connect()
        with Bulk(raw) as bulk:
            bulk.add(Child, (_row(at, one) for at, one in enumerate(rows, 1)))
            bulk.add(Alias, _also_known(rows))
            if holding:
                _hold(bulk, rows)
        raw.close()
    rebuild(store)
    return workspace


def _row(at: int, one: Labelled) -> dict[str, object]:
    facts = one.facts
    return {
        "id": at,
        "label": facts.names[0] if facts.names else "Unknown",
        "birth_date": facts.birth_date,
        "postcode": facts.postcode,
        "gender": facts.gender,
        "system_id": facts.system_id,
    }


def _also_known(rows: Sequence[Labelled]) -> Iterator[dict[str, object]]:
    for at, one in enumerate(rows, 1):
        for name in one.facts.names[1:]:
            yield {"subject_id": at, "name": name, "kind": "alias"}


def _hold(bulk: Bulk, rows: Sequence[Labelled]) -> None:
    """Homes as addresses; telephones and vehicles as records of their own, linked with who has."""
    bulk.add(
        Address,
        (
            {"subject_id": at, "text": text}
            for at, one in enumerate(rows, 1)
            for text in one.holds.addresses
        ),
    )
    ids = count(len(rows) + 1)
    for kind, column, held in (
        (Phone, "digits", [one.holds.phones for one in rows]),
        (Vehicle, "registration", [one.holds.vehicles for one in rows]),
        (OnlineAccount, "handle", [one.holds.handles for one in rows]),
    ):
        known = {said: next(ids) for said in sorted(frozenset().union(*held))}
        bulk.add(kind, ({"id": one, "label": said, column: said} for said, one in known.items()))
        bulk.add(
            Link,
            (
                {"from_id": at, "to_id": known[said], "relation": "uses"}
                for at, each in enumerate(held, 1)
                for said in each
            ),
        )
