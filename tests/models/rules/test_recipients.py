"""Before a document goes it is asked who may be sent it: agency, agreement, heard."""

from datetime import date

import pytest

from models.rules.recipients import Recipient, doubts, is_secure

TODAY = date(2026, 11, 12)
ANN = Recipient("Ann Patel", "Health", "ann@nhs.example", agreement_expires=date(2027, 1, 1))


def of(**changes: object) -> tuple[str, ...]:
    facts = {**vars(ANN), **changes}
    return doubts([Recipient(**facts)], TODAY)


def test_nothing_speaks_against_a_member_whose_agreement_is_in_date() -> None:
    assert of() == ()
    assert of(agreement_expires=TODAY) == ()


@pytest.mark.parametrize("expires", [None, date(2026, 11, 11)])
def test_an_agreement_that_ran_out_or_is_not_on_record_is_said(expires: date | None) -> None:
    assert of(agreement_expires=expires) == (
        "No current information sharing agreement on record: Health.",
    )


def test_each_doubt_is_said_in_its_own_sentence() -> None:
    assert of(agency=None) == ("On no agency's list: Ann Patel.",)
    assert of(active=False) == ("No longer of the panel: Ann Patel (Health).",)
    assert of(heard=False) == ("Neither present nor sent information: Ann Patel.",)


def test_a_missing_address_is_no_doubt_but_a_paper_to_hand_over() -> None:
    assert of(address=None) == ()


def test_nothing_is_asked_of_a_worker_on_no_list() -> None:
    assert doubts([Recipient("Kian Baines", listed=False)], TODAY) == ()


def test_an_agency_is_named_once_for_all_its_members() -> None:
    two = [Recipient(name, "Health") for name in ("Ann Patel", "Bo Reid")]
    assert doubts(two, TODAY) == ("No current information sharing agreement on record: Health.",)


@pytest.mark.parametrize(
    ("address", "secure"),
    [
        ("a@police.example", True),
        ("a@cid.police.example", True),
        ("A@POLICE.EXAMPLE", True),
        ("a@notpolice.example", False),
        ("a@police.example.com", False),
        ("police.example@elsewhere.example", False),
        ("", False),
    ],
)
def test_secure_mail_is_a_listed_domain_or_one_below_it(address: str, secure: bool) -> None:
    assert is_secure(address, ["@Police.example", ""]) is secure
