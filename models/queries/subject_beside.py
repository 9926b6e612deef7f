"""What the file on a child says of who else is with them: services, fora, moves, growing up."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Agency, ForumKnown, Move, NrmReferral, ServiceCase, Transition
from models.queries.subject_fields import Ids, fields_of
from models.records.disclosure import FileLine
from models.rules.local import CONSULTATION

BESIDE: tuple[tuple[Any, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    (Transition, "child_id", "referred_on", "Growing up", (
        ("adult_service", "Adult service"), ("adult_lead", "Who leads there"), ("plan", "Plan"),
        ("not_needed", "Nothing is handed on, because"))),
    (Move, "child_id", "moved_on", "Moves", (
        ("way", ""), ("authority", "Authority"), ("reason", "Why"), ("told_whom", "Told"),
        ("asked", "Asked"), ("answer", "Answered"))),
    (ForumKnown, "child_id", "since", "Other meetings", (
        ("forum", ""), ("lead", "Who leads there"), ("note", "Note"))),
)  # fmt: skip
"""Each entity with whose it is, its day, what its part is called, and its fields."""
REFERRED: tuple[tuple[str, str, str], ...] = (
    ("reason", "Reason", "considered_on"), ("reference", "Reference", "referred_on"),
    ("first_responder", "First responder", "referred_on"),
    ("deciding_body", "Who decides", "referred_on"),
    ("exploitation_type", "Exploitation", "referred_on"),
    ("reasonable_grounds", "Reasonable grounds", "reasonable_grounds_on"),
    ("conclusive_grounds", "Conclusive grounds", "conclusive_grounds_on"),
    ("reconsideration", "Reconsidered", "reconsideration_on"),
    ("guardian", "Guardian", "guardian_on"), ("section_45_note", "Section 45", "referred_on"),
    ("as_worded", "", "referred_on"),
)  # fmt: skip
"""Each field of a referral to the NRM with the day on which that was so."""


def nrm(session: Session, ids: Ids) -> Iterator[FileLine]:
    """What is recorded of the NRM, each word by its own day."""
    asked = select(NrmReferral).where(NrmReferral.child_id.in_(ids)).order_by(NrmReferral.id)
    for one in session.scalars(asked):
        for name, label, day in REFERRED:
            on: date | None = getattr(one, day) or one.referred_on or one.considered_on
            yield from fields_of(one, "National Referral Mechanism", on, ((name, label),))


def services(session: Session, ids: Ids) -> Iterator[FileLine]:
    """Each team or service by its name: how the child stands with it, and who works with them."""
    rows = session.execute(
        select(ServiceCase, Agency.name)
        .join(Agency, Agency.id == ServiceCase.agency_id)
        .where(ServiceCase.child_id.in_(ids))
        .order_by(ServiceCase.id)
    )
    for one, agency in rows:
        named = f"{agency}, consulted" if one.kind == CONSULTATION else agency
        fields = (("status", named), ("worker", f"Who works with the child, {agency}"),
                  ("note", f"Note, {agency}"))  # fmt: skip
        yield from fields_of(one, "Teams and services", one.since, fields)
