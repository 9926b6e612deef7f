"""Conflicts of interest: what was declared, and that it stands when the subject returns."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, bindparam, case, or_, select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Declaration, Escalation, PersonOfConcern
from models.queries.knowable import all_records_of
from models.queries.together import About, Ids, grouped, together

STANDS = Declaration.ended_on.is_(None)
STANDING = (
    case((STANDS, Declaration.subject_id)),
    case((STANDS, AgendaItem.subject_id)),
)
"""The subject of an interest that has not ended, as declared and as the item's."""
_DECLARED: Select[*tuple[Any, ...]] = (
    select(Declaration.member_id, Declaration.item_id, *STANDING)
    .outerjoin(AgendaItem, AgendaItem.id == Declaration.item_id)
    .where(Declaration.member_id.in_(bindparam("members", expanding=True)))
)


def conflicts(session: Session, member_id: int | None) -> tuple[frozenset[int], frozenset[int]]:
    """Items in which a member has declared an interest, and subjects in whom it stands."""
    if member_id is None:
        return frozenset(), frozenset()
    rows = _declared(session, member_id) or ()
    items = frozenset(item for item, _, _ in rows if item)
    return items, frozenset(one for _, a, b in rows for one in (a, b) if one)


@together(About.MEMBER)
def _declared(
    session: Session, member_ids: Ids
) -> Mapping[int, Sequence[tuple[int | None, int | None, int | None]]]:
    """What each member declared: the item, the subject, the item's subject."""
    rows = session.execute(_DECLARED, {"members": member_ids})
    return grouped((member, (item, *subjects)) for member, item, *subjects in rows)


def also_elsewhere(
    session: Session, items: frozenset[int], subjects: frozenset[int]
) -> frozenset[int]:
    """These items, with those that they, or items about these subjects, became on other tiers.

    There they may stand under a title that names nobody.
    """
    if not (items or subjects):
        return items
    about = or_(AgendaItem.id.in_(items), AgendaItem.subject_id.in_(subjects))
    became = (
        select(Escalation.there_id)
        .join(AgendaItem, AgendaItem.id == Escalation.item_id)
        .where(Escalation.there_id.is_not(None), Escalation.withdrawn.is_(False), about)
    )
    return items.union(one for one in session.scalars(became) if one is not None)


def records_of_interest(session: Session, declared: frozenset[int]) -> frozenset[int]:
    """These subjects with every record folded into theirs, and each as a person of concern."""
    subjects = {one for subject in declared for one in all_records_of(session, subject)}
    if subjects:
        also = select(PersonOfConcern.id).where(PersonOfConcern.child_id.in_(subjects))
        subjects.update(session.scalars(also))
    return frozenset(subjects)
