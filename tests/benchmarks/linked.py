"""A panel whose records are linked in clusters, as many as are asked for."""

from datetime import date, datetime, timedelta
from random import Random

from models.clock import SetClock
from models.entities import Child, Group, Link, PersonOfConcern, Place, Subject, Vehicle
from models.records.network import Node
from models.workspace import Workspace
from tests.benchmarks.wording import name
from tests.models.rules.network.small import clustered

MORNING = datetime(2026, 11, 12, 9, 30)
DAY = date(2026, 11, 12)


def linked_panel(count: int, seed: int = 7) -> Workspace:
    """A panel in memory with so many records, linked in clusters of six to thirty."""
    workspace = Workspace.memory("Coordinator", SetClock(MORNING))
    workspace.panel.make("Northmoor MACE", districts=("Harbourside",))
    chance, drawn = Random(seed), clustered(count, seed)
    with workspace.store.work("keep", "Keep") as session:
        made = {node.id: _subject(node, at) for at, node in enumerate(drawn.nodes)}
        session.add_all(made.values())
        session.flush()
        for tie in drawn.ties:
            seen = DAY - timedelta(days=chance.randrange(700))
            session.add(
                Link(
                    from_id=made[tie.from_id].id,
                    to_id=made[tie.to_id].id,
                    relation=tie.relation,
                    from_role=tie.from_role,
                    to_role=tie.to_role,
                    confirmed=tie.confirmed,
                    confidence=chance.choice(("confirmed", "suspected", "suspected", "historic")),
                    information=chance.choice(("fact", "opinion", "intelligence", "not stated")),
                    source="Police",
                    first_seen=seen - timedelta(days=chance.randrange(200)),
                    last_seen=seen,
                    recorded_on=seen,
                )
            )
    return workspace


def _subject(node: Node, at: int) -> Subject:
    if node.kind == "child":
        return Child(label=name(at * 3), birth_date=date(2010, 1, 1) + timedelta(days=at * 9))
    if node.kind == "person_of_concern":
        return PersonOfConcern(label=name(at * 5 + 2), status="suspect")
    if node.kind == "location":
        return Place(label=f"{name(at).split()[1]} Street {at}", place_type="takeaway")
    if node.kind == "group":
        return Group(label=f"Group {at}")
    return Vehicle(label=f"AB{at:02} XYZ", registration=f"AB{at}XYZ")
