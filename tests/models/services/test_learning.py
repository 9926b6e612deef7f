"""Champions of agencies and training: who, since when, and what is to be renewed."""

from datetime import date, timedelta

import pytest

from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.marks import Role
from models.rules.learning import overdue, renew_on
from models.services.signed_in import Person
from models.workspace import Workspace

TODAY = date(2026, 11, 12)


@pytest.fixture
def workspace(clock: SetClock):
    made = Workspace.memory("Coordinator", clock)
    made.panel.make("Northmoor MACE")
    yield made
    made.close()


@pytest.fixture
def police(workspace: Workspace) -> int:
    return workspace.panel.add_agency("Police", core=True)


@pytest.mark.parametrize(
    ("done", "months", "by", "late"),
    [
        (date(2024, 11, 12), 24, date(2026, 11, 12), False),
        (date(2024, 11, 11), 24, date(2026, 11, 11), True),
        (date(2024, 2, 29), 12, date(2025, 2, 28), True),
        (date(2010, 1, 1), None, None, False),
    ],
)
def test_training_is_renewed_on_the_same_day_so_many_months_later(
    done: date, months: int | None, by: date | None, late: bool
) -> None:
    assert renew_on(done, months) == by
    assert overdue(by, TODAY) == late


def test_a_core_agency_without_a_champion_of_today_is_named(
    workspace: Workspace, police: int
) -> None:
    learning, read = workspace.learning, workspace.read
    workspace.panel.add_agency("Library", core=False)
    today = workspace.store.clock.today()
    assert read.without_champion() == ("Police",)
    one = learning.add_champion(police, "Jane Khan", since=today - timedelta(days=9))
    assert read.without_champion() == ()
    learning.change_champion(one, "until", today, None)
    assert read.without_champion() == ("Police",)
    assert [row.name for row in read.champions()] == ["Jane Khan"]
    with pytest.raises(Refusal, match="ends before"):
        learning.change_champion(one, "since", today + timedelta(days=1), today - timedelta(days=9))
    with pytest.raises(Conflict):
        learning.change_champion(one, "name", "J. Khan", "Somebody else")


def test_training_done_again_is_to_be_renewed_from_then_alone(
    workspace: Workspace, police: int
) -> None:
    learning, read = workspace.learning, workspace.read
    today = workspace.store.clock.today()
    first = learning.add_training(police, "Jane Khan", "nrm", today - timedelta(days=1000))
    assert [row.overdue for row in read.trainings()] == [True]
    again = learning.add_training(police, "jane khan", "nrm", today)
    assert [(row.id, row.overdue, row.renew_on is None) for row in read.trainings()] == [
        (again, False, False), (first, False, True),
    ]  # fmt: skip
    learning.remove_training(again)
    assert [row.overdue for row in read.trainings()] == [True]


@pytest.mark.parametrize(
    ("name", "course", "days", "match"),
    [
        (" ", "nrm", 0, "who it is"),
        ("Jane Khan", "unheard of", 0, "the course"),
        ("Jane Khan", "nrm", 1, "still to come"),
    ],
)
def test_what_training_lacks_is_refused(
    workspace: Workspace, police: int, name: str, course: str, days: int, match: str
) -> None:
    day = workspace.store.clock.today() + timedelta(days=days)
    with pytest.raises(Refusal, match=match):
        workspace.learning.add_training(police, name, course, day)
    assert workspace.read.trainings() == ()


def test_champions_and_training_are_kept_by_the_coordinator(
    workspace: Workspace, police: int
) -> None:
    hers = Workspace(workspace.store, Person(None, "Member", Role.MEMBER, None))
    with pytest.raises(Refusal):
        hers.learning.add_champion(police, "Jane Khan")
