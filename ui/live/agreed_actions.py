"""The meeting's actions under their agencies, as the read-back and the panel display list them."""

from collections.abc import Callable, Sequence
from datetime import date

from models.records.outcomes import ActionRow
from ui.live.ledger import Entry
from ui.widgets.dates import short_date
from ui.widgets.row_list import Line


def by_agency(masked: Callable[[str | None], str], actions: Sequence[ActionRow]) -> list[Line]:
    """Actions of the meeting under their agencies, those that nobody owns first."""
    rows = sorted(actions, key=lambda one: (one.agency or "", one.due_on or date.max))
    lines: list[Line] = []
    agency: str | None = None
    for one in rows:
        if (one.agency or "No agency") != agency:
            agency = one.agency or "No agency"
            lines.append(Entry(("agency", agency), agency, head=True))
        lines.append(action_entry(masked, one))
    return lines or [Entry("none", "No action was agreed.")]


def action_entry(masked: Callable[[str | None], str], one: ActionRow) -> Entry:
    """An action with its owner and day, and what it lacks."""
    due = short_date(one.due_on) if one.due_on else one.due_words or ""
    missing = [] if one.owner else ["no named owner"]
    missing += [] if due else ["no date"]
    soft = (one.owner or "", due)
    return Entry(
        ("action", one.id),
        masked(one.text),
        soft=" · ".join(part for part in soft if part),
        amber=", ".join(missing),
        tag=one.item_reference or one.reference,
    )
