"""Who may do what at a panel."""

import pytest

from models.errors import Refusal
from models.marks import Role
from models.rules.access import OPERATIONS, TABLE, check, may


@pytest.mark.parametrize(
    ("operation", "roles"),
    [
        ("record_action", {Role.ADMINISTRATOR, Role.CHAIR, Role.MINUTE_TAKER, Role.SYSTEM}),
        ("accept_referral", {Role.ADMINISTRATOR, Role.CHAIR, Role.SYSTEM}),
        ("approve_minutes", {Role.CHAIR}),
        ("issue_documents", {Role.ADMINISTRATOR, Role.CHAIR}),
        ("see_chair_only", {Role.ADMINISTRATOR, Role.CHAIR}),
        ("enter_intelligence_grading", {Role.MEMBER}),
        ("manage_people", {Role.ADMINISTRATOR, Role.SYSTEM}),
        ("see_log", {Role.ADMINISTRATOR, Role.CHAIR, Role.AUDITOR, Role.SYSTEM}),
        ("undo", {Role.ADMINISTRATOR, Role.CHAIR, Role.MINUTE_TAKER, Role.MEMBER}),
        ("read_records", set(Role)),
    ],
)
def test_the_table_says_who(operation: str, roles: set[Role]) -> None:
    assert {role for role in Role if may(role, operation)} == roles


def test_a_refusal_says_whose_it_is() -> None:
    with pytest.raises(Refusal, match="for: chair"):
        check(Role.MINUTE_TAKER, "approve_minutes")
    check(Role.CHAIR, "approve_minutes")


def test_an_operation_nobody_named_is_a_bug() -> None:
    with pytest.raises(KeyError):
        may(Role.CHAIR, "record_acton")


def test_an_auditor_changes_nothing() -> None:
    changing = ("add", "edit", "record", "accept", "issue", "import", "build", "manage", "undo")
    assert not [one for one in TABLE[Role.AUDITOR] if one.startswith(changing)]


def test_every_operation_belongs_to_somebody() -> None:
    assert set().union(*TABLE.values()) == OPERATIONS
