"""Growing up and moving: when a transition begins, what it still needs, what a move still needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from models.errors import Refusal
from models.rules.ages import age
from models.rules.listing import counted
from models.rules.months import add_months

ADULT_AT, BEGINS, SETTING = 18 * 12, 17 * 12 + 6, "transition_months"
OUT, PLACED_OUT, IN, PLACED_IN = "out", "placed_out", "in", "placed_in"
LEAVES = frozenset({OUT, PLACED_OUT})
WAYS = LEAVES | {IN, PLACED_IN}


@dataclass(frozen=True)
class Handing:
    """What stands of a transition: adult services, who leads there, the plan, or why none."""

    adult_service: str | None = None
    adult_lead: str | None = None
    plan: str | None = None
    not_needed: str | None = None
    settled: bool = False


def months_of(setting: str | None) -> int:
    """From which age in months a transition is listed; 17 years and 6 months unless set."""
    return int(setting) if setting and setting.isdigit() else BEGINS


def check_months(value: object) -> str:
    """The age as it is kept; Refusal unless it lies between 14 and 18."""
    if not isinstance(value, int) or not 14 * 12 <= value < ADULT_AT:
        raise Refusal("Give months of age between 168 (14 years) and 215.", SETTING)
    return str(value)


def adult_on(born: date) -> date:
    """The 18th birthday."""
    return add_months(born, ADULT_AT)


def begins_on(born: date, months: int) -> date:
    """The day from which the transition is listed."""
    return add_months(born, months)


def lacking(handing: Handing, done: Collection[str], points: Sequence[str]) -> tuple[str, ...]:
    """What a transition still needs, in words; nothing where none is needed or all is in place."""
    if handing.not_needed or handing.settled:
        return ()
    found = [
        words
        for words, stands in (
            ("no adult service named", handing.adult_service),
            ("nobody leads there", handing.adult_lead),
            ("no plan", handing.plan),
        )
        if not stands
    ]
    left = len([one for one in points if one not in done])
    return (*found, f"{len(points) - left} of {len(points)} points done") if left else tuple(found)


def turns_words(born: date, on: date) -> str:
    """When the child turns 18, or that they did: "turns 18 on 3 March 2027, in 16 weeks"."""
    day = adult_on(born)
    told = f"{day.day} {day:%B %Y}"
    if (age(born, on) or 0) >= 18:
        return f"turned 18 on {told}"
    weeks = (day - on).days // 7
    when = "this week" if weeks == 0 else f"in {counted(weeks, 'week', 'weeks')}"
    return f"turns 18 on {told}, {when}"


def check_move(way: str, authority: str, moved_on: date | None, told: date | None) -> None:
    """Raises Refusal where a move lacks which way it goes or whose area, or was told too early."""
    if way not in WAYS:
        raise Refusal("Choose which way the child moves.", "way")
    if not authority.strip():
        raise Refusal("Name the other authority.", "authority")
    if moved_on and told and (moved_on - told).days > 366:
        raise Refusal("The host area was told more than a year before the move.", "told_on")


@dataclass(frozen=True)
class Stands:
    """What is on record of a move."""

    way: str
    told: bool
    asked: bool
    answered: bool
    pack_written: bool
    pack_given: bool
    receipt: bool


def owed(move: Stands) -> tuple[str, ...]:
    """What a move still needs, in words, the first thing first."""
    steps: tuple[tuple[str, bool], ...]
    if move.way in LEAVES:
        given = move.pack_given or move.receipt
        steps = (("host area not told", move.told),
                 ("transfer pack not written", move.pack_written),
                 ("transfer pack not given", given or not move.pack_written),
                 ("no receipt for the pack", move.receipt or not given))  # fmt: skip
    else:
        steps = (("sending area not asked", move.asked),
                 ("no answer from the sending area", move.answered or not move.asked))  # fmt: skip
    return tuple(words for words, stands in steps if not stands)
