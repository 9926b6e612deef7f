"""Which of two records says more, and is better attested, as far as the reader may read."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.entities import (
    AgendaItem,
    Child,
    Link,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Place,
    Referral,
    Vehicle,
)
from models.queries.visible import takes_part, visible_to
from models.records.reader import Reader

Weight = tuple[int, int, int]
SAYS: dict[Any, tuple[str, ...]] = {
    Child: ("birth_date", "system_id", "nhs_number", "gender", "postcode", "school"),
    PersonOfConcern: ("birth_date", "system_id", "police_reference", "grounds", "gender",
                      "postcode", "description", "adopted_on"),
    Place: ("place_type", "address", "postcode", "map_reference", "what_happens"),
    Vehicle: ("make", "colour"),
    Phone: ("imei", "network"),
    OnlineAccount: ("platform", "display_name"),
}  # fmt: skip
"""What a record may say of itself, by its kind."""


def fullness(session: Session, reader: Reader, ids: Iterable[int]) -> dict[int, Weight]:
    """How much stands on each of these records: by referrals and items, fields, and links.

    Who was referred or put on an agenda is told before whom papers only name.
    """
    asked = tuple(set(ids))
    put = dict.fromkeys(asked, 0)
    fields, linked = dict(put), dict(put)
    part = takes_part(reader, AgendaItem.id, AgendaItem.subject_id)
    for column, where in (
        (Referral.subject_id, ()),
        (AgendaItem.subject_id, (AgendaItem.removed.is_(False), part)),
    ):
        _count(session, put, column, where)
    for column in (Link.from_id, Link.to_id):
        _count(session, linked, column, (visible_to(reader, Link), Link.ended_on.is_(None)))
    for kind, names in SAYS.items():
        own = [getattr(kind, name) for name in names]
        for one, *said in session.execute(select(kind.id, *own).where(kind.id.in_(asked))):
            fields[one] = sum(bool(each) for each in said)
    return {one: (put[one], fields[one], linked[one]) for one in asked}


def _count(session: Session, into: dict[int, int], column: Any, where: Iterable[Any]) -> None:
    asked = select(column, func.count()).where(column.in_(tuple(into)), *where).group_by(column)
    for one, count in session.execute(asked):
        into[one] += count
