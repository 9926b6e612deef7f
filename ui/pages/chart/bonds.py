"""All ties between two nodes as one line: its style, its arrows and its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.records.network import Network, Tie
from models.rules.links import solid
from models.rules.network.paths import step_in_words


@dataclass(frozen=True)
class Bond:
    """What links two nodes, as one line; `one` is the end that the first tie comes from."""

    one: int
    other: int
    ties: tuple[Tie, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the line is solid: something between the two is confirmed and no rumour."""
        return any(map(solid, self.ties))

    @property
    def harms(self) -> bool:
        """Whether somebody is said to harm by one of the ties."""
        return any("causing harm" in (tie.from_role, tie.to_role) for tie in self.ties)

    @property
    def words(self) -> str:
        """The relations as read from the first end, for the middle of the line."""
        said = step_in_words(self.ties, self.one)
        rumour = any(tie.information == "intelligence" for tie in self.ties)
        return f"{said} (intelligence)" if rumour else said

    def points_to(self, end: int) -> bool:
        """Whether there is an arrow at an end."""
        return any(tie.to_id == end and not tie.symmetric for tie in self.ties)


def bonds(network: Network) -> tuple[Bond, ...]:
    """The lines of a network."""
    found: dict[tuple[int, int], list[Tie]] = {}
    for tie in network.ties:
        one, other = tie.ends
        key = (other, one) if (other, one) in found else (one, other)
        found.setdefault(key, []).append(tie)
    return tuple(Bond(*key, _firm_first(ties)) for key, ties in found.items())


def _firm_first(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    return tuple(sorted(ties, key=lambda tie: (not tie.confirmed, tie.id)))
