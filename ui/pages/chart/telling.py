"""The chart in sentences: who is linked with whom and how, ways, groups, and who stands between."""

from collections.abc import Callable, Sequence
from datetime import date

from models.matching.likeness import compare_names
from models.records.network import Network, Node, Tie
from models.rules.listing import listed
from models.rules.network.groups import (
    Cluster,
    cluster_in_words,
    joining_in_words,
    standing_between,
    would_join,
)
from models.rules.network.paths import Way, way_in_words
from models.rules.network.told import PEOPLE_KINDS, node_in_words, tie_in_words
from ui.pages.chart.bonds import Bond
from ui.pages.chart.sentences import STRONG, TITLE, Sentence
from ui.pages.chart.state import ChartState
from ui.widgets.dates import plain_date

NO_WAY = "No way leads from one to the other by the links shown."
MAY_BE_ONE = "They may be one: see Duplicates."
NO_GROUPS = (
    "No group stands out: groups are three or more with more links among them than to others."
)


class Telling:
    """What the chart says in words, by the names that may stand on it."""

    def __init__(self, state: ChartState, today: Callable[[], date]) -> None:
        self._state, self._today = state, today

    def node(self, node: Node) -> str:
        """A node as one line: its name, what it is, and how many more it leads to."""
        words = node_in_words(self._state.drawn, self._state.detailed(node))
        more = self._state.further(node.id)
        rest = f"; {more} more not shown" if more else ""
        return f"{self._state.called(node)}: {words}{rest}"

    def tie(self, tie: Tie, from_id: int) -> str:
        """A link as read from one of its ends."""
        other = self._state.drawn.node(tie.other(from_id))
        name = self._state.called(other) if other is not None else ""
        return f"{tie.read_from(from_id)} {name} ({tie_in_words(tie, self._today(), plain_date)})"

    def bond(self, bond: Bond) -> str:
        """All links of a line, one to a row."""
        node = self._state.drawn.node(bond.one)
        name = self._state.called(node) if node is not None else ""
        return "\n".join(f"{name} {self.tie(tie, bond.one)}" for tie in bond.ties)

    def links(self) -> tuple[Sentence, ...]:
        """Everybody with all their links."""
        drawn = self._state.drawn
        found: list[Sentence] = []
        for node in self._state.listed:
            found.append(Sentence(("node", node.id), self.node(node), STRONG))
            found += [
                Sentence(("tie", node.id, tie.id), f"– {self.tie(tie, node.id)}")
                for tie in drawn.ties_of(node.id)
            ]
        return tuple(found)

    def ways(self, network: Network, ways: Sequence[Way], asked: bool) -> tuple[Sentence, ...]:
        """Each way as a sentence."""
        if not ways:
            return (Sentence(None, NO_WAY, TITLE),) if asked else ()
        said = (way_in_words(network, way, self._state.called) for way in ways)
        return tuple(Sentence(("way", at), words) for at, words in enumerate(said))

    def groups(self, found: Sequence[Cluster]) -> tuple[Sentence, ...]:
        """The groups with their members, who stands between, and whose meeting would join two."""
        drawn, called = self._state.drawn, self._state.called
        said = [Sentence(None, "Groups", TITLE)]
        for one in found:
            words = cluster_in_words(drawn, one, called)
            names = (called(node) for at in one.ids if (node := drawn.node(at)) is not None)
            said.append(Sentence(("group", one.number), f"{words}: {'; '.join(names)}"))
        if not found:
            said.append(Sentence(None, NO_GROUPS, TITLE))
        return (*said, *self._between(found), *self._joining())

    def _between(self, found: Sequence[Cluster]) -> tuple[Sentence, ...]:
        said = [Sentence(None, "Who stands between", TITLE)]
        for one in standing_between(self._state.drawn, found)[:8]:
            node = self._state.drawn.node(one.id)
            if node is not None:
                words = [f"{round(100 * one.share)} of 100 shortest ways go through here"]
                if one.parts > 1:
                    words.append(f"without, the chart falls into {one.parts} parts")
                if len(one.clusters) > 1:
                    words.append(f"links groups {listed([str(each) for each in one.clusters])}")
                name = self._state.called(node)
                said.append(Sentence(("node", one.id), f"{name}: {'; '.join(words)}"))
        return tuple(said) if len(said) > 1 else ()

    def _joining(self) -> tuple[Sentence, ...]:
        said, drawn = [Sentence(None, "Who would join two circles", TITLE)], self._state.drawn
        for one in would_join(drawn)[:8]:
            words = joining_in_words(self._state.drawn, one, self._state.called)
            ends = [node for at in (one.one, one.other) if (node := drawn.node(at)) is not None]
            doubt = f" {MAY_BE_ONE}" if may_be_one(*ends) else ""
            said.append(Sentence(("pair", one.one, one.other), f"{words}{doubt}"))
        return tuple(said) if len(said) > 1 else ()


def may_be_one(one: Node, other: Node) -> bool:
    """Whether two people are called so much alike that they may be one."""
    people = one.kind in PEOPLE_KINDS and other.kind in PEOPLE_KINDS
    return people and compare_names(one.label, other.label).weight > 0
