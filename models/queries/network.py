"""Who and what is linked with whom: around some subjects, around an agenda, or everything."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem
from models.queries.knowable import leads
from models.queries.network_nodes import nodes_of
from models.queries.network_ties import all_ties, ties_touching
from models.queries.once import once
from models.queries.running_order import references
from models.queries.visible import takes_part
from models.records.network import Network, Node, Tie
from models.records.reader import Reader


@once
def network(
    session: Session,
    reader: Reader,
    around: tuple[int, ...] | None = None,
    depth: int = 1,
    meeting_id: int | None = None,
) -> Network:
    """What the reader may know of who is linked with whom, joined records read as their lead.

    Around some subjects so many steps far, with the ties among those reached; around those on a
    meeting's agenda where none are named; else everything that has a link. Subjects that the
    reader may not know of are not there, and nobody is reached through them.
    """
    lead = leads(session)
    tonight = _tonight(session, reader, meeting_id, lead) if meeting_id else {}
    asked = tuple(tonight) if around is None and meeting_id else around
    if asked is None:
        centres: dict[int, Node] = {}
        ties = all_ties(session, reader, lead)
        nodes = nodes_of(session, reader, _ends(ties))
    else:
        centres = nodes_of(session, reader, [lead.get(one, one) for one in asked])
        nodes, ties = _reached(session, reader, lead, centres, depth)
    named = [replace(one, tonight=tonight.get(one.id, "")) for one in nodes.values()]
    return Network(
        tuple(sorted(named, key=lambda one: (one.label.casefold(), one.id))),
        tuple(tie for tie in ties if tie.from_id in nodes and tie.to_id in nodes),
        tuple(centres),
    )


def _reached(
    session: Session,
    reader: Reader,
    lead: Mapping[int, int],
    centres: Mapping[int, Node],
    depth: int,
) -> tuple[dict[int, Node], tuple[Tie, ...]]:
    """The nodes so many steps from the centres, and all ties among them."""
    nodes, fresh = dict(centres), tuple(centres)
    ties: dict[int, Tie] = {}
    for step in range(depth + 1):
        if not fresh:
            break
        ties.update((one.id, one) for one in ties_touching(session, reader, lead, fresh))
        if step < depth:
            further = _ends(ties.values()) - nodes.keys()
            found = nodes_of(session, reader, sorted(further))
            nodes.update(found)
            fresh = tuple(found)
    return nodes, tuple(ties[one] for one in sorted(ties))


def _ends(ties: Iterable[Tie]) -> set[int]:
    return {end for tie in ties for end in tie.ends}


def _tonight(
    session: Session, reader: Reader, meeting_id: int, lead: Mapping[int, int]
) -> dict[int, str]:
    """The subjects of the items that the reader takes part in, each with its reference."""
    rows = session.execute(
        select(AgendaItem.id, AgendaItem.subject_id)
        .where(
            AgendaItem.meeting_id == meeting_id,
            AgendaItem.removed.is_(False),
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(AgendaItem.section, AgendaItem.position, AgendaItem.id)
    )
    named = references(session, meeting_id)
    found: dict[int, str] = {}
    for item_id, subject_id in rows:
        if subject_id is not None:
            found.setdefault(lead.get(subject_id, subject_id), named.get(item_id, ""))
    return found
