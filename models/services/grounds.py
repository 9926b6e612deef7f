"""On what ground something is shared: said once for an item, or for one agency on it."""

from sqlalchemy import select

from models.entities import Agency, AgendaItem, SharingGround
from models.errors import Refusal
from models.services.signed_in import Service


class GroundService(Service):
    """What a person says of why an item is shared."""

    def share_on(
        self, item_id: int, basis: str, necessity: str = "", agency_id: int | None = None
    ) -> None:
        """Keep lawful basis and necessity for an item, or for one agency on it.

        An empty basis takes it back: then the panel's own holds.
        """
        self._check("set_sharing")
        if not basis.strip() and necessity.strip():
            raise Refusal("Name the lawful basis as well.", "basis")
        with self._store.work("share_on", "Say on what ground it is shared") as session:
            session.get_one(AgendaItem, item_id)
            if agency_id is not None:
                session.get_one(Agency, agency_id)
            row = session.scalars(
                select(SharingGround).where(
                    SharingGround.item_id == item_id,
                    SharingGround.agency_id.is_(None)
                    if agency_id is None
                    else SharingGround.agency_id == agency_id,
                )
            ).first()
            if not basis.strip():
                if row is not None:
                    session.delete(row)
                return
            if row is None:
                row = SharingGround(item_id=item_id, agency_id=agency_id, basis="", at=self._now)
                session.add(row)
            row.basis, row.necessity = basis.strip(), necessity.strip() or None
            row.at, row.by_name = self._now, self._person.name
