"""Improvement actions of the partnership, and what serves each priority of its strategy."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ImprovementRow:
    """An improvement action with how it stands, in words and by colour."""

    id: int
    uuid: str
    reference: str
    text: str
    source: str | None
    strategy: str | None
    priority: str
    theme_id: int | None
    theme: str | None
    meeting_on: date | None
    owner: str | None
    owner_id: int | None
    agency_id: int | None
    agency: str | None
    due_on: date | None
    success: str | None
    status: str
    finished: bool
    rag: str
    standing: str
    made_on: date | None
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class PriorityRow:
    """A priority of the strategy with how much serves it: counted, never by name.

    `improvements` and `overdue` are improvement actions; `actions` and `open_actions` case actions.
    """

    code: str
    label: str
    improvements: int
    overdue: int
    actions: int
    open_actions: int
    themes: tuple[str, ...]
