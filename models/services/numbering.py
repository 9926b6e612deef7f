"""The numbers that actions, recommendations and disruption plans are called by."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, DisruptionPlan, Improvement, Recommendation


def next_reference(session: Session, letter: str) -> str:
    """The next free reference of a kind: A019, R004, D002."""
    entity: Any = {"A": Action, "R": Recommendation, "D": DisruptionPlan, "I": Improvement}[letter]
    last = session.scalar(select(entity.reference).order_by(entity.id.desc()).limit(1)) or ""
    number = int(last[1:]) if last[1:].isdigit() else 0
    while True:
        number += 1
        reference = f"{letter}{number:03d}"
        if not session.scalar(select(entity.id).where(entity.reference == reference)):
            return reference
