"""Who may read which record, and what the look-up and the time line give."""

from dataclasses import replace
from datetime import date, datetime
from random import Random

import pytest

from models.entities import (
    AgendaItem,
    Alias,
    Child,
    Meeting,
    PanelSeries,
    PersonOfConcern,
    Place,
    Referral,
)
from models.errors import Refusal
from models.marks import Role
from models.queries import children, find, history, matching, people, places
from models.records.reader import Reader
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.storage.store import Store

READER = Reader(now=datetime(2026, 11, 12, 9, 30), role=Role.ADMINISTRATOR, name="Ruth Abbot")


@pytest.fixture
def register(store: Store) -> RegisterService:
    return RegisterService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))


def hits(store: Store, words: str, reader: Reader = READER) -> list[tuple[str, str]]:
    with store.reading() as session:
        return [(one.label, one.detail) for one in find.find(session, reader, words)]


def test_a_reader_with_an_interest_finds_nothing_of_the_child(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low", birth_date=date(2010, 1, 1))
    also = register.add_person("", child_id=one)
    held = replace(READER, conflicted_subjects=frozenset({one}))
    with store.reading() as session:
        assert children.children(session, held) == ()
        assert people.people(session, held) == ()
        assert find.find(session, held, "Low") == ()
        assert matching.possible_matches(session, held, "Ann Low") == ()
        for read, subject in (
            (children.child, one), (people.person, also), (history.history, one)
        ):  # fmt: skip
            with pytest.raises(Refusal):
                read(session, held, subject)
        assert len(people.people(session, READER)) == 1


def test_the_list_of_persons_says_what_each_record_lacks_and_when_it_is_reviewed(
    store: Store, register: RegisterService
) -> None:
    register.add_person("Dan Bare")
    whole = register.add_person("Dan Whole", grounds="Named by two children", source="Police")
    register.change(whole, "review_on", date(2027, 1, 4), None)
    nominated = register.add_person("Dan Told")
    with store.work("refer", "Refer") as session:
        told = {"reason": "Seen with a child", "referrer_agency": "Police"}
        session.add(Referral(subject_id=nominated, received_on=date(2026, 11, 1),
                             entered_at=READER.now, **told))  # fmt: skip
    with store.reading() as session:
        bare, told, stands = people.people(session, READER)
    assert bare.missing == ("grounds", "a source", "a day of review")
    assert told.missing == ("a day of review",)
    assert stands.missing == () and stands.review_on == date(2027, 1, 4)


def test_a_guest_sees_only_the_subjects_of_the_guest_s_items(
    store: Store, register: RegisterService
) -> None:
    one, other = register.add_child("Ann Low"), register.add_child("Bea High")
    with store.work("plan", "Plan") as session:
        session.add(PanelSeries(name="Northmoor"))
        session.flush()
        at = READER.now.time()
        held = Meeting(series_id=1, held_on=date(2026, 11, 12), starts=at, ends=at)
        session.add(held)
        session.flush()
        item = AgendaItem(meeting_id=held.id, subject_id=one, section="V", position=1, kind="new")
        session.add(item)
        session.flush()
    guest = replace(READER, role=Role.MEMBER, only_items=frozenset({item.id}))
    with store.reading() as session:
        assert [row.id for row in children.children(session, guest)] == [one]
        assert [row.id for row in find.find(session, guest, "bea")] == []
        with pytest.raises(Refusal):
            children.child(session, guest, other)


def test_intelligence_grounds_are_not_read_for_who_may_not_have_them(
    store: Store, register: RegisterService
) -> None:
    one = register.add_person("Wes Tate", grounds="Seen at night", information="intelligence")
    with store.reading() as session:
        assert people.person(session, READER, one).grounds == "Seen at night"
        without = replace(READER, intelligence=False)
        assert people.person(session, without, one).grounds is None


@pytest.mark.parametrize(
    ("words", "label", "detail"),
    [
        ("raven", "Aidan Ravenscroft", "Name"),
        ("RAVENSCROFT aidan", "Aidan Ravenscroft", "Name"),
        ("o'brien", "Zoë O’Brien", "Name"),
        ("obrien zoe", "Zoë O’Brien", "Name"),
        ("cl 645", "Aidan Ravenscroft", "System id: CL645336"),
        ("big w", "Wesley Tate", "Also known as: Big W"),
        ("ar", "Aidan Ravenscroft", "Initials of Aidan Ravenscroft"),
        ("ab12", "AB12 CDE", "Name"),
        ("ab 12cde", "AB12 CDE", "Name"),
        ("+44 7700 900123", "07700 900123", "Name"),
        ("900123", "07700 900123", "Name"),
        ("ghost", "ghost_97 (Snapchat)", "Name"),
        ("skate", "Moor Road skatepark", "Name"),
        ("tate big", "Wesley Tate", "Also known as: Big W"),
    ],
)
def test_the_look_up_says_why(
    store: Store, register: RegisterService, words: str, label: str, detail: str
) -> None:
    register.add_child("Aidan Ravenscroft", system_id="CL645336")
    register.add_child("Zoë O’Brien")
    register.add_person("Wesley Tate", aliases=["Big W"])
    register.add_vehicle("AB12 CDE")
    register.add_phone("07700 900123")
    register.add_account("ghost_97", "Snapchat")
    register.add_place("Moor Road skatepark")
    assert hits(store, words)[0] == (label, detail)


@pytest.mark.parametrize("words", ["", "  ", "''", "%", "xyzzy", "("])
def test_odd_words_find_nothing_and_do_no_harm(
    store: Store, register: RegisterService, words: str
) -> None:
    register.add_child("Ann Low")
    assert hits(store, words) == []


def test_one_or_two_letters_find_only_what_begins_with_them(
    store: Store, register: RegisterService
) -> None:
    for name in ("Li Wen", "Alison Field", "Oliver Hall"):
        register.add_child(name)
    assert hits(store, "li") == [("Li Wen", "Name")]


def test_the_look_up_follows_every_change(store: Store, register: RegisterService) -> None:
    one = register.add_child("Ann Low")
    assert hits(store, "Low")
    register.change(one, "name", "Ann Marsh", "Ann Low")
    alias = register.add_alias(one, "Tinks", "street name")
    assert alias
    assert hits(store, "Low") == []
    assert hits(store, "tinks") == [("Ann Marsh", "Also known as: Tinks")]
    store.undo()
    assert hits(store, "tinks") == []
    store.undo()
    assert hits(store, "Low") == [("Ann Low", "Name")]
    store.undo()
    assert hits(store, "Ann") == []


def test_a_place_and_a_group_have_pages(store: Store, register: RegisterService) -> None:
    place = register.add_place("Skatepark", place_type="skatepark", district="Eden")
    group = register.add_group("River boys", assessment="Growing")
    one = register.add_child("Ann Low")
    register.link(one, "frequents", place)
    with store.reading() as session:
        assert places.places(session, READER)[0].detail == "skatepark · Eden"
        assert places.place(session, READER, group).what_happens == "Growing"
        assert [x.relation for x in places.place(session, READER, place).links] == [
            "is frequented by"
        ]
        with pytest.raises(Refusal):
            places.place(session, READER, one)


def test_a_time_line_tells_the_latest_first(store: Store, register: RegisterService) -> None:
    one = register.add_child("Ann Low", plan="CIN", since=date(2026, 1, 1))
    register.add_assessment(one, assessed_on=date(2026, 3, 1), level="High", author="Sam Hill")
    register.add_episode(one, reported_at=datetime(2026, 2, 1, 22))
    with store.reading() as session:
        rows = history.history(session, READER, one)
    assert [(row.kind, row.at) for row in rows] == [
        ("assessment", date(2026, 3, 1)),
        ("missing", date(2026, 2, 1)),
        ("status", date(2026, 1, 1)),
    ]
    assert rows[0].text == "Risk assessment: High, by Sam Hill"


def test_a_time_line_says_what_became_of_a_referral_in_words_and_no_plan_to_speak_of_it(
    store: Store, register: RegisterService
) -> None:
    one = register.add_child("Ann Low")
    with store.work("refer", "Refer") as session:
        session.add(
            Referral(
                subject_id=one,
                entered_at=datetime(2026, 2, 1, 9),
                outcome="ACCEPT",
                outcome_reason="Meets the criteria",
                outcome_at=datetime(2026, 2, 2, 9),
            )
        )
        session.add(PanelSeries(name="Northmoor"))
        session.flush()
        at = READER.now.time()
        planned = Meeting(series_id=1, held_on=date(2026, 3, 1), starts=at, ends=at)
        session.add(planned)
        session.flush()
        session.add(
            AgendaItem(meeting_id=planned.id, subject_id=one, section="V", position=1, kind="new")
        )
    with store.reading() as session:
        rows = history.history(session, READER, one)
    assert [row.text for row in rows] == ["Triage: accept to panel. Meets the criteria", "Referral"]


@pytest.fixture
def crowded(store: Store) -> Store:
    """Four thousand people and six thousand places."""
    chance = Random(7)
    firsts = [f"{a}{b}" for a in ("Jas", "Le", "Ty", "Ok", "Fin", "Am", "Ai") for b in
              ("mine", "wis", "rell", "sana", "ley", "ber", "dan", "lin", "ron")]  # fmt: skip
    lasts = [f"{a}{b}" for a in ("Under", "Raven", "White", "Nix", "Zie", "Ash", "Black", "Hart")
             for b in ("hill", "croft", "aker", "on", "ley", "worth", "ford", "well")]  # fmt: skip
    with store.work("crowd", "Crowd") as session:
        for n in range(3000):
            born = date(2006, 1, 1).fromordinal(date(2006, 1, 1).toordinal() + n)
            label = f"{chance.choice(firsts)} {chance.choice(lasts)}"
            session.add(Child(label=label, system_id=f"CL{n:06d}", birth_date=born))
        for n in range(1000):
            label = f"{chance.choice(firsts)} {chance.choice(lasts)}"
            session.add(PersonOfConcern(label=label, postcode=f"CA{n % 20} {n % 9}AB"))
        for n in range(6000):
            session.add(Place(label=f"{chance.choice(lasts)} Street {n}"))
        session.flush()
        session.add(Alias(subject_id=5, name="Smudge"))
    return store


def test_ten_thousand_subjects_are_looked_through_and_few_are_shown(crowded: Store) -> None:
    assert hits(crowded, "smudge")
    with crowded.reading() as session:
        assert len(find.find(session, READER, "e")) <= 20
        asked = ("Jasmin Ravencroft", date(2009, 5, 1), "CA1 1AB")
        assert len(matching.possible_matches(session, READER, *asked)) <= 20
        assert len(children.children(session, READER)) > 2000
