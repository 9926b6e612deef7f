"""Small networks for tables of cases."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from models.records.network import Network, Node, Tie

KINDS = {"c": "child", "p": "person_of_concern", "l": "location", "v": "vehicle", "g": "group"}


def node(name: str) -> Node:
    """A node by a name such as c1: a child, p a person of concern, l a place, v a vehicle."""
    kind = KINDS[name[0]]
    return Node(number(name), kind, name.upper(), name.upper(), is_child=kind == "child")


def number(name: str) -> int:
    """The id of a node by its name."""
    return "cplvg".index(name[0]) * 1000 + int(name[1:])


def tie(at: int, one: str, other: str, **said: Any) -> Tie:
    """A tie: exploits from a person to a child, frequents to a place, else an association."""
    if one[0] == "p" and other[0] == "c":
        made = Tie(at, number(one), number(other), "exploits", "exploits", "is exploited by",
                   from_role="causing harm", to_role="harmed")  # fmt: skip
    elif other[0] == "l":
        made = Tie(at, number(one), number(other), "frequents", "frequents", "is frequented by")
    else:
        words = "associates with"
        made = Tie(at, number(one), number(other), "associates", words, words, symmetric=True)
    return replace(made, **said)


def network(links: str, centres: Iterable[str] = (), **said: Any) -> Network:
    """A network by its links, such as "p1-c1 c1-l1"; `said` is said of every tie."""
    pairs = [one.split("-") for one in links.split()]
    names = dict.fromkeys(name for pair in pairs for name in pair)
    ties = tuple(tie(at, *pair, **said) for at, pair in enumerate(pairs, 1))
    return Network(tuple(node(name) for name in names), ties, tuple(number(one) for one in centres))


def called(one: Node) -> str:
    """The node's name."""
    return one.label


def clustered(count: int, seed: int = 7) -> Network:
    """So many nodes in clusters of six to thirty, some of them joined: as registers look."""
    chance, names, ties = Random(seed), [], []
    before: list[str] = []
    while len(names) < count:
        size = min(count - len(names), chance.choice((6, 8, 12, 15, 20, 30)))
        own = [f"{chance.choice('cccppl')}{len(names) + at}" for at in range(size)]
        heads = own[: max(1, size // 5)]
        for one in own[len(heads) :]:
            ties += [
                (head, one)
                for head in chance.sample(heads, min(len(heads), chance.choice((1, 1, 2))))
            ]
        ties += list(zip(heads, heads[1:], strict=False))
        if before and chance.random() < 0.8:
            ties.append((chance.choice(own), chance.choice(before)))
        names, before = names + own, own
    made = tuple(
        tie(at, one, other, confirmed=chance.random() < 0.6, last_seen=date(2026, 10, 3))
        for at, (one, other) in enumerate(ties, 1)
    )
    return Network(tuple(node(name) for name in names), made)
