"""Tiers as read: what each is, and what it does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SeriesRecord:
    """A tier of the panel: its name, its kind, where it sends what it cannot settle.

    `names_people` says whether its items may be about people; `referrals` which of them it is
    proposed; `whole_register` whether who sits on it reads more than its own items.
    """

    id: int
    name: str
    acronym: str
    kind: str
    names_people: bool = True
    referrals: str = "accepted"
    whole_register: bool = True
    area: str | None = None
    cadence: str | None = None
    feeds_into_id: int | None = None
