"""A register of labelled records in an encrypted file of its own, for matching against."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from models.clock import SetClock
from models.entities import Child
from models.storage.check import rebuild
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.labelled import Labelled

PASSPHRASE = "who is who on record"
MORNING = datetime(2026, 11, 12, 9, 30)


def make(path: Path, rows: Sequence[Labelled]) -> Workspace:
    """The file, open: the record at place n has the id n + 1."""
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
