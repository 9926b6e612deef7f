"""The links of an item in the room: new ones first, by initials, and never a child's home."""

from datetime import date

from models.entities import Link
from models.marks import Information, Sharing
from tests.ui.live.test_turning import turn


def test_links_since_the_last_time_stand_first_as_all_present_may_read_them(room, panel, qtbot):
    register, child = panel.workspace.register, panel.subjects["Aidan Ravenscroft"]
    for link in panel.workspace.read.links_of(child):
        register.end_link(link.id, "For this test")
    old = register.link(child, "frequents", register.add_place("Old depot"))
    with panel.workspace.store.work("earlier", "Earlier") as session:
        session.get_one(Link, old).recorded_on = date(2026, 1, 8)
    register.link(
        child, "associates", register.add_person("Dean Pyke"), information=Information.INTELLIGENCE
    )
    register.link(child, "lives at", register.add_place("4 Mill Bank"))
    register.link(
        child, "frequents", register.add_place("Back room"), sharing=Sharing.CHAIR_ONLY,
        information=Information.INTELLIGENCE,
    )  # fmt: skip
    turn(room, panel, "V1", qtbot)
    item = room.room.item
    item.go_to(item.steps.index(item.analysis))
    told = item.analysis.links.words()
    assert told == (
        "new: associates with D.P. (intelligence, not verified, not graded)",
        "frequents Old depot (suspected)",
    )
