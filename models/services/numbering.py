"""The references that actions, recommendations and disruption plans are called by."""

from secrets import randbelow
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Action, DisruptionPlan, Improvement, Recommendation
from models.marks import Sharing

FIRST, MANY = 1000, 9000
"""The least number of a reference that stands in no sequence, and how many there are."""


def reference_for(session: Session, letter: str, sharing: str) -> str:
    """The reference of what is new: A019 where all the panel reads it, else one like AX4127.

    What is for some stands in no sequence: a number left out would tell all others of it.
    """
    if sharing == Sharing.ALL_PANEL.value:
        return next_reference(session, letter)
    while True:
        reference = f"{letter}X{FIRST + randbelow(MANY)}"
        if _is_free(session, letter, reference):
            return reference


def next_reference(session: Session, letter: str) -> str:
    """The next free reference of a kind: A019, R004, D002."""
    entity = _entity(letter)
    numbered = select(entity.reference).where(entity.reference.not_like(f"{letter}X%"))
    last = session.scalar(numbered.order_by(entity.id.desc()).limit(1)) or ""
    number = int(last[1:]) if last[1:].isdigit() else 0
    while True:
        number += 1
        reference = f"{letter}{number:03d}"
        if _is_free(session, letter, reference):
            return reference


def _is_free(session: Session, letter: str, reference: str) -> bool:
    entity = _entity(letter)
    return session.scalar(select(entity.id).where(entity.reference == reference)) is None


def _entity(letter: str) -> Any:
    return {"A": Action, "R": Recommendation, "D": DisruptionPlan, "I": Improvement}[letter]
