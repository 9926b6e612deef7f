"""Words that go where nobody is spoken of by name: whatever tells of somebody is found."""

from dataclasses import replace
from datetime import date

import pytest

from models.records.masks import Spoken
from models.rules.bearers import full_mask
from models.rules.families import family_names
from models.rules.name_parts import spoken
from models.rules.nobody_by_name import BIRTH, INITIALS, NAME, NUMBER, REFUSED, Telling, compared

AIDAN = Spoken("Aidan Ravenscroft", "A.R.", ("Razor",), ("Aido",))
TELLING = Telling(
    own=(AIDAN,),
    around=(spoken("Chloe Ashdown"),),
    everybody=replace(
        full_mask([("Aidan Ravenscroft", "Razor"), ("Chloe Ashdown",), ("Lewis Okafor",)]),
        spared=frozenset({"jane khan", "lewis onslow"}),
    ),
    numbers=compared(("LCS-620625", "943 476 5919", "0191 498 0123", "K12 ABC", "kay.dee_99")),
    births=frozenset({date(2011, 1, 21)}),
    schools=frozenset({"riverbank college"}),
    members=frozenset({"jane khan", "lewis onslow"}),
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Aidan Ravenscroft needs national work", NAME),
        ("Aiden Ravenscroft needs national work", NAME),
        ("Aidan R. needs national work", NAME),
        ("Aidan R needs national work", NAME),
        ("Ask Aidan what he wants", NAME),
        ("What Aido told us", NAME),
        ("Razor is how he is known", NAME),
        ("tell A. Ravenscroft's worker", NAME),
        ("The Ravenscroft family has moved", NAME),
        ("Ravenscroft again", NAME),
        ("Taxis, as with Ashdown", NAME),
        ("Taxis, as with Chloe A.", NAME),
        ("Taxis, as with Chloe", NAME),
        ("Lewis Okafor of another year", NAME),
        ("Lewis O. of another year", None),
        ("Taxis at Harbour Park, A.R.", INITIALS),
        ("A. R. at Harbour Park", INITIALS),
        ("AR at Harbour Park", INITIALS),
        ("LCS620625, taxis", NUMBER),
        ("lcs 620625, taxis", NUMBER),
        ("LCS-620625", NUMBER),
        ("NHS 943 476 5919", NUMBER),
        ("NHS 9434765870", NUMBER),
        ("ring 07700 900123", NUMBER),
        ("ring +44 7700 900123", NUMBER),
        ("ring (0191) 498 0123", NUMBER),
        ("seen in AB12 CDE", NUMBER),
        ("seen in k12abc", NUMBER),
        ("as @kay.dee_99 wrote", NUMBER),
        ("The boy of 21 January 2011 needs transport", BIRTH),
        ("born 21/01/11", BIRTH),
        ("born 2011-01-21", BIRTH),
        ("January 21st, 2011", BIRTH),
        ("a girl born on 3rd of March 2012", BIRTH),
        ("The boy at Riverbank College, aged 15", BIRTH),
        ("A 15-year-old of Riverbank College", BIRTH),
        ("The boy at Riverbank College born in 2011", BIRTH),
        ("Riverbank College: the boy of 3 May 2010", BIRTH),
        ("Transport to Riverbank College", None),
        ("A 15-year-old of some college", None),
        ("Ready by 21 January 2027", None),
        ("No beds for over-14s in Q4 2026: fund two by 12/11/2026", None),
        ("12 children (Carlisle 9, Eden 3), 40,000 pounds, 0800 1111", None),
        ("Jane Khan of the NHS and the GP will lead at Ravenscroft Road", None),
        ("A review. A Rapid one, with R. and A. of the list", None),
        (" ", None),
        (None, None),
    ],
)
def test_what_tells_of_somebody_is_found_and_other_words_are_not(text, what) -> None:
    assert TELLING.found(text) == what


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mother: Sarah Dunmore; no contact", ["Sarah Dunmore"]),
        ("Mother Sarah Dunmore and Father Tom O'Dowd", ["Sarah Dunmore", "Tom O'Dowd"]),
        ("Both parents; Full Care Order; Local Authority", []),
        ("Cumbria Council", []),
        (None, []),
    ],
)
def test_the_family_of_a_line_are_its_people_alone(words, names) -> None:
    assert list(family_names(words)) == names


def test_a_plain_abbreviation_is_nobodys_initials_but_one_with_stops_may_be() -> None:
    telling = Telling(own=(spoken("Gail Price"),))
    assert telling.found("a GP asks") is None
    assert telling.found("G.P. asks") == INITIALS


def test_the_refusal_says_what_it_is_and_no_name() -> None:
    said = REFUSED.format(what=TELLING.found("Aidan R."), tier="Strategic group")
    assert "Aidan" not in said and "Strategic group speaks of nobody by name" in said
