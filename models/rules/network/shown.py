"""What of a network is shown: by kind, by date, by how sure, by what is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.records.network import Network, Tie
from models.rules.links import solid


@dataclass(frozen=True)
class Shown:
    """What is to be seen; a field that is left as it is hides nothing.

    `hidden_kinds` are kinds of node; `confidences` those that count, none for all; the dates say
    when a link was seen: between first and last, or on the day it was recorded. `new_since` keeps
    the links recorded after that day. `current` leaves out links that have expired by that day.
    """

    hidden_kinds: frozenset[str] = frozenset()
    confidences: frozenset[str] = frozenset()
    confirmed_only: bool = False
    since: date | None = None
    until: date | None = None
    new_since: date | None = None
    current: date | None = None


def shown(network: Network, chosen: Shown) -> Network:
    """The network with only what is to be seen; its centres stay, others where they have a link."""
    kinds = {node.id: node.kind for node in network.nodes}
    ties = tuple(
        tie
        for tie in network.ties
        if not {kinds[end] for end in tie.ends} & chosen.hidden_kinds and _counts(tie, chosen)
    )
    return _only(network, ties)


def among(network: Network, ids: Iterable[int]) -> Network:
    """The part of a network among some of its nodes."""
    kept = set(ids)
    return Network(
        tuple(node for node in network.nodes if node.id in kept),
        tuple(tie for tie in network.ties if kept.issuperset(tie.ends)),
        tuple(one for one in network.centres if one in kept),
    )


def near(network: Network, ids: Iterable[int], most: int) -> Network:
    """At most so many nodes, the nearest to some of them first."""
    return among(network, _reached(network, ids, most))


def most_linked(network: Network, most: int) -> Network:
    """At most so many nodes: the most linked with all that hangs on them."""
    if len(network.nodes) <= most:
        return network
    links = {node.id: len(network.neighbours(node.id)) for node in network.nodes}
    kept: dict[int, None] = {}
    for one in sorted(links, key=lambda one: (-links[one], one)):
        if len(kept) >= most:
            break
        if one not in kept:
            kept.update(_reached(network, [one], most - len(kept)))
    return among(network, kept)


def _reached(network: Network, ids: Iterable[int], most: int) -> dict[int, None]:
    """The ids reached from some, those of each ring before those of the next."""
    found = dict.fromkeys(one for one in ids if network.node(one) is not None)
    ring = list(found)
    while ring and len(found) < most:
        further = dict.fromkeys(far for one in ring for far in network.neighbours(one))
        ring = [one for one in further if one not in found][: most - len(found)]
        found.update(dict.fromkeys(ring))
    return found


def _only(network: Network, ties: tuple[Tie, ...]) -> Network:
    linked = {end for tie in ties for end in tie.ends} | set(network.centres)
    nodes = tuple(node for node in network.nodes if node.id in linked)
    return Network(nodes, ties, network.centres)


def _counts(tie: Tie, chosen: Shown) -> bool:
    return (
        (solid(tie) or not chosen.confirmed_only)
        and (not chosen.confidences or tie.confidence in chosen.confidences)
        and _within(tie, chosen.since, chosen.until)
        and _is_new(tie, chosen.new_since)
        and (chosen.current is None or not out_of_date(tie, chosen.current))
    )


def _within(tie: Tie, since: date | None, until: date | None) -> bool:
    """Whether a link was seen in a time; one without any date is always seen."""
    first = begun_on(tie)
    last = tie.last_seen or tie.recorded_on or tie.first_seen
    if first is None or last is None:
        return True
    return (since is None or last >= since) and (until is None or first <= until)


def begun_on(tie: Tie) -> date | None:
    """The first day on which a link is known to have been."""
    return tie.first_seen or tie.last_seen or tie.recorded_on


def first_day(network: Network) -> date | None:
    """The first day on which anything is known to have been linked."""
    return min(filter(None, map(begun_on, network.ties)), default=None)


def _is_new(tie: Tie, since: date | None) -> bool:
    return since is None or (tie.recorded_on is not None and tie.recorded_on > since)


def out_of_date(tie: Tie, on: date) -> bool:
    """Whether a link's last day has gone by."""
    return tie.expires_on is not None and tie.expires_on < on
