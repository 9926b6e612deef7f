"""The panel's own name of a district, however a paper or an older record writes it."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import District
from models.rules.districts import by_key, district_key


def named_as_ours(session: Session) -> Callable[[str], str]:
    """Gives a district as the panel writes it, or as it stands where it is none of the panel's."""
    told = select(District.name).order_by(District.active.desc(), District.position)
    ours = by_key(session.scalars(told))
    return lambda worded: ours.get(district_key(worded), worded)
