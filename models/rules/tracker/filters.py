"""Whom the tracker shows: the quick choices, and what single columns must say."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime

from models.records.tracker import Filter, TrackedChild, Value
from models.rules.quarters import quarters
from models.rules.risk_bands import HIGH
from models.rules.tracker.columns import BY_KEY, value_of

Keep = Callable[[TrackedChild], bool]
SHOWN = (
    ("open", "Open children"),
    ("apart", "Not on the tracker"),
    ("panel", "On the panel now"),
    ("overdue", "Assessment overdue"),
    ("due", "Assessment due in 14 days"),
    ("late", "Return interview late"),
    ("missing", "Missing in 90 days"),
    ("high", "High risk"),
    ("no_plan", "No plan"),
    ("nobody", "No lead professional"),
    ("review", "Review day past"),
    ("new", "New this quarter"),
    ("closed", "Closed"),
    ("all", "Everybody"),
)
"""The quick choices by key, as they are worded."""
SOON = 14


def keeps(key: str, today: date) -> Keep:
    """Whom a quick choice keeps; one that nobody knows keeps open children."""
    begun = quarters(today)[0].first
    known: dict[str, Keep] = {
        "apart": lambda one: bool(one.off_tracker),
        "panel": lambda one: one.on_panel,
        "overdue": lambda one: one.assessment_overdue and not one.closed_on,
        "due": lambda one: _is_open(one) and one.due_on is not None
        and 0 <= (one.due_on - today).days <= SOON,
        "late": lambda one: one.interviews_late > 0,
        "missing": lambda one: bool(one.missing_90_days or one.missing_told),
        "high": lambda one: one.risk_band == HIGH,
        "no_plan": lambda one: _is_open(one) and not one.plan,
        "nobody": lambda one: not one.lead and _is_open(one),
        "review": lambda one: _is_open(one) and one.next_review is not None
        and one.next_review < today,
        "new": lambda one: one.since is not None and begun <= one.since <= today,
        "closed": lambda one: one.closed_on is not None,
        "all": lambda one: True,
    }  # fmt: skip
    return known.get(key, _is_open)


def _is_open(one: TrackedChild) -> bool:
    return one.closed_on is None


def apart(children: Sequence[TrackedChild]) -> str:
    """Why how many of these are open and not on the tracker: "2 never put on it"."""
    counted = Counter(one.off_tracker for one in children if one.off_tracker)
    return " · ".join(f"{count:,} {why}" for why, count in counted.most_common())


def sieve(asked: Filter) -> Keep:
    """Whom a filter keeps; a column that nobody knows asks nothing."""
    if asked.column not in BY_KEY:
        return lambda one: True
    key, asks = asked.column, bool(asked.words or asked.part or _bounded(asked))
    with_nothing = asked.empty or not (asked.filled or asks)
    met: dict[Value, bool] = {}

    def keep(child: TrackedChild) -> bool:
        value = value_of(child, key)
        found = met.get(value)
        if found is None:
            found = with_nothing if says_nothing(value) else _meets(asked, asks, value)
            met[value] = found
        return found

    return keep


def _meets(asked: Filter, asks: bool, value: Value) -> bool:
    if asked.empty and not asks:
        return False
    return _has_word(asked, value) and _has_part(asked, value) and _within(asked, value)


def says_nothing(value: Value) -> bool:
    """Whether a cell is empty; nought is something that is known."""
    return value is None or value == "" or value == ()


def told(asked: Filter, written: Callable[[Value], str]) -> str:
    """What a filter asks, in a few words: "Risk: High or Medium"."""
    title = BY_KEY[asked.column].title if asked.column in BY_KEY else asked.column
    said = list(asked.words)
    if asked.part:
        said.append(f"“{asked.part}”")
    if asked.least is not None and asked.most is not None:
        said.append(f"{written(asked.least)} to {written(asked.most)}")
    elif asked.least is not None:
        said.append(f"from {written(asked.least)}")
    elif asked.most is not None:
        said.append(f"up to {written(asked.most)}")
    said += ["empty"] * asked.empty + ["not empty"] * asked.filled
    return f"{title}: {' or '.join(said)}"


def _bounded(asked: Filter) -> bool:
    return asked.least is not None or asked.most is not None


def _has_word(asked: Filter, value: Value) -> bool:
    if not asked.words:
        return True
    said = value if isinstance(value, tuple) else (plainly(value),)
    return any(one in asked.words for one in said)


def plainly(value: Value) -> str:
    """A value as the word that a filter names: yes and no, a number, a word."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _has_part(asked: Filter, value: Value) -> bool:
    return not asked.part or asked.part.casefold() in plainly(value).casefold()


def _within(asked: Filter, value: Value) -> bool:
    for bound, sign in ((asked.least, 1), (asked.most, -1)):
        if bound is None or isinstance(value, (str, tuple)):
            continue
        if isinstance(bound, date) != isinstance(value, (date, datetime)):
            continue
        if (value > bound) - (value < bound) == -sign:  # type: ignore[operator]
            return False
    return True
