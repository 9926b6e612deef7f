"""Who or what nobody had on record, named in the room and linked at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import AgendaItem, Alias, Child, Member
from models.errors import Refusal
from models.marks import Sharing, SubjectKind
from models.queries.concern import review_proposed
from models.rules.names import plain
from models.services.conduct.items import SOURCE
from models.services.conduct.keeping import Keeping
from models.services.register.adding import put_child, put_person, put_place
from models.services.register.adding_things import put_phone, put_told_account, put_vehicle

MAY_BE_A_CHILD = (
    "A child on record goes by this name, and no child is added as a person of concern here: "
    "link the child, or add the person on the page People and places."
)

THINGS: dict[SubjectKind, Callable[[Session, str, dict[str, Any]], int]] = {
    SubjectKind.VEHICLE: put_vehicle,
    SubjectKind.PHONE: put_phone,
    SubjectKind.ACCOUNT: put_told_account,
}


@dataclass(frozen=True)
class Linked:
    """How what is new stands to a record there is: the relation's code, and who does it."""

    other_id: int
    relation: str
    new_does_it: bool = False


class Naming(Keeping):
    """New records without leaving the item."""

    def add_named(
        self,
        item_id: int | None,
        name: str,
        kind: SubjectKind,
        linked: Linked | None = None,
        *,
        grounds: str | None = None,
        source: str | None = None,
    ) -> int:
        """A record for who or what was named, with its link, as one step; gives the record's id.

        A person of concern needs grounds and a source, and is nobody who may be a child on record.
        """
        self._check("add_urgent_item")
        self._check("record_link")
        with self._store.work("add_named", "Add a record named in the room") as session:
            new = self._put_named(session, name, kind, (grounds or "").strip(), source)
            if linked is not None:
                ends = (linked.other_id, linked.relation, new)
                said = (new, linked.relation, linked.other_id) if linked.new_does_it else ends
                self._put_link(
                    session, item_id, said, confidence="suspected", sharing=Sharing.ALL_PANEL.value
                )
            return new

    def name_lead(self, item_id: int, name: str) -> None:
        """Who holds this child's plan from now on; a member's own name joins the member."""
        self._check("record_recommendation")
        lead = " ".join(name.split())
        if not lead:
            raise Refusal("Name who holds the plan.", "lead")
        with self._store.work("name_lead", "Name who holds the plan") as session:
            item = session.get_one(AgendaItem, item_id)
            child = session.get(Child, item.subject_id) if item.subject_id else None
            if child is None:
                raise Refusal("This item is about no child.")
            members = session.execute(select(Member.id, Member.name))
            found = [(one, name) for one, name in members if plain(name) == plain(lead)]
            member_id, name = found[0] if len(found) == 1 else (None, lead)
            child.lead_name, child.lead_member_id = name, member_id

    def _put_named(
        self, session: Session, name: str, kind: SubjectKind, grounds: str, source: str | None
    ) -> int:
        sourced = {"source": (source or "").strip() or SOURCE, "source_date": self._today}
        if kind is SubjectKind.CHILD:
            return put_child(session, self._today, name, {}).id
        if kind is SubjectKind.PLACE:
            return put_place(session, name, (), sourced)
        if kind in THINGS:
            return THINGS[kind](session, name, sourced)
        if kind is not SubjectKind.PERSON:
            raise Refusal(
                "Say who or what it is: a child, a person of concern, a place or a thing.", "kind"
            )
        if not grounds:
            raise Refusal("Say on what grounds: a person of concern needs them.", "grounds")
        if not (source or "").strip():
            raise Refusal("Say from whom this comes.", "source")
        if _is_a_childs(session, name):
            raise Refusal(MAY_BE_A_CHILD, "name")
        stands = {"grounds": grounds, "review_on": review_proposed(session, self._today)}
        return put_person(session, self._today, name, None, (), {**sourced, **stands})


def _is_a_childs(session: Session, name: str) -> bool:
    """Whether a child on record goes by this name."""
    said = plain(name)
    shown, other = select(Child.label), select(Alias.name).join(Child, Child.id == Alias.subject_id)
    goes_by = (one for asked in (shown, other) for one in session.scalars(asked))
    return any(plain(one) == said for one in goes_by)
