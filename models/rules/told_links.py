"""Links in words for whoever acts on them: a suspicion says that it is one, nobody stands twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.rules.names import could_be_same, parse_name, plain

SUSPECTED = "suspected"
FIRM = frozenset({"confirmed", "historic"})


@dataclass(frozen=True)
class Told:
    """A link as it is told: how, to whom or what, and whether it is more than a suspicion."""

    relation: str
    label: str
    firm: bool


def is_firm(confidence: str, *, confirmed: bool) -> bool:
    """Whether a link may stand as plain fact: a person confirmed it, and it is not suspected."""
    return confirmed and confidence in FIRM


def things(told: Iterable[Told]) -> tuple[str, ...]:
    """Each place, telephone, account or vehicle once; one that is only suspected says so."""
    firm: dict[str, bool] = {}
    for one in told:
        firm[one.label] = firm.get(one.label, False) or one.firm
    return tuple(f"{label}{_doubt(known)}" for label, known in firm.items())


def people(told: Sequence[Told]) -> tuple[str, ...]:
    """Each person once for each relation, names that may be one person's together.

    Where names stand together, one suspicion makes the line one.
    """
    called = _called([one.label for one in told])
    firm: dict[str, bool] = {}
    for one in told:
        line = f"{one.relation} {called[one.label]}"
        firm[line] = firm.get(line, True) and one.firm
    return tuple(f"{line}{_doubt(known)}" for line, known in firm.items())


def _doubt(firm: bool) -> str:
    return "" if firm else f" ({SUSPECTED})"


def _called(labels: Sequence[str]) -> dict[str, str]:
    """How each is called: "Lee Marsh, or Le Marsh" where both may be one person."""
    groups: list[list[str]] = []
    for label in dict.fromkeys(labels):
        fitting = next((one for one in groups if all(_alike(label, name) for name in one)), None)
        if fitting is None:
            groups.append([label])
        else:
            fitting.append(label)
    return {
        label: ", or ".join(sorted(group, key=len, reverse=True))
        for group in groups
        for label in group
    }


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's, one of them perhaps cut short."""
    left, right = parse_name(one), parse_name(other)
    if not (left.first and right.first) or plain(left.surname) != plain(right.surname):
        return False
    shorter, longer = sorted((plain(left.first[0]), plain(right.first[0])), key=len)
    return could_be_same(one, other) or longer.startswith(shorter)
