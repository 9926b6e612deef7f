"""Whether enough of the right agencies are here to decide."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Logic(StrEnum):
    """How many of a group's agencies must be here."""

    ALL = "all"
    ANY = "any"


@dataclass(frozen=True)
class QuorumGroup:
    """Agencies that stand for one partner ("council": social care or education)."""

    name: str
    agency_ids: frozenset[int]
    logic: Logic = Logic.ANY


@dataclass(frozen=True)
class QuorumRule:
    """The groups that must be here: all of them, or at least `least` of them."""

    groups: tuple[QuorumGroup, ...]
    logic: Logic = Logic.ALL
    least: int | None = None

    @property
    def needed(self) -> int:
        """How many groups must be met."""
        if self.least is not None:
            return min(self.least, len(self.groups))
        return len(self.groups) if self.logic is Logic.ALL else min(1, len(self.groups))


@dataclass(frozen=True)
class Quorum:
    """Met or not, by which groups, and in words for the strip and the minutes."""

    met: bool
    here: tuple[str, ...]
    missing: tuple[str, ...]
    needed: int
    words: str
    short: str


IN_THE_ROOM = frozenset("PRD")
HERE = IN_THE_ROOM | frozenset("IOC")
"""Also those who come for an item, observe, or step out for one: here, but not counted."""


def counts(code: str, arrived: bool = True, left: bool = False) -> bool:
    """True if that attendance counts: present, remote or deputy, come and not gone.

    Item-only attendees, observers and those who stepped out for a conflict do not count.
    """
    return code in IN_THE_ROOM and arrived and not left


def quorum(rule: QuorumRule, agencies_here: Collection[int]) -> Quorum:
    """The rule against the agencies that someone in the room speaks for.

    No rule is never met: the panel must set one, for the chair decides what an inquorate
    meeting may do (information only, ratify later, adjourn).
    """
    here = tuple(group.name for group in rule.groups if _met(group, agencies_here))
    missing = tuple(group.name for group in rule.groups if group.name not in here)
    met = bool(rule.groups) and len(here) >= rule.needed
    return Quorum(
        met, here, missing, rule.needed, _words(rule, met, here, missing), _short(rule, here)
    )


def _met(group: QuorumGroup, here: Collection[int]) -> bool:
    present = [agency in here for agency in group.agency_ids]
    return all(present) and bool(present) if group.logic is Logic.ALL else any(present)


def _words(rule: QuorumRule, met: bool, here: tuple[str, ...], missing: tuple[str, ...]) -> str:
    if not rule.groups:
        return "No quorum rule is set."
    if met:
        return f"Quorum ✓ {', '.join(here)}"
    return f"Quorum not met: {', '.join(missing)} missing"


def _short(rule: QuorumRule, here: tuple[str, ...]) -> str:
    return f"quorum {len(here)} of {rule.needed}" if rule.groups else "no quorum rule"
