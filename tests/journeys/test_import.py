"""From the pile of demo papers to the register: every figure that the papers hold is there."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from rapidfuzz.fuzz import ratio
from sqlalchemy import select

from models.clock import SetClock
from models.entities import (
    Action,
    Agency,
    Alias,
    Child,
    InformationLine,
    Link,
    Member,
    MissingEpisode,
    PersonOfConcern,
    Phone,
    Referral,
    ReturnInterview,
    Vehicle,
)
from models.marks import Role
from models.records.papers import ImportedFile
from models.services.panel import PanelService
from models.services.papers import PaperService
from models.services.signed_in import Person
from models.storage.store import Store

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "resources" / "demo"
TRUTH = ROOT / "tests" / "data" / "panel"
PAPERS = (
    "returns", "referrals", "missing_episodes.csv", "action_log.csv", "tracker.xlsx", "members.csv",
)  # fmt: skip
LISTS = frozenset({"places", "types", "indicators", "children"})


@pytest.fixture(scope="module")
def imported() -> tuple[Store, dict[str, ImportedFile]]:
    store = Store.memory(SetClock(datetime(2026, 11, 9, 9, 0)))
    person = Person(1, "Ruth Abbot", Role.ADMINISTRATOR)
    PanelService(store, person).make("Northmoor MACE")
    kept = PaperService(store, person).import_files([DEMO / name for name in PAPERS])
    return store, {one.file: one for one in kept}


def truth(name: str) -> list[dict[str, object]]:
    return json.loads((TRUTH / f"expected_{name}.json").read_text("utf-8"))


def test_every_paper_is_imported(imported) -> None:
    _, kept = imported
    assert Counter(one.status for one in kept.values()) == {"imported": 27}
    assert Counter(one.kind for one in kept.values()) == {
        "child": 10, "person_of_concern": 2, "location": 2, "return": 9, "members": 1,
        "tracker": 1, "missing": 1, "actions": 1,
    }  # fmt: skip


@pytest.mark.parametrize("expected", truth("referrals"), ids=lambda one: one["file"])
def test_each_referral_says_what_its_paper_says(imported, expected) -> None:
    (told,) = imported[1][expected["file"]].records
    for name, value in expected.items():
        if name in {"file", "kind"}:
            continue
        if name == "adults":
            assert _named_alike([one["name"] for one in told["associates"]], value)
        elif name in LISTS:
            assert sorted(told[name]) == sorted(value)
        else:
            assert told[name] == value, name


def _named_alike(told: list[str], meant: list[str]) -> bool:
    """True for the same persons: the papers misspell some by a letter."""
    pairs = zip(sorted(told), sorted(meant), strict=True)
    return all(ratio(one, other) > 80 for one, other in pairs)


def test_referred_children_stand_in_the_register(imported) -> None:
    store, _ = imported
    with store.reading() as session:
        children = {one.system_id: one for one in session.scalars(select(Child))}
        referred = set(session.scalars(select(Referral.subject_id)))
    for expected in truth("referrals"):
        if expected["kind"] == "child":
            child = children[expected["la_id"]]
            assert child.label == expected["name"]
            assert child.birth_date.isoformat() == expected["dob"]
            assert child.id in referred
    assert len(children) == 70


def test_a_misspelt_adult_is_asked_about_and_not_joined(imported) -> None:
    _, kept = imported
    named = {
        (match.label, match.why.split(":")[0])
        for one in kept.values()
        if one.kind == "child"
        for match in one.matches
    }
    assert ("Stefan Radu", "Same vehicle or telephone or account") in named


def test_adults_have_alias_vehicle_and_phone(imported) -> None:
    store, _ = imported
    with store.reading() as session:
        persons = {one.label: one for one in session.scalars(select(PersonOfConcern))}
        for expected in truth("adults"):
            person = persons.get(expected["name"])
            if person is None:
                continue
            ids = set(session.scalars(select(Link.to_id).where(Link.from_id == person.id)))
            plates = session.scalars(select(Vehicle.label).where(Vehicle.id.in_(ids)))
            phones = session.scalars(select(Phone.digits).where(Phone.id.in_(ids)))
            aliases = session.scalars(select(Alias.name).where(Alias.subject_id == person.id))
            assert set(plates) <= {expected["vehicle"]}
            assert set(phones) <= {expected["phone"].replace(" ", "")}
            assert expected["alias"] in set(aliases)
    assert {"Lee Marsh", "Nathan Frith", "Darren Pike"} <= set(persons)


def test_every_line_of_every_return_is_filed_as_its_agency_said(imported) -> None:
    store, _ = imported
    expected = Counter(_expected(one) for one in truth("returns"))
    with store.reading() as session:
        agencies = dict(session.execute(select(Agency.id, Agency.name)).all())
        ids = dict(session.execute(select(Child.id, Child.system_id)).all())
        found = Counter(
            _found(one, agencies, ids) for one in session.scalars(select(InformationLine))
        )
    assert found == expected


def _expected(one: dict[str, object]) -> tuple[object, ...]:
    share = str(one["share"])
    held_back = share.startswith("Not shared")
    named = tuple(sorted(share.split("; "))) if ";" in share else ()
    sharing = "not shared" if held_back else "named agencies" if named else share.lower()
    text = None if held_back else one["text"]
    return one["agency"], one["child"], one["date"], text, str(one["kind"]).lower(), sharing, named


def _found(
    one: InformationLine, agencies: dict[int, str], ids: dict[int, str]
) -> tuple[object, ...]:
    named = tuple(sorted(agencies[agency] for agency in one.shared_with))
    return (
        agencies[one.agency_id], ids[one.subject_id], one.information_date.isoformat(), one.text,
        one.information, one.sharing, named,
    )  # fmt: skip


def test_the_lists_are_filed_whole(imported) -> None:
    store, _ = imported
    with store.reading() as session:
        counted = {
            kind: len(session.scalars(select(kind)).all())
            for kind in (Member, MissingEpisode, ReturnInterview, Action)
        }
        owners = session.scalars(select(Action.owner_id)).all()
        subjects = session.scalars(select(Action.subject_id)).all()
    assert counted == {Member: 18, MissingEpisode: 48, ReturnInterview: 39, Action: 18}
    assert all(owners) and all(subjects)


def test_the_same_pile_again_changes_nothing(imported) -> None:
    store, _ = imported
    service = PaperService(store, Person(1, "Ruth Abbot", Role.ADMINISTRATOR))
    before = store.last_operation
    again = service.import_files([DEMO / name for name in PAPERS])
    assert {one.status for one in again} == {"duplicate"}
    assert store.last_operation == before
