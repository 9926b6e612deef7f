"""Whether letters may be written about a child, and to the parents."""

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from models.entities import Alias, Child, Link, PersonOfConcern, Subject
from models.marks import SubjectKind
from models.queries.knowable import all_records_of
from models.queries.once import once
from models.rules.names import plain


def may_write(session: Session, child: Child) -> bool:
    """Whether a letter about a child may be written at all, by any record of the child."""
    ids = all_records_of(session, child.id)
    asked = select(Child.do_not_write, Child.deceased, Child.safe_to_write)
    rows = session.execute(asked.where(Child.id.in_(ids)))
    return not any(held or gone or plain(said or "")[:2] == "no" for held, gone, said in rows)


def may_write_to_parents(session: Session, child: Child) -> bool:
    """Whether no parent may be a person of concern: by a link of family, or by their name."""
    ids = all_records_of(session, child.id)
    of_family = select(Link.id).join(
        PersonOfConcern,
        or_(
            and_(Link.from_id.in_(ids), PersonOfConcern.id == Link.to_id),
            and_(Link.to_id.in_(ids), PersonOfConcern.id == Link.from_id),
        ),
    )
    family = of_family.where(Link.relation == "family", Link.ended_on.is_(None)).limit(1)
    if session.scalar(family) is not None:
        return False
    parents = session.scalars(select(Child.parental_responsibility).where(Child.id.in_(ids)))
    words = plain(" ".join(one for one in parents if one))
    return not any(name and name in words for name in _persons(session))


@once
def _persons(session: Session) -> list[str]:
    """Every name of a person of concern, as compared."""
    of_person = Subject.kind == SubjectKind.PERSON.value
    labels = session.scalars(select(Subject.label).where(of_person))
    aliases = select(Alias.name).join(Subject, Subject.id == Alias.subject_id).where(of_person)
    return [plain(name) for name in (*labels, *session.scalars(aliases)) if name]
