"""The plan that a measure joins, and the children whom it should make safer."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child, DisruptionPlan, Link, ProtectedChild, Subject
from models.marks import Sharing
from models.services.numbering import reference_for


def plan_of(
    session: Session,
    target: Subject,
    today: date,
    sharing: str = Sharing.ALL_PANEL.value,
    shared_with: tuple[int, ...] = (),
) -> DisruptionPlan:
    """The open plan of a subject that a measure so shared may join, or a new one for its readers.

    A measure for few joins their own plan before that of all; one for more never joins a plan that
    some of them may not read.
    """
    open_plans = session.scalars(
        select(DisruptionPlan)
        .where(DisruptionPlan.subject_id == target.id, DisruptionPlan.closed_on.is_(None))
        .order_by(DisruptionPlan.id)
    ).all()
    own = (sharing, tuple(sorted(set(shared_with))))
    same = [one for one in open_plans if (one.sharing, one.shared_with) == own]
    wide = [one for one in open_plans if one.sharing == Sharing.ALL_PANEL.value]
    found = next(iter((*same, *wide)), None)
    return found or new_plan(session, target, today, sharing, shared_with)


def new_plan(
    session: Session, target: Subject, today: date, sharing: str, shared_with: tuple[int, ...]
) -> DisruptionPlan:
    """A plan from today, with its reference."""
    made = DisruptionPlan(
        subject_id=target.id,
        reference=reference_for(session, "D", sharing),
        started_on=today,
        sharing=sharing,
        shared_with=shared_with,
    )
    session.add(made)
    session.flush()
    return made


def tell_plan(
    session: Session,
    plan: DisruptionPlan,
    sharing: str,
    lead_agency_id: int | None = None,
    safer: Collection[int] = (),
) -> None:
    """What a measure adds to the plan it joins: its lead, and the children made safer.

    A measure for fewer than the plan's readers adds nothing: it would show in the plan.
    """
    if sharing != plan.sharing:
        return
    plan.lead_agency_id = plan.lead_agency_id or lead_agency_id
    protect(session, plan, safer)


def protect(session: Session, plan: DisruptionPlan, named: Collection[int]) -> None:
    """Children that the plan should make safer: those named, the plan's own and those linked."""
    linked = session.execute(
        select(Link.from_id, Link.to_id).where(
            (Link.from_id == plan.subject_id) | (Link.to_id == plan.subject_id),
            Link.ended_on.is_(None),
            Link.sharing == Sharing.ALL_PANEL.value,
        )
    )
    wanted = {one for pair in linked for one in pair} | set(named)
    children = set(session.scalars(select(Child.id).where(Child.id.in_(wanted))))
    known = set(
        session.scalars(select(ProtectedChild.child_id).where(ProtectedChild.plan_id == plan.id))
    )
    for child_id in sorted(children - known):
        session.add(ProtectedChild(plan_id=plan.id, child_id=child_id))
