"""How far an NRM referral has come, who may refer, and by when it is decided."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from models import codes
from models.rules.first_responders import first_responder_warning
from models.rules.nrm import (
    flags,
    flags_together,
    nrm_clock,
    referring_warning,
    stage_of,
    status_words,
    still_run,
)
from models.rules.nrm_order import set_back

DAY = date(2026, 11, 12)


@dataclass(frozen=True)
class Told:
    considered: bool | None = None
    considered_on: date | None = None
    to_refer: bool | None = None
    referred_on: date | None = None
    deciding_body: str | None = None
    reasonable_grounds: str | None = None
    reasonable_grounds_on: date | None = None
    conclusive_grounds: str | None = None
    reconsideration_on: date | None = None
    reconsideration: str | None = None
    guardian: str | None = None
    section_45: bool | None = None
    as_worded: str | None = None


@pytest.mark.parametrize(
    ("told", "stage"),
    [
        ({}, "not considered"),
        ({"considered": True}, "considered"),
        ({"considered": True, "to_refer": True}, "to refer"),
        ({"considered": True, "to_refer": False}, "not referred"),
        ({"referred_on": DAY}, "referred"),
        ({"referred_on": DAY, "reasonable_grounds": "Positive"}, "rg positive"),
        ({"referred_on": DAY, "reasonable_grounds": "Negative"}, "rg negative"),
        ({"referred_on": DAY, "reasonable_grounds": "Suspended"}, "suspended"),
        ({"reasonable_grounds": "Positive", "conclusive_grounds": "Positive"}, "cg positive"),
        ({"reasonable_grounds": "Positive", "conclusive_grounds": "Withdrawn"}, "withdrawn"),
        ({"reasonable_grounds": "Negative", "reconsideration_on": DAY}, "reconsideration"),
        ({"reasonable_grounds": "Negative", "reconsideration_on": DAY,
          "reconsideration": "Positive"}, "rg positive"),
        # What a paper says counts where nobody has entered more.
        ({"as_worded": "RG positive", "referred_on": DAY}, "rg positive"),
        ({"as_worded": "Referred"}, "referred"),
        ({"as_worded": "Not considered", "referred_on": DAY}, "referred"),
        ({"as_worded": "Referred", "reasonable_grounds": "Negative"}, "rg negative"),
    ],
)  # fmt: skip
def test_how_far_a_referral_has_come(told: dict[str, Any], stage: str) -> None:
    assert stage_of(Told(**told)) == stage


@pytest.mark.parametrize(
    ("told", "usual", "today", "due", "words"),
    [
        # The Single Competent Authority: five working days, past a weekend.
        ({"referred_on": DAY, "deciding_body": "sca"}, None, date(2026, 11, 17), date(2026, 11, 19),
         "2 days left, aimed at by Thu 19 Nov 2026"),
        # Over Christmas: two bank holidays and New Year are no working days.
        ({"referred_on": date(2026, 12, 23), "deciding_body": "sca"}, None, date(2027, 1, 5),
         date(2027, 1, 4), "1 day over, aimed at by Mon 4 Jan 2027"),
        # A devolved panel: 45 days, weekends counted.
        ({"referred_on": DAY, "deciding_body": "devolved"}, None, date(2026, 12, 27),
         date(2026, 12, 27), "today, due by Sun 27 Dec 2026"),
        ({"referred_on": DAY}, "devolved", date(2026, 12, 28), date(2026, 12, 27),
         "1 day over, due by Sun 27 Dec 2026"),
        ({"referred_on": DAY}, None, DAY, None,
         "since Thu 12 Nov 2026; which body decides is not recorded"),
        ({"referred_on": DAY, "deciding_body": "ieca"}, None, DAY, None,
         "since Thu 12 Nov 2026; no time is set"),
        ({"to_refer": True, "considered_on": DAY}, None, DAY, None,
         "since Thu 12 Nov 2026; no time is set"),
        ({"reasonable_grounds": "Positive", "reasonable_grounds_on": DAY}, "sca", DAY, None,
         "since Thu 12 Nov 2026; no time is set"),
    ],
)  # fmt: skip
def test_the_deciding_body_has_its_own_clock(
    told: dict[str, Any], usual: str | None, today: date, due: date | None, words: str
) -> None:
    clock = nrm_clock(Told(**told), usual, today)
    assert clock is not None
    assert (clock.due, clock.words) == (due, words)
    assert clock.overdue == ("over" in words)


def test_the_times_are_the_panels_own_data() -> None:
    row = codes.find("nrm_bodies", "sca")
    assert isinstance(row, codes.DecidingBody)
    codes.adopt((codes.OwnRow("nrm_bodies", "sca", {"reasonable_working_days": 10}),), DAY)
    clock = nrm_clock(Told(referred_on=DAY, deciding_body="sca"), None, DAY)
    assert clock is not None
    assert clock.due == date(2026, 11, 26)
    assert replace(row, aims=False) != row


def test_a_decided_referral_waits_for_nothing() -> None:
    told = Told(referred_on=DAY, conclusive_grounds="Positive")
    assert nrm_clock(told, "sca", DAY) is None
    assert status_words(told) == "Positive conclusive grounds"


@pytest.mark.parametrize(
    ("name", "kind", "may"),
    [
        ("Northmoor Constabulary", "police", True),
        ("Northmoor Constabulary", None, True),
        ("Children's social care", None, True),
        ("Salvation Army", None, True),
        ("Barnardo's", "voluntary", True),
        ("barnardos", None, True),
        ("Barnardo's garden", None, False),
        ("Barnardo's garden", "voluntary", False),
        ("Salvation Army charity shop", None, False),
        ("NSPCC CTAC", None, True),
        ("UKVI/Border Force", None, True),
        ("Devon and Cornwall Police", None, True),
        ("Northmoor County Council (MASH)", None, True),
        ("MASH", None, True),
        ("Police cadets", None, False),
        ("Northmoor youth council", None, False),
        ("Friends of the police", None, False),
        ("Tarn High School", "school", False),
        ("Health", "health", False),
        ("Catch22", "voluntary", False),
        (None, None, True),
    ],
)
def test_only_first_responders_may_refer(name: str | None, kind: str | None, may: bool) -> None:
    warning = first_responder_warning(name, kind)
    assert bool(warning) is not may
    if warning:
        assert warning.startswith(f"{name} is no first responder")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, []),
        ({"to_refer": True, "considered_on": DAY}, ["NRM referral to be made since 12 Nov"]),
        ({"referred_on": date(2026, 11, 2), "deciding_body": "sca"},
         ["NRM decision 3 days over", "No ICTG recorded"]),
        ({"referred_on": DAY, "deciding_body": "sca", "guardian": "Ms Ode", "section_45": True},
         ["Section 45 raised"]),
        ({"referred_on": DAY, "conclusive_grounds": "Negative"}, []),
    ],
)  # fmt: skip
def test_the_head_of_an_item_says_what_is_late_or_missing(
    told: dict[str, Any], words: list[str]
) -> None:
    assert [said for said, _ in flags(Told(**told), None, DAY)] == words


@pytest.mark.parametrize(
    ("text", "agency", "warned"),
    [
        ("Submit the NRM referral", "Tarn High School", True),
        ("NRM to be submitted within 2 days", "Health", True),
        ("Refer to the National Referral Mechanism", "Northmoor Constabulary", False),
        ("Make the NRM referral", None, False),
        ("Ask police where the NRM stands", "Tarn High School", False),
    ],
)
def test_an_action_to_refer_warns_where_its_agency_may_not(
    text: str, agency: str | None, warned: bool
) -> None:
    assert bool(referring_warning(text, agency)) is warned


GROUNDS = {"referred_on": date(2026, 9, 1), "reasonable_grounds": "Positive"}
AGAIN = {"considered_on": DAY, "to_refer": True}


@pytest.mark.parametrize(
    ("entries", "run"),
    [
        ([GROUNDS], (True,)),
        ([GROUNDS, AGAIN], (True, True)),
        ([GROUNDS, {"considered_on": DAY, "to_refer": False}], (True, True)),
        ([GROUNDS, {"referred_on": DAY}], (True, True)),
        ([{**GROUNDS, "conclusive_grounds": "Positive"}, AGAIN], (False, True)),
        ([AGAIN, AGAIN], (False, True)),
        # The same referral told once more.
        ([GROUNDS, {"referred_on": date(2026, 9, 1)}], (False, True)),
        ([{"as_worded": "Referred"}, {"referred_on": DAY}], (False, True)),
        ([GROUNDS, {"as_worded": "Withdrawn"}], (False, True)),
        ([], ()),
    ],
)
def test_each_referral_to_be_decided_keeps_its_clock(
    entries: list[dict[str, Any]], run: tuple[bool, ...]
) -> None:
    assert still_run([Told(**one) for one in entries]) == run


def test_the_head_tells_of_an_earlier_referral_too() -> None:
    first, again = Told(**GROUNDS, guardian="Ms Ode"), Told(**AGAIN)
    assert [words for words, _ in flags_together((first, again), None, DAY)] == [
        "NRM referral to be made since 12 Nov",
        "Earlier NRM referral: conclusive grounds decision awaited",
    ]


@pytest.mark.parametrize(
    ("standing", "said", "asks"),
    [
        ("Referred, awaiting decision", "considered", True),
        ("Referred, awaiting decision", "being considered", True),
        ("Referred, awaiting decision", "", True),
        ("Referred, awaiting decision", "RG positive", False),
        ("Referred, awaiting decision", "withdrawn", False),
        ("Referred, awaiting decision", "our own words", False),
        ("To be referred", "Considered, not referred", True),
        ("Positive reasonable grounds", "submitted", True),
        ("Negative reasonable grounds", "reconsideration requested", False),
        ("Not considered", "considered", False),
        ("Considered, not referred", "under consideration", False),
        (None, "considered", False),
        ("our own words", "considered", False),
    ],
)
def test_a_word_that_would_set_a_childs_nrm_back_is_asked_about(
    standing: str | None, said: str, asks: bool
) -> None:
    assert bool(set_back(standing, said)) is asks


def test_who_is_being_considered_is_not_yet_to_be_referred() -> None:
    for words in ("being considered", "under consideration"):
        assert codes.recognise("nrm_statuses", words) == codes.find("nrm_statuses", "considering")
