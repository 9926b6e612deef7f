"""On what lawful basis, and why, something of an item is shared: its own ground or the panel's."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, SharingGround
from models.queries import panel
from models.queries.once import once
from models.queries.together import About, Ids, grouped, together
from models.queries.visible import takes_part
from models.records.chasing import GroundRow
from models.records.reader import Reader

_GROUNDS = (
    select(SharingGround)
    .where(SharingGround.item_id.in_(bindparam("items", expanding=True)))
    .order_by(SharingGround.id)
)


def grounds(session: Session, reader: Reader, meeting_id: int) -> tuple[GroundRow, ...]:
    """The grounds kept for items of a meeting, each item's own before those of single agencies."""
    rows = session.scalars(
        select(SharingGround)
        .join(AgendaItem, AgendaItem.id == SharingGround.item_id)
        .where(
            AgendaItem.meeting_id == meeting_id,
            takes_part(reader, AgendaItem.id, AgendaItem.subject_id),
        )
        .order_by(SharingGround.id)
    ).all()
    kept = {(one.item_id, one.agency_id): one for one in rows}
    found = (_row(one) for one in kept.values())
    return tuple(sorted(found, key=lambda one: (one.item_id, one.agency_id or 0)))


def ground(
    session: Session, reader: Reader, item_id: int, agency_id: int | None = None
) -> GroundRow:
    """The ground on which an item is shared with an agency: its own, the item's, the panel's."""
    rows = _kept(session, item_id) or ()
    return (
        _last(rows, agency_id)
        or _last(rows, None)
        or GroundRow(item_id, agency_id, *usual_ground(session, reader))
    )


@together(About.ITEM, kept=False)
def _kept(session: Session, item_ids: Ids) -> Mapping[int, Sequence[SharingGround]]:
    rows = session.scalars(_GROUNDS, {"items": item_ids})
    return grouped((one.item_id, one) for one in rows)


@once
def usual_ground(session: Session, reader: Reader) -> tuple[str, str]:
    """The panel's own basis and necessity, which hold where an item says nothing else."""
    basis = panel.wording(session, reader, "lawful_basis")
    return basis, panel.setting(session, reader, panel.NECESSITY, panel.USUAL_NECESSITY)


def _last(rows: Iterable[SharingGround], agency_id: int | None) -> GroundRow | None:
    found = [one for one in rows if one.agency_id == agency_id]
    return _row(found[-1]) if found else None


def _row(one: SharingGround) -> GroundRow:
    return GroundRow(one.item_id, one.agency_id, one.basis, one.necessity or "", True, one.by_name)
