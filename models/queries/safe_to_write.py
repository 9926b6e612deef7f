"""Whether letters may be written about a child, and to the parents."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from models.entities import Alias, Child, Link, PersonOfConcern, Subject
from models.marks import SubjectKind
from models.queries.knowable import families
from models.queries.once import once
from models.queries.together import About, Ids, grouped, together
from models.rules.names import plain

_ids: BindParameter[int] = bindparam("children", expanding=True)
_SAID = select(
    Child.id,
    Child.do_not_write,
    Child.deceased,
    Child.safe_to_write,
    Child.parental_responsibility,
).where(Child.id.in_(_ids))
_OF_FAMILY = (
    select(Link.from_id, Link.to_id)
    .join(
        PersonOfConcern,
        or_(
            and_(Link.from_id.in_(_ids), PersonOfConcern.id == Link.to_id),
            and_(Link.to_id.in_(_ids), PersonOfConcern.id == Link.from_id),
        ),
    )
    .where(Link.relation == "family", Link.ended_on.is_(None))
)


def may_write(session: Session, child: Child) -> bool:
    """Whether a letter about a child may be written at all, by any record of the child."""
    said = _said(session, child.id) or ()
    return not any(held or gone or plain(safe or "")[:2] == "no" for _, held, gone, safe, _ in said)


def may_write_to_parents(session: Session, child: Child) -> bool:
    """Whether no parent may be a person of concern: by a link of family, or by their name."""
    if _has_family_of_concern(session, child.id):
        return False
    parents = (one[-1] for one in _said(session, child.id) or ())
    words = plain(" ".join(one for one in parents if one))
    return not any(name and name in words for name in _persons(session))


@together(About.CHILD)
def _said(session: Session, child_ids: Ids) -> Mapping[int, Sequence[Any]]:
    """What the records of each child say of letters and of the parents."""
    lead = families(session, child_ids)
    return grouped((lead[row[0]], row) for row in session.execute(_SAID, {"children": tuple(lead)}))


@together(About.CHILD)
def _has_family_of_concern(session: Session, child_ids: Ids) -> Mapping[int, bool]:
    lead = families(session, child_ids)
    ends = session.execute(_OF_FAMILY, {"children": tuple(lead)})
    return {lead[one]: True for pair in ends for one in pair if one in lead}


@once
def _persons(session: Session) -> Sequence[str]:
    """Every name of a person of concern, as compared."""
    of_person = Subject.kind == SubjectKind.PERSON.value
    labels = session.scalars(select(Subject.label).where(of_person))
    aliases = select(Alias.name).join(Subject, Subject.id == Alias.subject_id).where(of_person)
    return [plain(name) for name in (*labels, *session.scalars(aliases)) if name]
