"""Flags of a child's NRM referral for the head of an item and of the child's page."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import NrmReferral
from models.queries.kept_settings import kept_settings
from models.queries.knowable import families
from models.queries.together import About, Ids, together
from models.queries.working import days_closed
from models.rules.nrm import USUAL_BODY, Flags, flags_together


@together(About.CHILD)
def nrm_flags(session: Session, child_ids: Ids, on: date) -> Mapping[int, Flags]:
    """The flags of each of these children on a day, by all that is recorded of them."""
    lead = families(session, child_ids)
    rows = session.scalars(
        select(NrmReferral).where(NrmReferral.child_id.in_(tuple(lead))).order_by(NrmReferral.id)
    )
    entries: dict[int, list[NrmReferral]] = {}
    for one in rows:
        entries.setdefault(lead[one.child_id], []).append(one)
    usual, closed = kept_settings(session).get(USUAL_BODY), days_closed(session)
    return {child_id: flags_together(one, usual, on, closed) for child_id, one in entries.items()}
