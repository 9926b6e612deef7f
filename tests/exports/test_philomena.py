"""The paper that police read in a hurry when a child is missing: one page, and nothing withheld."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import select

from exports import philomena
from models.clock import SetClock
from models.entities import Address, Issue
from models.errors import Conflict, Refusal
from models.marks import Information, Role, Sharing
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.exports.accessibility import broken
from tests.exports.reading import edges, text

NOW = datetime(2026, 11, 12, 21, 30)


@pytest.fixture
def workspace():
    made = Workspace.memory("Ada Administrator", SetClock(NOW))
    made.panel.make("Northmoor MACE")
    yield made
    made.close()


@pytest.fixture
def child(workspace):
    register = workspace.register
    one = register.add_child(
        "Ivy Ashdown", birth_date=date(2011, 4, 2), disability="Asthma: carries an inhaler",
        school="Tarn High", system_id="LCS1",
    )  # fmt: skip
    friend, man = register.add_child("Bo Reed"), register.add_person("Des Pike", status="active")
    hidden = register.add_person("Kit Marsh", status="active")
    shop = register.add_place("Beck Street skatepark")
    register.link(one, "associates", friend, source="school")
    register.link(one, "associates", man, source="police", sharing=Sharing.CHAIR_ONLY)
    register.link(one, "associates", hidden, source="police",
                  information=Information.INTELLIGENCE)  # fmt: skip
    register.link(one, "frequents", shop, source="police")
    back = NOW - timedelta(days=4)
    register.add_episode(
        one, reported_at=back - timedelta(hours=9), returned_at=back, found_where="Bus station"
    )
    return one


def written(workspace, child, tmp_path):
    to = tmp_path / "missing.docx"
    philomena.write(workspace, child, to)
    return to.read_bytes()


def text_of(blob):
    opened = Document(BytesIO(blob))
    return "\n".join((text(opened), *edges(opened)))


def test_what_is_known_is_proposed_without_what_is_withheld_and_stands_once_taken(
    workspace, child, tmp_path
):
    known = workspace.read.missing_paper(child).proposed
    assert known["medical"] == "Asthma: carries an inhaler"
    assert known["places"] == "Beck Street skatepark (suspected)\nSchool: Tarn High"
    assert known["earlier"].endswith("9 h, found: Bus station")
    assert "Bo Reed" in known["associates"]
    assert not {"Pike", "Marsh"} & set(known["associates"].split())
    with pytest.raises(Refusal):
        philomena.write(workspace, child, tmp_path / "missing.docx")
    workspace.register.write_missing(child, "medical", "Asthma; blue inhaler", None)
    assert workspace.register.take_known(child) == len(known) - 1
    paper = workspace.read.missing_paper(child)
    assert (paper.proposed, paper.values["medical"]) == ({}, "Asthma; blue inhaler")
    workspace.store.undo()
    assert workspace.read.missing_paper(child).values["places"] is None


def test_the_paper_says_who_looked_it_over_and_holds_what_a_person_kept(workspace, child, tmp_path):
    workspace.register.take_known(child)
    workspace.register.write_missing(child, "description", "Tall, red hair", None)
    assert "Nobody has looked this over yet" in text_of(written(workspace, child, tmp_path))
    workspace.register.review_missing(child, date(2027, 2, 12))
    blob = written(workspace, child, tmp_path)
    said = text_of(blob)
    for words in ("Ivy Ashdown", "2 April 2011, 15 years old", "Tall, red hair", "Bo Reed",
                  "12 November 2026 by Ada Administrator", "OFFICIAL-SENSITIVE",
                  "The police, while the child is missing"):  # fmt: skip
        assert words in said
    assert "Part 2" not in said and "Why it is needed: " in said
    with workspace.store.reading() as session:
        logged = session.scalars(select(Issue).order_by(Issue.id.desc())).first()
        assert (logged.document, logged.subject_id) == (
            "missing-information-2026-11-12.docx",
            child,
        )
    assert not {"Pike", "Marsh"} & set(said.split())
    assert not broken(blob)


def test_part_2_comes_along_while_the_child_is_missing(workspace, child, tmp_path):
    register = workspace.register
    register.take_known(child)
    episode = register.add_episode(child, reported_at=NOW - timedelta(hours=2))
    register.write_circumstances(episode, "clothing", "Black puffer jacket", None)
    with pytest.raises(Conflict):
        register.write_circumstances(episode, "clothing", "Red coat", "Blue coat")
    said = text_of(written(workspace, child, tmp_path))
    assert "Part 2: this time" in said
    assert "Black puffer jacket" in said
    register.gave_to_police(episode, "Control room, log 412")
    assert workspace.read.missing_paper(child).part_2.given_at == NOW
    register.change_episode(episode, returned_at=NOW)
    assert "Part 2" not in text_of(written(workspace, child, tmp_path))


def test_it_is_looked_at_again_on_a_day_that_the_board_shows(workspace, child):
    register = workspace.register
    with pytest.raises(Refusal):
        register.review_missing(child)
    register.write_missing(child, "description", "Tall", None)
    with pytest.raises(Refusal):
        register.review_missing(child, NOW.date())
    register.review_missing(child, date(2026, 11, 20))
    (row,) = [one for one in workspace.read.clocks() if one.kind == "Missing information"]
    assert (row.words, row.section) == ("8 days left", "philomena")


def test_who_takes_over_what_is_known_writes_nobody_down_whom_they_may_not_know(workspace, child):
    panel = workspace.panel
    council = panel.add_agency("Northmoor Council")
    member = panel.add_member("Ada Bell", council, "Coordinator")
    friend = next(one.id for one in workspace.read.children() if one.name == "Bo Reed")
    meeting = workspace.agenda.plan_meeting(NOW.date() + timedelta(days=7))
    item = workspace.agenda.add(meeting, friend)
    workspace.conduct.declare(meeting, member, "My nephew", item)
    hers = Workspace(workspace.store, Person(None, "Ada Bell", Role.ADMINISTRATOR, member, council))
    hers.register.take_known(child)
    kept = workspace.read.missing_paper(child).values
    assert kept["places"] and "Bo Reed" not in (kept["associates"] or "")


def test_a_tier_that_reads_no_register_is_proposed_nobody_of_the_others(workspace, child):
    panel, tiers = workspace.panel, workspace.tiers
    council = panel.add_agency("Northmoor Council")
    member = panel.add_member("Iris Bell", council, "Director")
    high = tiers.add("High risk group", "extraordinary")
    tiers.unseat(1, member)
    tiers.seat(high, member)
    workspace.agenda.add(workspace.agenda.plan_meeting(NOW.date(), series_id=high), child)
    hers = Workspace(workspace.store, Person(None, "Iris Bell", Role.MEMBER, member, council))
    known = hers.read.missing_paper(child).proposed
    assert "Bo Reed" not in known.get("associates", "")


def test_a_placement_that_says_a_restricted_address_is_not_proposed(workspace, child):
    register, read = workspace.register, workspace.read
    register.change(child, "placement", "Foster home, 4 Tarn Lane", None)
    assert read.missing_paper(child).proposed["addresses"] == "Foster home, 4 Tarn Lane"
    with workspace.store.work("test", "Restrict an address") as session:
        session.add(Address(subject_id=child, kind="home", text="4 Tarn Lane", restricted=True))
    assert "addresses" not in read.missing_paper(child).proposed


def test_whom_to_worry_about_is_no_friend_and_a_suspicion_says_that_it_is_one(workspace, child):
    register = workspace.register
    known = {"source": "police", "confidence": "confirmed", "confirmed": True}
    for name, more in (
        ("Lee Marsh", {"information": Information.FACT}),
        ("Le Marsh", {"information": Information.FACT, **known}),
        ("Nat Frith", {"information": Information.FACT, **known}),
        ("Sol Grey", {"information": Information.OPINION, **known}),
    ):
        man = register.add_person(name, status="active")
        register.link(child, "associates", man, **{"source": "police", **more})
    register.link(child, "associates", register.add_child("Ann Lee"), **known)
    proposed = workspace.read.missing_paper(child).proposed
    assert proposed["associates"].splitlines() == [
        "associates with Bo Reed (suspected)", "associates with Ann Lee"
    ]  # fmt: skip
    assert proposed["worries"].splitlines() == [
        "associates with Lee Marsh, or Le Marsh (suspected)", "associates with Nat Frith"
    ]  # fmt: skip
