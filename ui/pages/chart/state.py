"""What the chart shows now: what was read, what of it is drawn, and where it stands."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from models.records.network import Network, Node
from models.rules.network.layout import Point, positions
from models.rules.network.shown import Shown, among, most_linked, near, shown
from models.rules.network.told import KINDS, PEOPLE_KINDS
from ui.pages.chart_asked import AGENDA, AROUND, EVERYTHING, Asked

MOST = 600
THINGS = ("vehicle", "phone", "online_account")
Called = Callable[[Node], str]


class ChartState:
    """Reads the network, keeps what is opened and closed in it, and gives what is drawn.

    While a meeting runs and nothing is revealed, it is read as everyone present may read it, and
    people are called by their initials.
    """

    def __init__(self, workspace: Any) -> None:
        self._workspace = workspace
        self.question = Asked()
        self.depth = 1
        self.chosen = Shown()
        self.revealed = False
        self.whole, self.drawn = Network(), Network()
        self.places: dict[int, Point] = {}
        self.more: dict[int, int] = {}
        self.left_out = 0
        self._remembered: dict[Asked, dict[int, Point]] = {}
        self._ids: set[int] = set()
        self._opened: list[int] = []
        self._closed: set[int] = set()
        self._mask: Callable[[str], str] = str
        self._alike: Counter[str] = Counter()
        self.meeting: int | None = None
        self._numbers: dict[str, dict[int, int]] = {}

    @property
    def in_room(self) -> bool:
        """True while everyone present may be looking on, and so initials stand for names."""
        return self.meeting is not None and not self.revealed

    def ask(self, question: Asked) -> None:
        """Show something else; what was drawn of it before stands where it stood."""
        self._remembered[_shows(self.question)] = self.places
        self.question = question
        self._opened, self._closed = [], set()
        self.places = self._remembered.get(_shows(question), {})
        self.read()

    def deepen(self, depth: int) -> None:
        """Show so many steps from the middle, laid out anew."""
        self.depth = depth
        self._opened, self._closed, self.places = [], set(), {}
        self.read()

    def read(self) -> None:
        """Read everything again; what is drawn keeps its place."""
        self.meeting = self._workspace.read.running_meeting()
        self._mask = self._names()
        self.whole = self._asked()
        self._ids = self._within()
        for one in list(self._opened):
            self._open(one)
        for one in sorted(self._closed):
            self._ids -= self._behind(one)
        self.choose(self.chosen)

    @property
    def _agenda(self) -> int | None:
        """The meeting whose items nodes are called by: the one that runs, else the one asked of."""
        return self.meeting or self.question.meeting_id

    @property
    def listed(self) -> tuple[Node, ...]:
        """The nodes drawn, by kind and name: children first."""
        kinds = list(KINDS)
        return tuple(sorted(self.drawn.nodes, key=lambda one: kinds.index(one.kind)))

    @property
    def within(self) -> Network:
        """What is drawn, and what would be but for what is chosen."""
        return among(self.whole, self._ids)

    def choose(self, chosen: Shown) -> None:
        """Show only what is chosen of it."""
        self.chosen = chosen
        self._alike = Counter(map(self._name, self.whole.nodes))
        reachable = shown(self.whole, chosen)
        self.drawn = shown(self.within, chosen)
        drawn = {one.id for one in self.drawn.nodes}
        more = {one: len(set(reachable.neighbours(one)) - drawn) for one in drawn}
        self.more = {one: count for one, count in more.items() if count}
        self._place()

    def called(self, node: Node) -> str:
        """What a node is called on the chart, with its reference where two are called alike."""
        name = self._name(node)
        alike = node.reference and self._alike[name] > 1
        return f"{name} · {node.reference}" if alike else name

    @property
    def today(self) -> date:
        """The day on which the chart is looked at."""
        day: date = self._workspace.store.clock.today()
        return day

    def short(self, node: Node) -> str:
        """What a node is called where the chart leaves: people by initials and their reference."""
        if self.in_room:
            return self.called(node)
        people = node.kind in PEOPLE_KINDS
        name = " · ".join(filter(None, (node.initials, node.reference if people else None)))
        return f"{node.tonight} {name}" if node.tonight else name

    def _name(self, node: Node) -> str:
        if not self.in_room:
            name = node.label
        elif node.kind in PEOPLE_KINDS:
            name = node.initials
        elif node.kind in THINGS:
            name = self._numbered(node)
        else:
            name = self._mask(node.label)
        return f"{node.tonight} {name}" if node.tonight else name

    def _numbered(self, node: Node) -> str:
        """A plate or number names somebody as well as a name does: the room hears its kind."""
        numbers = self._numbers.setdefault(node.kind, {})
        at = numbers.setdefault(node.id, len(numbers) + 1)
        return f"{KINDS[node.kind].capitalize()} {at}"

    def detailed(self, node: Node) -> Node:
        """The node with what may be said of it here: the room hears of no conviction."""
        if not self.in_room:
            return node
        return replace(node, detail=self._mask(node.detail), status=None)

    def further(self, node_id: int) -> int:
        """How many are linked with a node and not drawn; what is filtered out is not counted."""
        return self.more.get(node_id, 0)

    def looked_up(self, words: str) -> int | None:
        """Whom words mean best: somebody drawn, else anybody whom the reader may find."""
        said = words.casefold()
        drawn = (one.id for one in self.drawn.nodes if said in self.called(one).casefold())
        found = next(drawn, None)
        if found is None:
            rows = self._reader().find(words, 1)
            found = rows[0].id if rows else None
        return found

    def expand(self, node_id: int) -> bool:
        """Draw all that a node is linked with; False where nothing more is known."""
        self._closed.discard(node_id)
        before = len(self.drawn.nodes)
        self._opened = [one for one in self._opened if one != node_id] + [node_id]
        self._open(node_id)
        self.choose(self.chosen)
        return len(self.drawn.nodes) > before

    def collapse(self, node_id: int) -> bool:
        """Draw no more what is only linked by way of a node; False where nothing is."""
        behind = self._behind(node_id)
        if not behind:
            return False
        self._opened = [one for one in self._opened if one != node_id and one not in behind]
        self._closed.add(node_id)
        self._ids -= behind
        self.choose(self.chosen)
        return True

    def move(self, node_id: int, place: Point) -> None:
        """Put a node somewhere, where it stays."""
        self.places[node_id] = place

    def arrange(self) -> None:
        """Lay everything out anew."""
        self.places = {}
        self._place()

    def _place(self) -> None:
        ids = [one.id for one in self.drawn.nodes]
        if any(one not in self.places for one in ids):
            pairs = [tie.ends for tie in self.drawn.ties]
            self.places.update(positions(ids, pairs, self.places))

    def _asked(self) -> Network:
        """What was asked for and one step more, so that what follows is known to be there."""
        asked, read = self.question, self._reader()
        self.left_out = 0
        if asked.kind == AROUND:
            return self._network(read, asked.ids)
        if asked.kind == AGENDA and asked.meeting_id is not None:
            found: Network = read.network(None, self.depth + 1, asked.meeting_id)
            return found
        whole: Network = read.network()
        kept = most_linked(whole, MOST)
        self.left_out = len(whole.nodes) - len(kept.nodes)
        return kept

    def _network(self, read: Any, ids: tuple[int, ...]) -> Network:
        found: Network = read.network(ids, self.depth + 1, self._agenda)
        return found

    def _within(self) -> set[int]:
        """The nodes within so many steps of the middle, and no more than can be looked at."""
        if self.question.kind == EVERYTHING:
            return {one.id for one in self.whole.nodes}
        reached = ring = set(self.whole.centres)
        for _ in range(self.depth):
            ring = {far for one in ring for far in self.whole.neighbours(one)} - reached
            reached = reached | ring
        kept = {one.id for one in near(among(self.whole, reached), self.whole.centres, MOST).nodes}
        self.left_out = len(reached) - len(kept)
        return kept

    def _open(self, node_id: int) -> None:
        more: Network = self._reader().network((node_id,), 2, self._agenda)
        self.whole = _joined(self.whole, more)
        near_it = more.neighbours(node_id) if more.node(node_id) else ()
        self._ids |= {node_id, *near_it} if near_it else set()

    def _behind(self, node_id: int) -> set[int]:
        """Who is drawn and reached by way of a node alone."""
        drawn = among(self.whole, self._ids)
        middle = [one for one in drawn.centres if one != node_id]
        if not self.whole.centres:
            return {
                one for one in drawn.neighbours(node_id) if set(drawn.neighbours(one)) == {node_id}
            }
        reached, ring = {node_id, *middle}, set(middle)
        while ring:
            ring = {far for one in ring for far in drawn.neighbours(one)} - reached
            reached |= ring
        return self._ids - reached

    def _reader(self) -> Any:
        if not self.in_room:
            return self._workspace.read
        return self._workspace.read_as(self._workspace.room_reader(self.meeting))

    def _names(self) -> Callable[[str], str]:
        if not self.in_room:
            return str
        # The rules of the room cost a chart that needs none of them.
        from ui.live.naming import RoomNames

        read = self._workspace.read
        tonight, children = read.subjects_tonight(self.meeting), read.spoken_of(self.meeting)
        return RoomNames(tonight, read.everybody(), children=children).masked


def _shows(question: Asked) -> Asked:
    """A question by what it shows, wherever it was asked."""
    return replace(question, back="", pointed=None)


def _joined(one: Network, other: Network) -> Network:
    nodes = {node.id: node for node in (*other.nodes, *one.nodes)}
    ties = {tie.id: tie for tie in (*one.ties, *other.ties)}
    return Network(_by_name(nodes.values()), tuple(ties[at] for at in sorted(ties)), one.centres)


def _by_name(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=lambda one: (one.label.casefold(), one.id)))
