"""Telephones and vehicles of invented people: several over time, some shared, some misread."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random

from models.matching.belongings import Belongings

FIGURES, LETTERS = "0123456789", "ABCDEFGHJKLMNOPRSTUVWXYZ"
SAYS, STAYS, SLIPS, SHARES = 0.5, 0.75, 0.05, 0.04
"""How often a record names one; it is the one used most; it is misread; another uses it too."""


def carried(whose: Sequence[str], seed: int) -> list[Belongings]:
    """What each record says its person has; `whose` is the person of each."""
    random = Random(seed)
    phones, vehicles = _pool(random, whose, _number), _pool(random, whose, _mark)
    return [
        Belongings(
            phones=_said(random, phones[who], FIGURES),
            vehicles=_said(random, vehicles[who], LETTERS),
        )
        for who in whose
    ]


def _pool(
    random: Random, whose: Sequence[str], made: Callable[[Random], str]
) -> dict[str, list[str]]:
    """A few of each person's own; some are another's as well, as among those who are exploited."""
    found: dict[str, list[str]] = defaultdict(list)
    known = sorted(set(whose))
    for who in known:
        found[who] = [made(random) for _ in range(random.choice((1, 1, 2, 3)))]
    for who in known:
        if random.random() < SHARES:
            found[who].append(found[random.choice(known)][0])
    return found


def _said(random: Random, own: list[str], signs: str) -> frozenset[str]:
    if random.random() > SAYS:
        return frozenset()
    one = own[0] if random.random() < STAYS else random.choice(own)
    if random.random() < SLIPS:
        at = random.randrange(len(one))
        one = one[:at] + random.choice(signs) + one[at + 1 :]
    return frozenset({one})


def _number(random: Random) -> str:
    return "07" + "".join(random.choice(FIGURES) for _ in range(9))


def _mark(random: Random) -> str:
    letters = [random.choice(LETTERS) for _ in range(5)]
    years = f"{random.randrange(10, 76)}"
    return "".join((*letters[:2], years, *letters[2:]))
