"""How long a record is kept: its class, what it is counted from, the day it falls due, holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from models.errors import Refusal
from models.marks import RetentionState
from models.rules.day_words import in_words
from models.rules.months import add_months

COMING_MONTHS = 3
"""A record is looked at this long before it falls due."""
BACKUPS_KEPT = "backups_kept_days"
"""The setting that says how many days this panel keeps a backup."""
SET_LOCALLY = "No period is set for this class: set it locally, until then nothing is due."
STILL_OPEN = "It is not closed."
DIED = "The child has died: the period runs from the day of death, which is not kept here."


class Scope(StrEnum):
    """What a hold covers, beside one record."""

    EVERYTHING = "everything"
    CHILDREN = "children"
    EXPLOITATION = "exploitation"
    MEETINGS = "meetings"


@dataclass(frozen=True)
class Period:
    """One class of the panel's schedule; without years or months nothing of it falls due."""

    code: str
    label: str
    trigger: str
    years: int | None = None
    months: int | None = None
    plans: frozenset[str] = frozenset()
    trust: bool = False

    @property
    def length(self) -> int | None:
        """The period in months; None where none is set."""
        if self.years is None and self.months is None:
            return None
        return 12 * (self.years or 0) + (self.months or 0)

    @property
    def words(self) -> str:
        """The class with its period, as a basis is told: “…, 35 years from last contact”."""
        if self.length is None:
            return f"{self.label}, no period set"
        told = [_count(self.years, "year"), _count(self.months, "month")]
        length = " ".join(filter(None, told))
        return f"{self.label}, {f'{length} from' if length else 'at once when'} {self.trigger}"


@dataclass(frozen=True)
class Facts:
    """What a record's clock runs on; `dates` are days by trigger, as far as they are known."""

    dates: Mapping[str, date | None] = field(default_factory=dict)
    plans: frozenset[str] = frozenset()
    trust: bool = False
    closed: bool = True
    deceased: bool = False


@dataclass(frozen=True)
class Due:
    """The day a record falls due with its class; without a day, `why` says what it waits for."""

    on: date | None
    code: str = ""
    basis: str = ""
    why: str = ""


@dataclass(frozen=True)
class Hold:
    """A hold in force: on one record, or on all that its scope covers."""

    scope: str = ""
    about: str = ""
    about_id: int | None = None
    until: date | None = None


@dataclass(frozen=True)
class Covered:
    """A record as holds see it: what it is, and the exploitation on record of whom it names."""

    about: str
    about_id: int
    children: bool = False
    exploitation: frozenset[str] = frozenset()
    names: frozenset[tuple[str, int]] = frozenset()
    """Records that it names: a hold on one of them is a hold on this."""


def classes_of(facts: Facts, schedule: Sequence[Period]) -> tuple[Period, ...]:
    """The classes that a record falls under: those of its plans or trust, else the plain one."""
    own = tuple(
        one
        for one in schedule
        if (one.plans and one.plans & facts.plans) or (one.trust and facts.trust)
    )
    return own or tuple(one for one in schedule if not one.plans and not one.trust)


def due(facts: Facts, schedule: Sequence[Period]) -> Due:
    """When a record falls due by its own classes: the longest counts, an open record never does."""
    classes = classes_of(facts, schedule)
    if not classes:
        return Due(None, why=SET_LOCALLY)
    found = latest(_due(facts, one) for one in classes)
    if found.on is not None and not facts.closed:
        return Due(None, found.code, found.basis, STILL_OPEN)
    return found


def latest(dues: Iterable[Due]) -> Due:
    """The due day of what is shared: the longest counts, and what cannot be told is waited for."""
    found = list(dues)
    unknown = [one for one in found if one.on is None]
    return unknown[0] if unknown else max(found, key=lambda one: one.on or date.min)


def shared(own: Due, others: Iterable[Due], what: str) -> Due:
    """A record's due day where others rest on it; `what` says of them why it waits."""
    if own.on is None:
        return own
    longest = latest([own, *others])
    if longest.on is None:
        return Due(None, own.code, own.basis, f"{what}: {longest.why}")
    if longest.on == own.on:
        return own
    return Due(longest.on, own.code, f"{own.basis}; not before: {longest.basis}")


def state(
    found: Due, today: date, *, held: bool = False, kept_until: date | None = None
) -> RetentionState:
    """How a record stands: a hold stops everything, then a decision to keep it on."""
    if held:
        return RetentionState.HELD
    if found.on is None:
        return RetentionState.WAITS
    if kept_until is not None and kept_until > today:
        return RetentionState.KEPT_ON
    if found.on <= today:
        return RetentionState.DUE
    return (
        RetentionState.COMING
        if found.on <= add_months(today, COMING_MONTHS)
        else RetentionState.LATER
    )


def backups_left(count: int | None, today: date, kept_days: int | None) -> str:
    """What backups still hold of a record that was disposed of, and until when.

    `count` is how many lie in the folder for backups, None where none is chosen here;
    `kept_days` how long the panel keeps a backup.
    """
    known = {None: "", 0: " None lies in the folder for backups."}
    there = known.get(count, f" In the folder for backups: {count}.")
    if kept_days is None:
        until = "until somebody deletes them: the panel has set no period for backups."
    else:
        until = f"until they are deleted, by {in_words(today + timedelta(days=kept_days))}."
    made = f"Backups and handed-over copies made before {in_words(today)}"
    return f"{made} still hold it, {until}{there}"


def in_force(hold: Hold, today: date) -> bool:
    """Whether a hold stands: without a last day until it is lifted."""
    return hold.until is None or hold.until >= today


def covers(hold: Hold, one: Covered) -> bool:
    """Whether a hold stops this record."""
    if not hold.scope:
        held = (hold.about, hold.about_id)
        return held == (one.about, one.about_id) or held in one.names
    scope, _, code = hold.scope.partition(":")
    if scope == Scope.EVERYTHING:
        return True
    if scope == Scope.CHILDREN:
        return one.children
    if scope == Scope.MEETINGS:
        return one.about == "meeting"
    return scope == Scope.EXPLOITATION and code in one.exploitation


def check_until(until: date | None, today: date, field_name: str = "until") -> None:
    """Raises Refusal for a last day that has passed."""
    if until is not None and until <= today:
        raise Refusal("This day has passed already.", field_name)


def check_words(reason: str, names: Iterable[str]) -> None:
    """Raises Refusal without a reason, and for one that names whom the record is about.

    The certificate keeps the reason, so it must say nothing of the record itself.
    """
    if not reason.strip():
        raise Refusal("Give the reason.", "reason")
    said = _words(reason)
    if any(said & {one for one in _words(name) if len(one) > 2} for name in names):
        raise Refusal("The certificate keeps the reason: leave names and numbers out.", "reason")


def _words(text: str) -> set[str]:
    return {"".join(filter(str.isalnum, word)) for word in text.casefold().split()}


def _due(facts: Facts, one: Period) -> Due:
    if one.length is None:
        return Due(None, one.code, one.words, SET_LOCALLY)
    if facts.deceased and one.trigger == "birth":
        return Due(None, one.code, one.words, DIED)
    start = _start(facts, one.trigger)
    if start is None:
        why = STILL_OPEN if not facts.closed else f"Counted from {one.trigger}, which is not known."
        return Due(None, one.code, one.words, why)
    return Due(add_months(start, one.length), one.code, one.words)


def _start(facts: Facts, trigger: str) -> date | None:
    if trigger != "18th birthday and last contact":
        return facts.dates.get(trigger)
    born, contact = facts.dates.get("birth"), facts.dates.get("last contact")
    if born is None:
        return None
    adult = add_months(born, 12 * 18)
    return max(adult, contact) if contact else adult


def _count(number: int | None, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
