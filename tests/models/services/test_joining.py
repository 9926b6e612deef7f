"""Two records of one person: whatever hung on either is there afterwards, once."""

from datetime import date, datetime, time

import pytest

from models.entities import (
    Action,
    AgendaItem,
    Link,
    MatchQuestion,
    Meeting,
    PanelSeries,
    Referral,
    Review,
)
from models.errors import Conflict, Refusal
from models.marks import Role
from models.queries import children, items, links, matches, people, pool, referrals, today
from models.queries.joined_records import told_apart
from models.queries.matching import possible_matches
from models.records.reader import Reader
from models.services.agenda import AgendaService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

NOW = datetime(2026, 11, 12, 9, 30)
READER = Reader(now=NOW, role=Role.ADMINISTRATOR, name="Ruth Abbot")
RUTH = Person(1, "Ruth Abbot", Role.ADMINISTRATOR)


@pytest.fixture
def register(store: Store) -> RegisterService:
    return RegisterService(store, RUTH)


def keep(store: Store, *rows):
    with store.work("keep", "Keep") as session:
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


def read(store: Store, query, *given):
    with store.reading() as session:
        return query(session, READER, *given)


def ask(store: Store, subject_id: int, with_id: int, weight: float = 5.0) -> int:
    (question,) = keep(
        store, MatchQuestion(subject_id=subject_id, with_id=with_id, weight=weight, why="near name")
    )
    return question


def test_facts_that_only_the_joined_record_has_are_shown(store, register) -> None:
    lead = register.add_person("Lee Marsh")
    other = register.add_person(
        "Le Marsh", birth_date=date(2001, 2, 3), grounds="Seen at the station"
    )
    register.same(lead, other, "Same phone")
    found = read(store, people.person, lead)
    assert (found.birth_date, found.grounds) == (date(2001, 2, 3), "Seen at the station")
    assert found.also_said == ()
    assert read(store, people.people)[0].aliases == ("Le Marsh",)


def test_what_two_records_say_differently_is_told_with_both(store, register) -> None:
    lead = register.add_child("Ann Low", birth_date=date(2011, 1, 2), school="Harbour High")
    other = register.add_child("Anne Low", birth_date=date(2011, 2, 1), school="Harbour High")
    register.same(lead, other, "Mother confirmed")
    found = read(store, children.child, lead)
    assert found.row.birth_date == date(2011, 1, 2)
    assert [(one.field, one.value, one.record) for one in found.also_said] == [
        ("Date of birth", date(2011, 2, 1), "Anne Low")
    ]


def test_intelligence_of_a_joined_record_stays_unread_by_who_may_not_have_it(
    store, register
) -> None:
    lead = register.add_person("Lee Marsh")
    other = register.add_person(
        "Le Marsh", grounds="A source says he deals", information="intelligence"
    )
    register.same(lead, other, "Same phone")
    with store.reading() as session:
        plain = Reader(now=NOW, role=Role.MEMBER, intelligence=False)
        assert people.person(session, plain, lead).grounds is None
        assert people.person(session, READER, lead).grounds == "A source says he deals"


def test_a_joined_fact_is_changed_where_it_stands_and_conflicts_are_seen(store, register) -> None:
    lead = register.add_person("Lee Marsh")
    other = register.add_person("Le Marsh", birth_date=date(2001, 2, 3))
    register.same(lead, other, "Same phone")
    register.change(lead, "birth_date", date(2001, 2, 4), date(2001, 2, 3))
    assert read(store, people.person, lead).birth_date == date(2001, 2, 4)
    with pytest.raises(Conflict):
        register.change(lead, "birth_date", date(2001, 2, 5), date(2001, 2, 3))
    register.change(lead, "birth_date", None, date(2001, 2, 4))
    assert read(store, people.person, lead).birth_date is None


def test_links_that_two_records_share_are_one_and_end_together(store, register) -> None:
    child = register.add_child("Ann Low")
    lead, other = register.add_person("Lee Marsh"), register.add_person("Le Marsh")
    register.link(lead, "exploits", child, source="School", last_seen=date(2026, 10, 1))
    register.link(other, "exploits", child, source="Police", last_seen=date(2026, 11, 1))
    register.same(lead, other, "Same phone")
    (seen_from_child,) = read(store, links.links_of, child)
    (one,) = read(store, links.links_of, lead)
    assert (seen_from_child.other_id, seen_from_child.other_label) == (lead, "Lee Marsh")
    assert (one.source, one.last_seen) == ("School; Police", date(2026, 11, 1))
    register.end_link(one.id, "Not seen since", one.also)
    assert read(store, links.links_of, child) == ()
    with store.reading() as session:
        assert session.query(Link).filter(Link.ended_on.is_(None)).count() == 0


def test_a_man_named_under_two_joined_names_counts_in_every_item(store, register) -> None:
    one, two = register.add_child("Ann Low"), register.add_child("Bea High")
    lead, other = register.add_person("Lee Marsh"), register.add_person("Le Marsh")
    register.link(lead, "exploits", one)
    register.link(other, "exploits", two)
    meeting = a_meeting(store)
    keep(
        store,
        *(
            AgendaItem(meeting_id=meeting, subject_id=each, kind="new", section="V", position=0)
            for each in (one, two)
        ),
    )
    register.same(lead, other, "Same phone")
    assert len(read(store, links.also_named, meeting)[lead]) == 2
    with store.reading() as session:
        (link,) = links.links_of(session, READER, two, meeting)
    assert (link.other_label, link.tonight) == ("Lee Marsh", ("V1",))


def test_an_immediate_risk_does_not_vanish_with_the_joining(store, register) -> None:
    lead, other = register.add_child("Ann Low"), register.add_child("Anne Low")
    keep(store, Referral(subject_id=other, immediate_risk=True, entered_at=NOW))
    keep(store, Review(subject_id=other, due_on=date(2026, 11, 20), reason="Review"))
    register.same(lead, other, "Same child")
    assert len(read(store, referrals.referrals)) == 1
    assert any("A.L." in line.text for line in read(store, today.today))
    (row,) = read(store, children.children)
    assert (row.id, row.next_review) == (lead, date(2026, 11, 20))


def test_the_agenda_takes_two_joined_records_as_one_subject(store, register) -> None:
    lead, other = register.add_child("Ann Low"), register.add_child("Anne Low")
    for each in (lead, other):
        keep(store, Referral(subject_id=each, outcome="ACCEPT", entered_at=NOW))
    register.same(lead, other, "Same child")
    meeting = a_meeting(store)
    (row,) = read(store, pool.pool, meeting)
    assert (row.subject_id, row.label) == (lead, "Ann Low")
    agenda = AgendaService(store, RUTH)
    agenda.add(meeting, other)
    assert read(store, pool.pool, meeting) == ()
    with pytest.raises(Refusal, match="already"):
        agenda.add(meeting, lead)


def test_the_item_opens_on_what_was_agreed_under_either_name(store, register) -> None:
    lead, other = register.add_child("Ann Low"), register.add_child("Anne Low")
    first, second = a_meeting(store, date(2026, 10, 8)), a_meeting(store)
    earlier, item = keep(
        store,
        AgendaItem(meeting_id=first, subject_id=other, kind="new", section="V", position=0),
        AgendaItem(meeting_id=second, subject_id=lead, kind="new", section="V", position=0),
    )
    keep(
        store,
        Action(
            reference="A001", text="Visit the address", subject_id=other, item_id=earlier,
            meeting_id=first, made_on=date(2026, 10, 8),
        ),
    )  # fmt: skip
    register.same(lead, other, "Same child")
    assert [one.reference for one in read(store, items.item, item).open_actions] == ["A001"]


def test_a_second_question_about_a_joined_record_is_asked_of_the_one_that_stands(
    store, register
) -> None:
    one, two, three = (register.add_person(name) for name in ("Lee Marsh", "Le Marsh", "Lee Mash"))
    first, second, third = ask(store, two, one), ask(store, three, two), ask(store, three, one, 1.0)
    register.settle_match(first, True, "Same phone")
    (left,) = read(store, matches.match_questions)
    assert (left.id, left.with_label, left.label) == (second, "Lee Marsh", "Lee Mash")
    assert "Le Marsh was joined" in left.why
    assert [row.id for row in read(store, matches.questions_about, two)] == [second]
    register.settle_match(second, True, "Same car", three)
    assert read(store, matches.match_questions) == ()
    assert [row.label for row in read(store, people.people)] == ["Lee Mash"]
    with store.reading() as session:
        assert session.get_one(MatchQuestion, third).answer == "same"


def test_joined_records_are_found_again_by_either_name_as_the_one_that_stands(
    store, register
) -> None:
    lead = register.add_child("Aidan Ravenscroft")
    other = register.add_child("Kevin Stoneleigh", birth_date=date(2011, 5, 6))
    register.same(lead, other, "Adopted name")
    with store.reading() as session:
        (found,) = possible_matches(session, READER, "Kevin Stoneleigh", date(2011, 5, 6))
    assert (found.subject_id, found.label) == (lead, "Aidan Ravenscroft")


def a_meeting(store: Store, held_on: date = date(2026, 11, 12)) -> int:
    with store.work("meet", "Meet") as session:
        series = session.get(PanelSeries, 1) or PanelSeries(id=1, name="Northmoor MACE")
        session.add(series)
        session.flush()
    return keep(
        store, Meeting(series_id=1, held_on=held_on, starts=time(9, 30), ends=time(12, 30))
    )[0]


def test_a_child_and_a_person_of_one_name_may_be_said_not_to_be_the_same(store, register) -> None:
    child, person = register.add_child("Lee Marsh"), register.add_person("Lee Marsh")
    ask(store, person, child)
    register.not_same(child, person, "Another boy")
    assert read(store, matches.match_questions) == ()
    with pytest.raises(Refusal, match="same kind"):
        register.same(child, person, "After all")


def test_what_was_said_not_to_be_the_same_is_asked_again_once_that_is_taken_back(
    store, register
) -> None:
    one, other = register.add_person("Lee Marsh"), register.add_person("Le Marsh")
    ask(store, other, one)
    register.not_same(one, other, "Cousins")
    (told,) = read(store, told_apart)
    assert (told.reason, told.decided_by, told.kinds) == (
        "Cousins", "Ruth Abbot", ("person_of_concern", "person_of_concern"),
    )  # fmt: skip
    register.ask_again(other, one)
    assert read(store, told_apart) == ()
    assert len(read(store, matches.match_questions)) == 1
    store.undo()
    assert len(read(store, told_apart)) == 1 and read(store, matches.match_questions) == ()


def test_nothing_is_taken_back_of_what_nobody_said(store, register) -> None:
    one, other = register.add_person("Lee Marsh"), register.add_person("Le Marsh")
    with pytest.raises(Refusal, match="Nobody says"):
        register.ask_again(one, other)
    register.same(one, other, "One man")
    with pytest.raises(Refusal, match="Nobody says"):
        register.ask_again(one, other)
