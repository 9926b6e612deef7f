"""Whom, where and what running text names, and whom it only mentions."""

import pytest

from models.intake.understanding.prose_people import age_told, people_told
from models.intake.understanding.prose_places import places_told


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "She is collected by an adult called Wesley Crane, who drives a black Passat.",
            "Wesley Crane",
        ),
        ("A lad called Tam (19) waits at the gate.", "Tam"),
        ("Older men come, one they call “Big Ron” brings vodka.", "Big Ron"),
        ("Messages from a man calling himself Jonno_77 were on the tablet.", "Jonno_77"),
        ("He sleeps at the flat of Owen Piers DRABBLE, DOB 04/02/1996.", "Owen Piers Drabble"),
        ("He was stopped with Luke HARTOP (born 11.3.2003) in a white van.", "Luke Hartop"),
        ("Older brother of a friend, Sid Marlow, also mentioned.", "Sid Marlow"),
        ("He told a friend he is “working for Digger”.", "Digger"),
        ("“Spider”, believed to be Neil Gorse (24), runs it.", "Neil Gorse"),
        ("She speaks of Carl Venn, who is known as Cheese and drives a Golf.", "Carl Venn"),
        ("She met someone called Moz in June (real name Morris Teague).", "Morris Teague"),
        ("He hides things for men he calls Uncle Vic and Bomber.", "Uncle Vic; Bomber"),
        ("“Tick’s” flat is where they drink, with “his mate Lol”.", "Tick; Lol"),
    ],
)
def test_text_names_somebody_with_a_sign_of_danger(text: str, named: str) -> None:
    assert "; ".join(str(one["name"]) for one in people_told(text, 2026)) == named


@pytest.mark.parametrize(
    "text",
    [
        "Her social worker, Ivan Prior, met Gail Short, school nurse, and Mrs Odell.",
        "Mum, Tess Farrow (38), is worried. Her sister Jodie Farrow (17) is at college.",
        "He said “No” and “I can’t”. The app called Yubo is on his phone.",
        "A Child Protection plan since May; Youth Justice Service, Lowmoor.",
        "PC Ian Selby attended and Dr Rao saw her on 3 May.",
        "It is run as the “Rocco” line. They go to a club called Embers.",
    ],
)
def test_family_professionals_sayings_and_things_are_nobody_of_concern(text: str) -> None:
    assert people_told(text, 2026) == ()


def test_the_child_and_those_the_form_knows_are_left_out() -> None:
    assert (
        people_told("“Mim” was with Dean Foy (22).", 2026, frozenset({"Mim", "Dean", "Foy"})) == ()
    )


def test_somebody_named_twice_is_one_with_nickname_car_and_age() -> None:
    (one,) = people_told(
        "Calls from “Tig”, believed to be Ty Ogden (22 yrs), car reg FN14 WDL. Ogden deals.",
        2026,
    )
    assert (one["name"], one["alias"], one["vehicle"]) == ("Ty Ogden", "Tig", "FN14 WDL")
    assert age_told(one, 2026) == 22


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Seen most nights at the Beacon Arcade with men.", "Beacon Arcade"),
        ("Stopped at Copley Station car park at 23:10.", "Copley Station car park"),
        ("Found at 12 Weir Court, Altham, with three adults.", "12 Weir Court, Altham"),
        (
            "She drinks in a flat above the Tandoori Hut, Low Green.",
            "flat above the Tandoori Hut, Low Green",
        ),
        ("They met at a hotel by the ring road (the Fosse Lodge).", "Fosse Lodge"),
        (
            "A house on Mercer Road, and outside Denny’s on Tay Street.",
            "Mercer Road; Denny's; Tay Street",
        ),
    ],
)
def test_text_names_a_place_where_somebody_was(text: str, named: str) -> None:
    assert "; ".join(places_told(text)) == named


@pytest.mark.parametrize(
    "text",
    [
        "She lives at 4 Hill Street with her nan.",
        "He goes to Ribble High School and Mere House Surgery.",
        "Mum stays at 9 Elm Grove. Referred to Early Help.",
    ],
)
def test_home_school_and_services_are_no_places_of_concern(text: str) -> None:
    assert places_told(text) == ()
