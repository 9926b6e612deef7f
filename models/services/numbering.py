"""The numbers that actions, recommendations and disruption plans are called by."""

from secrets import choice
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, DisruptionPlan, Improvement, Recommendation
from models.marks import Sharing

APART = "D-"
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


def plan_reference(session: Session, sharing: str) -> str:
    """The reference of a new plan: D002 where all the panel reads it, else one like D-KTMW.

    A plan for few stands in no sequence: a number left out would tell all others of it.
    """
    if sharing == Sharing.ALL_PANEL.value:
        return next_reference(session, "D")
    while True:
        reference = APART + "".join(choice(LETTERS) for _ in range(4))
        taken = select(DisruptionPlan.id).where(DisruptionPlan.reference == reference)
        if session.scalar(taken) is None:
            return reference


def next_reference(session: Session, letter: str) -> str:
    """The next free reference of a kind: A019, R004, D002."""
    entity: Any = {"A": Action, "R": Recommendation, "D": DisruptionPlan, "I": Improvement}[letter]
    numbered = select(entity.reference).where(entity.reference.not_like(f"{APART}%"))
    last = session.scalar(numbered.order_by(entity.id.desc()).limit(1)) or ""
    number = int(last[1:]) if last[1:].isdigit() else 0
    while True:
        number += 1
        reference = f"{letter}{number:03d}"
        if not session.scalar(select(entity.id).where(entity.reference == reference)):
            return reference
