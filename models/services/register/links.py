"""Links between records, and the rule that nobody harmed is written down as causing the harm."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import codes
from models.codes import LinkRelation
from models.entities import Exploitation, Link, PersonOfConcern, Subject
from models.errors import Refusal
from models.marks import Information, Sharing
from models.rules.links import ENDED, dates_wrong
from models.services.register.adding import existing
from models.services.register.fields import need, put
from models.services.signed_in import Service

CAUSING = "causing harm"
INTELLIGENCE = Information.INTELLIGENCE.value
CONFIRMED = "confirmed"
NEVER_CONFIRMED = "Intelligence is never confirmed: record what was found out as a link of its own."
DAYS = ("first_seen", "last_seen", "expires_on")
GRADES = frozenset({"source_grade", "information_grade", "handling", "handling_conditions"})
DOES_HARM = ("causing harm", "both")
IN_WORDS = {
    "child": "a child",
    "person_of_concern": "a person of concern",
    "location": "a place",
    "group": "a group",
    "vehicle": "a vehicle",
    "phone": "a phone",
    "online_account": "an online account",
    "theme": "a theme",
}


class Linking(Service):
    """What a person records of how two subjects are linked."""

    def link(
        self,
        from_id: int,
        relation: str,
        to_id: int,
        *,
        confidence: str = "suspected",
        source: str | None = None,
        sharing: Sharing | str = Sharing.ALL_PANEL,
        shared_with: tuple[int, ...] = (),
        agency_id: int | None = None,
        information: Information | str = Information.NOT_STATED,
        last_seen: date | None = None,
        **fields: Any,
    ) -> int:
        """A link: the first does the verb to the second. Gives its id.

        Further fields: first_seen, source_date, expires_on, confirmed, note. Refused where the
        relation does not run that way between these kinds of record, or would write a child down
        as causing harm who is not recorded so. The same link again gives the one there is, with
        the later `last_seen`.
        """
        self._check("add_link")
        kind = Information(information)
        certain = _how_sure(confidence, kind, confirmed=bool(fields.get("confirmed")))
        self._check_fields({"last_seen": last_seen, **fields})
        with self._store.work("link", "Add a link") as session:
            row = check_direction(session, from_id, relation, to_id)
            known = _standing(session, from_id, row, to_id, Sharing(sharing), kind)
            if known is not None:
                known.last_seen = max(filter(None, (known.last_seen, last_seen)), default=None)
                return known.id
            made = _put_link(
                session,
                row,
                fields,
                from_id=from_id,
                to_id=to_id,
                confidence=certain,
                sharing=Sharing(sharing).value,
                shared_with=shared_with,
                information=kind.value,
                source=source,
                agency_id=agency_id,
                last_seen=last_seen,
                recorded_on=self._today,
            )
            return made.id

    def _check_fields(self, fields: dict[str, Any]) -> None:
        """Refuse days that do not fit together, and a grading: police enter it afterwards."""
        if graded := GRADES & fields.keys():
            raise Refusal("A link is graded by the police, once it stands.", min(graded))
        first, last, expires = (fields.get(one) for one in DAYS)
        if wrong := dates_wrong(first, last, expires, self._today):
            raise Refusal(*wrong)

    def end_link(self, link_id: int, reason: str, also: tuple[int, ...] = ()) -> None:
        """End a link and those that say the same from today; they stay on file with the reason."""
        self._check("edit_link")
        reason = need(reason, "Say why the link ends.", "reason")
        with self._store.work("end_link", "End a link") as session:
            for row in open_links(session, (link_id, *also)):
                row.ended_on = self._today
                row.note = "\n".join(filter(None, (row.note, f"{ENDED}{reason}")))

    def confirm_link(self, link_id: int, also: tuple[int, ...] = ()) -> None:
        """A person confirms a link that the program took from a paper, and what says the same."""
        self.confirm_links(((link_id, *also),))

    def confirm_links(self, links: Sequence[tuple[int, ...]]) -> None:
        """A person confirms each of these links, with those that say the same, all as one step.

        What is intelligence stays so beside them; refused where nothing else is among them.
        """
        self._check("edit_link")
        label = "Confirm a link" if len(links) == 1 else f"Confirm {len(links):,} links"
        with self._store.work("confirm_link", label) as session:
            rows = open_links(session, tuple(one for same in links for one in same))
            told = [row for row in rows if row.information != INTELLIGENCE]
            if not told:
                raise Refusal(NEVER_CONFIRMED)
            for row in told:
                row.confirmed = True


def _how_sure(said: str, kind: Information, confirmed: bool) -> str:
    """Return the code of how sure somebody is; intelligence is refused as confirmed."""
    certain = codes.recognise("confidences", said)
    if certain is None:
        raise Refusal("Say how sure: confirmed, suspected, indicators only or historic.")
    if kind is Information.INTELLIGENCE and (confirmed or certain.code == CONFIRMED):
        raise Refusal(NEVER_CONFIRMED, "confirmed" if confirmed else "confidence")
    return certain.code


def open_links(session: Session, link_ids: tuple[int, ...]) -> list[Link]:
    """These links, all of which stand; Refusal where one is gone or has ended."""
    rows = [session.get(Link, link_id) for link_id in link_ids]
    found = [row for row in rows if row is not None and row.ended_on is None]
    if len(found) < len(rows):
        raise Refusal("There is no such link any more.")
    return found


def new_link(
    session: Session, from_id: int, relation: str, to_id: int, today: date, **facts: Any
) -> Link:
    """A link from today, the parts in harm as its relation has them; Refusal as of the check."""
    known = check_direction(session, from_id, relation, to_id)
    return _put_link(session, known, from_id=from_id, to_id=to_id, recorded_on=today, **facts)


def _put_link(
    session: Session, row: LinkRelation, told: Mapping[str, Any] | None = None, **facts: Any
) -> Link:
    """A link of a kind; what was `told` of it is fitted first."""
    made = Link(
        relation=row.code,
        from_role=row.from_role or None,
        to_role=row.to_role or None,
        **facts,
    )
    put(made, told or {})
    session.add(made)
    session.flush()
    return made


def check_direction(session: Session, from_id: int, relation: str, to_id: int) -> LinkRelation:
    """The relation, where the first record may do it to the second; Refusal in plain words if not.

    Harm runs from a person of concern, a group, or a child recorded as causing harm; a child who
    is only recorded as harmed is never written down as the one who does it.
    """
    row = codes.relation(relation)
    if row is None:
        raise Refusal("That kind of link is not on the panel's list.", "relation")
    if from_id == to_id:
        raise Refusal("A record cannot be linked to itself.", "to_id")
    one, other = existing(session, from_id), existing(session, to_id)
    fits = one.kind in row.from_kinds and other.kind in row.to_kinds
    if not fits:
        raise Refusal(_wrong_way(row, one, other), "relation")
    if row.from_role == CAUSING and one.kind == "child" and not causes_harm(session, one.id):
        raise Refusal(
            f"“{row.label}” is said of the one who causes harm, and this child is not recorded as "
            "causing harm. Turn the link round, or record the child's part in harm first.",
            "from_id",
        )
    if _same_person(session, one.id, other.id):
        raise Refusal("These two records are the same child.", "to_id")
    return row


def _wrong_way(row: LinkRelation, one: Subject, other: Subject) -> str:
    ways = f"{_kinds(row.from_kinds)} to {_kinds(row.to_kinds)}"
    turned = one.kind in row.to_kinds and other.kind in row.from_kinds
    if turned and row.from_role == CAUSING:
        return (
            f"“{row.label}” runs from the one who causes harm to the one harmed: {ways}. "
            "Turn the link round."
        )
    said = f"“{row.label}” runs from {ways}."
    return f"{said} Turn the link round." if turned else said


def _kinds(kinds: tuple[str, ...]) -> str:
    words = [IN_WORDS[kind] for kind in kinds if kind in IN_WORDS]
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def causes_harm(session: Session, child_id: int) -> bool:
    """Whether a child is on record as causing harm: by role, or as a person of concern as well."""
    by_role = select(Exploitation.id).where(
        Exploitation.child_id == child_id, Exploitation.role_in_harm.in_(DOES_HARM)
    )
    as_person = select(PersonOfConcern.id).where(PersonOfConcern.child_id == child_id)
    return session.scalar(by_role) is not None or session.scalar(as_person) is not None


def _same_person(session: Session, one: int, other: int) -> bool:
    return (
        session.scalar(
            select(PersonOfConcern.id).where(
                (PersonOfConcern.id == one) & (PersonOfConcern.child_id == other)
                | (PersonOfConcern.id == other) & (PersonOfConcern.child_id == one)
            )
        )
        is not None
    )


def _standing(
    session: Session,
    from_id: int,
    row: LinkRelation,
    to_id: int,
    sharing: Sharing,
    kind: Information,
) -> Link | None:
    """The open link of this kind between the two, either way round where it reads alike.

    Intelligence is none of those that are not, so that neither vouches for the other.
    """
    told = Link.information == INTELLIGENCE
    ends: Any = (Link.from_id == from_id) & (Link.to_id == to_id)
    if row.symmetric:
        ends = ends | (Link.from_id == to_id) & (Link.to_id == from_id)
    return session.scalars(
        select(Link).where(
            ends,
            Link.relation == row.code,
            Link.sharing == sharing.value,
            told if kind is Information.INTELLIGENCE else ~told,
            Link.ended_on.is_(None),
        )
    ).first()
