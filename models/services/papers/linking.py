"""Links that a paper tells of: suspected, sourced to it, and seen again where they stand."""

from datetime import date
from typing import Any

from sqlalchemy import select

from models import codes
from models.entities import Link
from models.marks import Sharing
from models.services.papers.filing import Filing, source

HARM = ("exploits", "recruits")


def link(
    filing: Filing,
    from_id: int,
    relation: str,
    to_id: int,
    *,
    on: date | None = None,
    note: str | None = None,
) -> None:
    """A suspected link, sourced to the paper; one that stands is only seen again."""
    if from_id == to_id:
        return
    standing = _standing(filing, from_id, relation, to_id)
    if standing is None and relation == "associates":  # says less than harm that stands already
        ways = ((from_id, to_id), (to_id, from_id))
        said = (_standing(filing, one, harm, other) for harm in HARM for one, other in ways)
        open_to_all = (None, Sharing.ALL_PANEL.value)
        standing = next((one for one in said if one and one.sharing in open_to_all), None)
    if standing is not None:
        if on is not None:
            standing.last_seen = max(standing.last_seen or on, on)
            standing.first_seen = min(standing.first_seen or on, on)
        return
    known: Any = codes.find("link_relations", relation)
    filing.add(
        Link(
            from_id=from_id,
            to_id=to_id,
            relation=relation,
            from_role=known.from_role or None if known else None,
            to_role=known.to_role or None if known else None,
            confidence="suspected",
            source=source(filing),
            source_date=on or filing.on,
            first_seen=on,
            last_seen=on,
            note=note,
            recorded_on=filing.today,
        )
    )


def _standing(filing: Filing, from_id: int, relation: str, to_id: int) -> Link | None:
    symmetric = getattr(codes.find("link_relations", relation), "symmetric", False)
    ends = [(from_id, to_id)] + ([(to_id, from_id)] if symmetric else [])
    for start, end in ends:
        for one in filing.queued(Link, start):
            if one.to_id == end and one.relation == relation:
                return one
        found = filing.session.scalars(
            select(Link).where(
                Link.from_id == start,
                Link.to_id == end,
                Link.relation == relation,
                Link.ended_on.is_(None),
            )
        ).first()
        if found is not None:
            return found
    return None
