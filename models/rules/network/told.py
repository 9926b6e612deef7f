"""The same in words: who is linked with whom and how, and how each stands."""

from collections.abc import Callable
from datetime import date

from models.marks import Information
from models.records.network import Network, Node, Tie
from models.rules.links import NOT_VERIFIED
from models.rules.listing import listed
from models.rules.network.shown import out_of_date

KINDS = {
    "child": "child",
    "person_of_concern": "person of concern",
    "location": "place",
    "group": "group",
    "vehicle": "vehicle",
    "phone": "telephone",
    "online_account": "online account",
    "theme": "theme",
}
BOTH = "both"
PEOPLE_KINDS = ("child", "person_of_concern")


def role_of(network: Network, node_id: int) -> str:
    """What the links say of a node: "harmed", "causing harm", "both", or nothing."""
    said = {
        role
        for tie in network.ties_of(node_id)
        for end, role in ((tie.from_id, tie.from_role), (tie.to_id, tie.to_role))
        if end == node_id and role
    }
    harmed, causing = bool(said & {"harmed", "at risk"}), "causing harm" in said
    if BOTH in said or (harmed and causing):
        return BOTH
    return "causing harm" if causing else "harmed" if harmed else ""


def node_in_words(network: Network, node: Node) -> str:
    """What a node is and how it stands: a child first, then what else is known."""
    role = role_of(network, node.id)
    kind = KINDS.get(node.kind, node.kind)
    if node.kind == "person_of_concern" and node.is_child:
        kind = "child, also a person of concern"
    said = {
        "harmed": "harmed",
        "causing harm": "said to cause harm",
        BOTH: "harmed, and said to cause harm",
    }
    words = (
        kind,
        said.get(role, "") if node.kind == "child" else "",
        f"risk {node.risk}" if node.risk else "",
        node.status or "",
        node.detail,
        f"on the agenda: {node.tonight}" if node.tonight else "",
        "closed" if node.closed_on else "",
    )
    return ", ".join(filter(None, words))


def tie_in_words(tie: Tie, today: date, written: Callable[[date], str]) -> str:
    """How sure a link is and when it was seen; what is not confirmed never stands as fact."""
    rumour = NOT_VERIFIED if tie.information == Information.INTELLIGENCE else ""
    said = [rumour, tie.confidence, "" if tie.confirmed else "not yet confirmed by a person"]
    if tie.first_seen and tie.last_seen and tie.first_seen != tie.last_seen:
        said.append(f"seen {written(tie.first_seen)} to {written(tie.last_seen)}")
    elif tie.last_seen or tie.first_seen:
        said.append(f"seen {written(tie.last_seen or tie.first_seen or today)}")
    if out_of_date(tie, today):
        said.append("out of date")
    return ", ".join(filter(None, said))


def counted(network: Network) -> str:
    """How much there is: "12 nodes" by kind and the links between them."""
    kinds = [node.kind for node in network.nodes]
    parts = [
        f"{kinds.count(kind)} {_plural(words, kinds.count(kind))}"
        for kind, words in KINDS.items()
        if kind in kinds
    ]
    links = len(network.ties)
    return f"{listed(parts)}; {links:,} {'link' if links == 1 else 'links'}" if parts else ""


def _plural(words: str, count: int) -> str:
    if count == 1:
        return words
    return {"child": "children", "person of concern": "persons of concern"}.get(words, f"{words}s")
