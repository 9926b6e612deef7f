"""Who, of those present, may have an interest in an item: by their place in the case, or a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.records.attending import PointedOut
from models.rules.names import name_key, plain

LEAD = "is the lead professional"
REFERRER = "made the referral"


@dataclass(frozen=True)
class CaseRoles:
    """Who works with a case: leads by member record or by name, and who referred it."""

    lead_ids: frozenset[int] = frozenset()
    leads: tuple[str, ...] = ()
    referrers: tuple[str, ...] = ()


def in_the_chair(member_id: int, name: str, case: CaseRoles) -> PointedOut | None:
    """The chair where it is their own case; whoever only sits there may work with it."""
    if member_id in case.lead_ids or _named_in(name, case.leads):
        return PointedOut(member_id, name, LEAD)
    if _named_in(name, case.referrers):
        return PointedOut(member_id, name, REFERRER)
    return None


def namesakes(
    here: Iterable[tuple[int, str]], people: Sequence[str], own: Sequence[str] = ()
) -> tuple[PointedOut, ...]:
    """Those present whose full name is that of somebody linked to the item, or whose surname is
    that of its subject, by any of its `own` names: a relative perhaps.

    It is not said to whom: the room may not know of them.
    """
    surnames = {_surname(one) for one in own} - {""}
    return tuple(
        PointedOut(member_id, name, "")
        for member_id, name in here
        if _named_in(name, people) or _surname(name) in surnames
    )


def _surname(name: str) -> str:
    """The last part of a name in full; of one that stands alone nobody knows which it is."""
    first, _, last = plain(name).rpartition(" ")
    return last if first else ""


def _named_in(name: str, texts: Iterable[str]) -> bool:
    """Whether a whole name stands in one of these, in either order, beside a role or a title."""
    bare, key = plain(name), name_key(name)
    if " " not in bare:
        return False
    return any(f" {bare} " in f" {plain(text)} " or name_key(text) == key for text in texts)
