"""Who and what is linked with whom, as far as a reader may know it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property


@dataclass(frozen=True)
class Node:
    """Somebody or something that links lead to and from.

    `detail` says what it is in a few words; `risk` is a child's latest level, `status` a person of
    concern's. `tonight` is the reference of its own item at the meeting that was asked about.
    """

    id: int
    kind: str
    label: str
    initials: str
    reference: str | None = None
    detail: str = ""
    risk: str | None = None
    status: str | None = None
    is_child: bool = False
    tonight: str = ""
    closed_on: date | None = None


@dataclass(frozen=True)
class Tie:
    """A link from one node to another, links that say the same as one (their ids in `also`).

    `words` is the relation as read from the one it comes from, `reverse` from the other; a
    symmetric one has no direction. The roles say who is harmed and who causes harm.
    `information` is "intelligence" as soon as one of the links is. A person of concern who is a
    child with a record of their own is tied to it by the negative of the person's id.
    """

    id: int
    from_id: int
    to_id: int
    relation: str
    words: str
    reverse: str
    symmetric: bool = False
    from_role: str | None = None
    to_role: str | None = None
    confidence: str = "suspected"
    confirmed: bool = False
    information: str = "not stated"
    source: str | None = None
    first_seen: date | None = None
    last_seen: date | None = None
    expires_on: date | None = None
    recorded_on: date | None = None
    also: tuple[int, ...] = ()

    @property
    def ends(self) -> tuple[int, int]:
        """The ids of both nodes."""
        return self.from_id, self.to_id

    def other(self, node_id: int) -> int:
        """The id of the node at the far end."""
        return self.to_id if node_id == self.from_id else self.from_id

    def read_from(self, node_id: int) -> str:
        """The relation in words, as read from one of its ends."""
        return self.words if node_id == self.from_id else self.reverse


@dataclass(frozen=True)
class Network:
    """Nodes by name, the ties between them, and the ids of those it was asked about."""

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    centres: tuple[int, ...] = ()

    @cached_property
    def _by_id(self) -> Mapping[int, Node]:
        return {one.id: one for one in self.nodes}

    @cached_property
    def _of(self) -> Mapping[int, Sequence[Tie]]:
        found: dict[int, list[Tie]] = {}
        for tie in self.ties:
            for end in tie.ends:
                found.setdefault(end, []).append(tie)
        return found

    def node(self, node_id: int) -> Node | None:
        """The node with an id, where it is in the network."""
        return self._by_id.get(node_id)

    def ties_of(self, node_id: int) -> tuple[Tie, ...]:
        """The ties that a node is one end of."""
        return tuple(self._of.get(node_id, ()))

    def neighbours(self, node_id: int) -> tuple[int, ...]:
        """The ids of those a node is tied to, each once, in the order of the ties."""
        return tuple(dict.fromkeys(tie.other(node_id) for tie in self._of.get(node_id, ())))
