"""Pictures in the documents of a meeting: risk, links, actions; they read in black and white."""

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from exports import phrases
from exports.naming import Naming
from exports.network_picture import network_png
from models import codes
from models.marks import Information
from models.records.item import ItemRecord
from models.records.network import Network, Node, Tie
from models.records.outcomes import ActionRow
from models.records.subjects import LinkRecord
from models.rules import links

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK = "#1B2230"
STANDING = (
    ("red", "Late", "xx"),
    ("amber", "Due soon", "//"),
    ("green", "On time", ""),
    ("blue", "Finished", ".."),
    ("grey", "No date", "--"),
)
"""How actions stand, each with a pattern that tells it apart where colours do not print."""
MOST_LINKS = 10
SUBJECT = 0
"""The item's subject in its picture, who needs no number of its own there."""


@dataclass(frozen=True)
class Picture:
    """A PNG and the same in words, for whoever cannot see it."""

    png: bytes
    words: str


def action_status(actions: Sequence[ActionRow]) -> Picture | None:
    """How many actions are late, due soon, on time and finished; nothing of fewer than two."""
    if len(actions) < 2:
        return None
    counted = Counter(one.rag for one in actions)
    rows = [(words, counted[rag], hatch) for rag, words, hatch in STANDING if counted[rag]]
    figure, place = _figure(6.0, 0.42 * len(rows) + 0.3)
    spots = range(len(rows))
    bars = place.barh(
        spots,
        [count for _, count, _ in rows],
        color="#FFFFFF",
        edgecolor=INK,
        hatch=[hatch for *_, hatch in rows],
        height=0.6,
    )
    place.bar_label(bars, fmt="%d", padding=4, color=INK, fontsize=10)
    place.set_yticks(spots, [words for words, *_ in rows])
    place.invert_yaxis()
    place.tick_params(length=0, labelsize=10)
    place.xaxis.set_visible(False)
    told = phrases.listed([f"{count:,} {words.lower()}" for words, count, _ in rows])
    return Picture(_png(figure), f"Actions by how they stand: {told}.")


def risk_movement(item: ItemRecord) -> Picture | None:
    """Risk before and after the meeting as a step up or down; nothing where it has not moved."""
    if item.risk is None or not (item.risk.before and item.risk.after):
        return None
    if item.risk.before == item.risk.after:
        return None
    levels = _levels(item.risk.before, item.risk.after)
    if levels is None:
        return None
    names, before, after = levels
    figure, place = _figure(3.6, 1.5)
    place.plot([0, 1], [before, after], color=INK, marker="o", markersize=8, linewidth=2.5)
    place.set_yticks(range(len(names)), names)
    place.set_ylim(-0.4, len(names) - 0.6)
    place.set_xticks([0, 1], ["before", "after"])
    place.set_xlim(-0.25, 1.25)
    place.grid(axis="y", color="#C9CDD3", linewidth=0.8)
    place.tick_params(length=0, labelsize=9)
    moved = f" ({item.risk.direction})" if item.risk.direction else ""
    words = f"Risk before the meeting {item.risk.before}, after it {item.risk.after}{moved}."
    return Picture(_png(figure), words)


def link_chart(item: ItemRecord, naming: Naming) -> Picture | None:
    """The subject in the middle and whom or what it is linked to; unverified links are dashed."""
    if len(item.links) < 2:
        return None
    shown = item.links[:MOST_LINKS]
    labels = [naming.rewrite(naming.shown(one.other_kind, one.other_label)) for one in shown]
    subject = naming.subject(item.row)
    met = {(one.other_id, label): None for one, label in zip(shown, labels, strict=True)}
    number = {other: at for at, other in enumerate(met, 1)}
    numbers = [number[one.other_id, label] for one, label in zip(shown, labels, strict=True)]
    names = {SUBJECT: subject, **dict(zip(numbers, labels, strict=True))}
    told = [
        f"{one.relation} {label}{_unsure(one)}" for one, label in zip(shown, labels, strict=True)
    ]
    more = len(item.links) - len(shown)
    rest = f"; and {phrases.counted(more, 'more link', 'more links')}" if more else ""
    png = network_png(_network(item, shown, numbers), names)
    return Picture(png, f"Links of {subject}: {'; '.join(told)}{rest}.")


def _network(item: ItemRecord, shown: Sequence[LinkRecord], numbers: Sequence[int]) -> Network:
    """The item's subject with those it is linked to, each by its number in the picture."""
    kinds = {number: one.other_kind for number, one in zip(numbers, shown, strict=True)}
    nodes = [Node(SUBJECT, item.row.subject_kind or "", "", "")]
    nodes += [Node(number, kind, "", "") for number, kind in kinds.items()]
    ties = (_tie(one, number) for one, number in zip(shown, numbers, strict=True))
    return Network(tuple(nodes), tuple(ties), (SUBJECT,))


def _tie(one: LinkRecord, number: int) -> Tie:
    """A link as its relation runs: "is exploited by" comes from the other."""
    turned = codes.reversed_relation(one.relation)
    relation = turned or codes.relation(one.relation)
    ends = (number, SUBJECT) if turned else (SUBJECT, number)
    words = relation.label if relation is not None else one.relation
    symmetric = relation.symmetric if relation is not None else False
    return Tie(
        one.id, *ends, one.relation, words, one.relation, symmetric,
        confirmed=one.confirmed, information=one.information,
    )  # fmt: skip


def _unsure(one: LinkRecord) -> str:
    """What a link that is drawn as a dashed line lacks, in words."""
    if links.solid(one):
        return ""
    return (
        f", {links.NOT_VERIFIED}" if one.information == Information.INTELLIGENCE else ", unverified"
    )


def _levels(before: str, after: str) -> tuple[list[str], int, int] | None:
    """The levels of risk from the lowest, and the places of two of them."""
    ranked = sorted(codes.rows_of("risk_levels", codes.Ranked), key=_rank)
    said = {before.lower(), after.lower()}
    # A level beside another of its rank stands only where it was said.
    names = [
        one.label
        for at, one in enumerate(ranked)
        if one.label.lower() in said or not _beside(ranked, at)
    ]
    known = {name.lower(): at for at, name in enumerate(names)}
    if before.lower() not in known or after.lower() not in known:
        return None
    return names, known[before.lower()], known[after.lower()]


def _beside(ranked: list[codes.Ranked], at: int) -> bool:
    return at > 0 and ranked[at].rank == ranked[at - 1].rank


def _rank(one: codes.Ranked) -> int:
    return one.rank


def _figure(width: float, height: float) -> "tuple[Figure, Axes]":
    """A figure with one place to draw in; matplotlib is imported only here."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=130, layout="constrained")
    place = figure.subplots()
    for side in ("top", "right", "bottom", "left"):
        place.spines[side].set_visible(False)
    return figure, place


def _png(figure: "Figure") -> bytes:
    to: Any = io.BytesIO()
    # Without metadata: the same figures give the same file.
    figure.savefig(to, format="png", metadata={"Software": None})
    found: bytes = to.getvalue()
    return found
