"""The outlines of the panel's districts: taken into the file, and given up again."""

from hashlib import sha256

from sqlalchemy.dialects.sqlite import insert

from models.entities import PaperContent
from models.intake.outlines import read_outlines
from models.queries.outlines import OUTLINES, OUTLINES_NAME
from models.rules.outlines import written
from models.services.own_template import OwnTemplate, put


class Outlines(OwnTemplate):
    """What the map draws under its places, once a person has given it."""

    def take_outlines(self, name: str, content: bytes) -> int:
        """Keep the areas of a GeoJSON file, thinned; gives how many. Refusal for anything else."""
        self._check("edit_settings")
        found = read_outlines(content)
        kept = written(found)
        digest = sha256(kept).hexdigest()
        with self._store.work("take_outlines", "Take outlines for the map") as session:
            row = insert(PaperContent).values(sha256=digest, content=kept)
            session.execute(row.on_conflict_do_nothing())
            put(session, OUTLINES, digest)
            put(session, OUTLINES_NAME, name)
        return len(found)

    def drop_outlines(self) -> None:
        """Draw the map without outlines again."""
        self._check("edit_settings")
        with self._store.work("drop_outlines", "Give up the map's outlines") as session:
            put(session, OUTLINES, "")
            put(session, OUTLINES_NAME, "")
