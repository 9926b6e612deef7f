"""Where two agencies differ on one fact, and where they do not."""

import pytest

from models.rules.contradictions import Told, contradictions
from models.rules.nothing_known import is_nothing_known

OWN = ("Aidan", "Ravenscroft")


def differ(one: str, other: str) -> dict[str, list[str]]:
    """The facts on which two agencies differ, with the value of each."""
    said = contradictions([Told("Police", one), Told("Health", other)], OWN)
    return {each.fact: [told.value for told in each.said] for each in said}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On a child protection plan since May", "Subject to a child protection plan"),
        ("Child in need plan", "Never looked after"),
        ("Open to social care", "On a child protection plan"),
        ("Lives at NM3 7HQ", "Seen in NM1 2AB"),
        ("Lives at NM3 7HQ", "Moved to nm37hq"),
        ("Attends Northmoor Academy", "School: Northmoor"),
        ("Attends Northmoor Academy", "Her sister attends Harbour School"),
        ("Attends Northmoor Academy", "Will start at Harbour School; may attend Harbour School"),
        ("Lives at NM3 7HQ", "Darren Pike lives at NM1 2AB"),
        ("Lives at NM3 7HQ", "Seen with Darren Pike. He lives at NM1 2AB"),
        ("Missing 3 times in the last 90 days", "Missing 5 times in the last 12 months"),
        ("In contact with Darren Pike", "No contact with Stefan Radu"),
        ("At high risk of exploitation", "At low risk of harm from dogs"),
        ("Social worker: Kian Baines", "Social worker: K. Baines"),
        ("DOB: 12/03/2010", "Born on 12 March 2010"),
        ("School: not known", "School: Northmoor Academy"),
        ("Risk level: Low", "Risk level: Standard"),
        ("Risk level: Low", "Risk: a serious assault by older males near the station"),
        ("Lives with his mum", "Aidan lives with his mother and step-father"),
        ("Lives with his mum", "Aidan lives with his parents"),
        ("Lives with his mum", "He lives with his mother and father"),
        ("Lives with his mum", "Her friend lives with his dad"),
        ("DOB: 12/03/2010", "His sister's date of birth is 12 March 2013"),
        ("On a child protection plan", "Closed to CAMHS in May"),
        ("On a child protection plan", "Looked after by his nan at weekends"),
        ("On a child protection plan", "On a waiting list; open to youth justice"),
        ("Risk of exploitation is low", "At some risk of exploitation, serious violence near"),
    ],
)
def test_what_agrees_or_is_of_somebody_else_is_no_contradiction(one: str, other: str) -> None:
    assert differ(one, other) == {}


@pytest.mark.parametrize(
    ("one", "other", "fact", "values"),
    [
        (
            "On a child protection plan",
            "Was on a CP plan until June; now child in need",
            "Plan",
            ["Child Protection plan", "Child in Need plan"],
        ),
        (
            "Legal status: s20",
            "He is subject to a full care order.",
            "Legal status",
            ["Single period of accommodation under section 20", "Full care order"],
        ),
        ("Lives at NM3 7HQ", "Placed at NM1 2AB", "Where the child lives", ["NM3 7HQ", "NM1 2AB"]),
        (
            "Aidan lives with his mother",
            "Placed with foster carers",
            "With whom the child lives",
            ["At home", "Foster care"],
        ),
        (
            "Education: Northmoor Academy",
            "He is not on roll at any school",
            "School or college",
            ["Northmoor Academy", "none"],
        ),
        (
            "On a child protection plan",
            "Closed to children’s social care in May",
            "Plan",
            ["Child Protection plan", "Not open"],
        ),
        ("CSE category: CSE2", "Category: 3", "Category", ["CSE2", "CSE3"]),
        (
            "At high risk of exploitation",
            "Risk level: Medium",
            "Level of risk",
            ["High", "Medium"],
        ),
        (
            "Missing 3 times in the last 90 days",
            "Reported missing on five occasions in the last 90 days",
            "Times missing in the last 90 days",
            ["3", "5"],
        ),
        (
            "Aidan is in contact with Darren Pike",
            "No contact with Darren Pike since May",
            "In contact with Darren Pike",
            ["yes", "no"],
        ),
        ("DOB: 12/03/2010", "Born on 12 March 2011", "Date of birth", ["12/03/2010", "12/03/2011"]),
        (
            "Aidan lives with his mother and grandmother",
            "Lives with dad at the moment",
            "With which parent the child lives",
            ["mother", "father"],
        ),
        (
            "DOB: 12/03/2010",
            "His date of birth is 12 March 2011",
            "Date of birth",
            ["12/03/2010", "12/03/2011"],
        ),
        (
            "NRM referral made in May",
            "No NRM referral made",
            "National Referral Mechanism",
            ["Referred, awaiting decision", "Considered, not referred"],
        ),
    ],
)
def test_two_agencies_differ(one: str, other: str, fact: str, values: list[str]) -> None:
    assert differ(one, other) == {fact: values}


def test_an_agency_does_not_contradict_itself() -> None:
    told = [Told("Police", "Lives at NM3 7HQ"), Told("Police", "Moved to NM1 2AB")]
    assert not contradictions(told)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Nothing known to our service", True),
        ("No information held.", True),
        ("Nil return", True),
        ("Not known to YJS", True),
        ("Nothing was stolen from the shop that night", False),
        (f"No contact with father since May; {'mother is worried; ' * 9}", False),
        ("", False),
        (None, False),
    ],
)  # fmt: skip
def test_an_agency_says_that_it_knows_nothing(text: str | None, nothing: bool) -> None:
    assert is_nothing_known(text) is nothing
