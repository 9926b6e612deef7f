"""What agencies returned for a meeting, in a sentence: who knew nothing, and who sent nothing."""

from collections.abc import Iterable
from datetime import date

from exports import phrases
from models.records.meeting import ReturnRow

NOTHING = "nothing known"


def told(rows: Iterable[ReturnRow], held_on: date) -> str:
    """The returns of a meeting by its day; empty where nobody was asked and nothing came."""
    known = list(rows)
    came = [one for one in known if one.received_at and one.received_at.date() <= held_on]
    empty = [one.agency for one in came if one.state.startswith(NOTHING)]
    full = [one.agency for one in came if one.agency not in empty]
    none = [one.agency for one in known if one.requested_on is not None and one not in came]
    return phrases.joined(
        f"Information from {phrases.listed(full)}." if full else None,
        f"Nothing known to {phrases.listed(empty)}." if empty else None,
        f"No return from {phrases.listed(none)}." if none else None,
        by=" ",
    )
