"""What the file on a child says of who else is with them: services, fora, moves, growing up."""

from typing import Any

from models.entities import ForumKnown, Move, ServiceCase, Transition

BESIDE: tuple[tuple[Any, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    (Transition, "child_id", "referred_on", "Growing up", (
        ("adult_service", "Adult service"), ("adult_lead", "Who leads there"), ("plan", "Plan"),
        ("not_needed", "Nothing is handed on, because"))),
    (Move, "child_id", "moved_on", "Moves", (
        ("way", ""), ("authority", "Authority"), ("reason", "Why"), ("told_whom", "Told"),
        ("asked", "Asked"), ("answer", "Answered"))),
    (ServiceCase, "child_id", "since", "Teams and services", (
        ("status", ""), ("worker", "Who works with the child"), ("note", "Note"))),
    (ForumKnown, "child_id", "since", "Other meetings", (
        ("forum", ""), ("lead", "Who leads there"), ("note", "Note"))),
)  # fmt: skip
"""Each entity with whose it is, its day, what its part is called, and its fields."""
