"""Steps of a ladder that were taken, over whatever is awaited."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.entities import Chase
from models.records.chasing import ChaseRow


def chases(
    session: Session, about: str, ladder: str, ids: Iterable[int]
) -> dict[int, tuple[ChaseRow, ...]]:
    """By the id of what is awaited: the steps taken, the first first, in the ladder's words."""
    rows = session.scalars(
        select(Chase).where(Chase.about == about, Chase.about_id.in_(set(ids))).order_by(Chase.id)
    )
    found: dict[int, list[ChaseRow]] = defaultdict(list)
    for one in rows:
        found[one.about_id].append(_row(one, ladder))
    return {about_id: tuple(steps) for about_id, steps in found.items()}


def _row(one: Chase, ladder: str) -> ChaseRow:
    step = codes.find(ladder, one.step)
    return ChaseRow(
        one.id,
        one.about_id,
        one.step,
        step.label if step else one.step,
        one.asked,
        one.made_at,
        one.due_on,
        one.by_name,
        one.note,
    )
