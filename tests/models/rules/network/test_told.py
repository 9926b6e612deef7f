"""What a network of links tells: ways, groups, who stands between, who would join two."""

from dataclasses import replace
from datetime import date

import pytest

from models.rules.network.groups import (
    cluster_in_words,
    clusters,
    joining_in_words,
    standing_between,
    would_join,
)
from models.rules.network.paths import shortest_ways, way_in_words
from models.rules.network.shown import Shown, most_linked, near, shown
from models.rules.network.told import counted, node_in_words, role_of, tie_in_words
from tests.models.rules.network.small import called, clustered, network, node, number, tie

THROUGH_A_PLACE = (
    "C1 is exploited by P1 (suspected, not confirmed), "
    "who frequents L1 (suspected, not confirmed), "
    "which is frequented by C2 (suspected, not confirmed)."
)
TWO_GROUPS = "p1-c1 p1-c2 p1-c3 c1-c2 c2-c3 c3-l1 l1-c4 c4-c5 p2-c4 p2-c5 p2-c6 c5-c6"


@pytest.mark.parametrize(
    ("links", "ends", "said"),
    [
        ("p1-c1", "c1 p1", ["C1 is exploited by P1 (suspected, not confirmed)."]),
        (
            "p1-c1 p1-l1 c2-l1",
            "c1 c2",
            [THROUGH_A_PLACE],
        ),
        ("p1-c1 p2-c2", "c1 c2", []),
        ("p1-c1", "c1 c1", []),
        ("p1-c1", "c1 c9", []),
    ],
)  # fmt: skip
def test_a_way_is_told_as_a_sentence(links: str, ends: str, said: list[str]) -> None:
    one, other = map(number, ends.split())
    drawn = network(links)
    found = shortest_ways(drawn, one, other)
    assert [way_in_words(drawn, way, called) for way in found] == said


def test_of_ways_as_short_the_confirmed_comes_first() -> None:
    drawn = network("p1-c1 p1-c2 p2-c1 p2-c2")
    sure = tuple(
        tie(one.id, *pair.split("-"), confirmed=pair.startswith("p2"))
        for one, pair in zip(drawn.ties, ("p1-c1", "p1-c2", "p2-c1", "p2-c2"), strict=True)
    )
    ways = shortest_ways(type(drawn)(drawn.nodes, sure), number("c1"), number("c2"))
    assert [way.ids[1] for way in ways] == [number("p2"), number("p1")]


def test_intelligence_never_stands_as_fact_in_a_sentence() -> None:
    drawn = network("p1-c1", information="intelligence", confirmed=True)
    (way,) = shortest_ways(drawn, number("p1"), number("c1"))
    assert way_in_words(drawn, way, called) == "P1 exploits C1 (intelligence, not verified)."
    assert "intelligence, not verified" in tie_in_words(way.ties[0], date(2026, 1, 1), str)


def test_a_link_that_is_suspected_says_so_on_the_way_though_a_person_confirmed_it() -> None:
    drawn = network("p1-p2", confirmed=True)
    (way,) = shortest_ways(drawn, number("p1"), number("p2"))
    assert way_in_words(drawn, way, called) == "P1 associates with P2 (suspected)."
    sure = network("p1-p2", confirmed=True, confidence="confirmed")
    (way,) = shortest_ways(sure, number("p1"), number("p2"))
    assert way_in_words(sure, way, called) == "P1 associates with P2."


def test_each_relation_of_a_step_says_how_sure_it_is_itself() -> None:
    drawn = network("p1-c1 p1-c1")
    sure = replace(drawn.ties[0], words="meets", confirmed=True, confidence="confirmed")
    (way,) = shortest_ways(
        type(drawn)(drawn.nodes, (drawn.ties[1], sure)), number("p1"), number("c1")
    )
    said = "P1 meets and exploits (suspected, not confirmed) C1."
    assert way_in_words(drawn, way, called) == said


def test_groups_are_those_more_linked_with_one_another() -> None:
    drawn = network(TWO_GROUPS)
    found = clusters(drawn)
    assert [len(one.ids) for one in found] in ([5, 4], [4, 5], [5, 4])
    assert cluster_in_words(drawn, found[0], called).startswith("Group 1: around ")
    assert clusters(network("p1-c1")) == ()


def test_whom_all_goes_through_stands_between() -> None:
    drawn = network(TWO_GROUPS)
    first, *_ = standing_between(drawn, clusters(drawn))
    assert first.id in {number("l1"), number("c3"), number("c4")}
    assert (first.parts, first.clusters) == (2, (1, 2))
    assert standing_between(network("c1-c2 c2-c3 c3-c1")) == ()


def test_two_circles_would_be_joined_where_both_go() -> None:
    drawn = network(TWO_GROUPS)
    (one,) = would_join(drawn)
    assert (one.one, one.other, one.by) == (number("c3"), number("c4"), (number("l1"),))
    assert joining_in_words(drawn, one, called) == (
        "If C3 and C4 meet, a circle of 4 and one of 4 become one of 8. Both have links with L1."
    )
    assert would_join(network("c1-l1 c2-l1")) == ()


@pytest.mark.parametrize(
    ("chosen", "said", "left"),
    [
        (Shown(), {}, 3),
        (Shown(hidden_kinds=frozenset({"location"})), {}, 2),
        (Shown(confirmed_only=True), {}, 0),
        (Shown(confirmed_only=True), {"confirmed": True}, 3),
        (Shown(confidences=frozenset({"confirmed"})), {}, 0),
        (Shown(since=date(2026, 2, 1)), {"last_seen": date(2026, 1, 31)}, 0),
        (Shown(since=date(2026, 2, 1)), {"last_seen": date(2026, 2, 1)}, 3),
        (Shown(since=date(2026, 2, 1)), {}, 3),
        (Shown(until=date(2026, 2, 1)), {"first_seen": date(2026, 2, 2)}, 0),
        (Shown(new_since=date(2026, 2, 1)), {"recorded_on": date(2026, 2, 2)}, 3),
        (Shown(new_since=date(2026, 2, 1)), {"recorded_on": date(2026, 2, 1)}, 0),
        (Shown(new_since=date(2026, 2, 1)), {}, 0),
        (Shown(current=date(2026, 2, 1)), {"expires_on": date(2026, 1, 31)}, 0),
        (Shown(current=date(2026, 2, 1)), {"expires_on": date(2026, 2, 1)}, 3),
    ],
)  # fmt: skip
def test_what_is_chosen_is_shown_and_the_middle_stays(
    chosen: Shown, said: dict[str, object], left: int
) -> None:
    found = shown(network("p1-c1 p1-c2 c1-l1", ["c1"], **said), chosen)
    assert len(found.ties) == left
    assert number("c1") in {one.id for one in found.nodes}


def test_a_chart_of_too_many_keeps_the_most_linked() -> None:
    whole = clustered(300)
    assert len(most_linked(whole, 100).nodes) == 100
    assert most_linked(whole, 300) is whole
    around = near(whole, [whole.nodes[0].id], 20)
    assert len(around.nodes) == 20 and around.node(whole.nodes[0].id)


@pytest.mark.parametrize(
    ("links", "name", "role"),
    [("p1-c1", "c1", "harmed"), ("p1-c1", "p1", "causing harm"), ("c1-c2", "c1", "")],
)
def test_the_part_somebody_has_in_harm_is_what_the_links_say(
    links: str, name: str, role: str
) -> None:
    assert role_of(network(links), number(name)) == role


def test_a_child_is_a_child_first() -> None:
    drawn = network("p1-c1")
    assert node_in_words(drawn, node("c1")) == "child, harmed"
    assert node_in_words(drawn, node("p1")) == "person of concern"


def test_what_there_is_is_counted_in_words() -> None:
    assert counted(network("p1-c1 p1-c2")) == "2 children and 1 person of concern; 2 links"
    assert counted(network("")) == ""
