"""What the look-up in the room finds, and who is named at the meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

ITEM, ACTION = "item", "action"


@dataclass(frozen=True)
class NamedTonight:
    """A meeting's subjects and whom its items name, as read for one item.

    `own` gives a subject its item and reference, `named` the references of the other items that
    name it, `links` how the subject of the item in hand is linked to it.
    """

    meeting_id: int
    subject_id: int | None = None
    own: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    named: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    links: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Hit:
    """A subject, item or action found; `initials` and `why` are as everyone present may see them.

    `label` and `found_by` are as on record. `reference` is tonight's, or the action's own;
    `tonight` are the other items that name it, `links` how the item's subject is linked to it.
    `exact` says that what was typed is a whole name, number or reference.
    """

    kind: str
    label: str
    initials: str
    why: str
    found_by: str = ""
    subject_id: int | None = None
    item_id: int | None = None
    action_id: int | None = None
    reference: str = ""
    tonight: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    decided_on: date | None = None
    exact: bool = False
    detail: str = ""
