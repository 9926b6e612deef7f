"""What an action's words make of it: found out for the child's care, or gathered by the police."""

import pytest

from models.rules.tactics import gathers_intelligence, is_tactic, sounds_tactical


@pytest.mark.parametrize(
    "words",
    [
        "Check A&E attendances",
        "Check school attendance with the pastoral lead",
        "Identify a trusted adult at school",
        "Establish what support she wants",
        "Find out if a mentor is free",
        "Check by phone that she got home",
        "Complete the safety checklist",
        "Re-refer to CAMHS",
    ],
)
def test_what_is_found_out_for_the_care_of_the_child_is_no_tactic(words: str) -> None:
    assert not gathers_intelligence(words, about_child=True)


@pytest.mark.parametrize(
    ("code", "tactic"),
    [("CP01", False), ("MS01", False), ("CP19", False), ("CP10", True), ("CP12", True)],
)
def test_a_measure_for_the_care_of_the_child_alone_is_no_tactic(code: str, tactic: bool) -> None:
    assert is_tactic(None, code) is tactic


@pytest.mark.parametrize(
    "words",
    [
        "Check hire-car records",
        "Find out who owns the phone",
        "Establish where he sleeps",
        "Identify the male in the silver Audi",
        "Check CCTV at the bus station",
        "Submit intelligence on the flat",
        "Locate the driver",
    ],
)
def test_what_the_police_would_look_for_is_one(words: str) -> None:
    assert gathers_intelligence(words, about_child=True)


def test_of_a_person_or_a_place_of_concern_all_that_is_found_out_is_one() -> None:
    assert gathers_intelligence("Check opening hours", about_child=False)
    assert not gathers_intelligence("Offer training to staff", about_child=False)


@pytest.mark.parametrize(
    "words",
    [
        "Carry out a covert patrol at the skatepark on 20 November",
        "Arrest the man from the vape shop",
        "Put an ANPR marker on the grey Golf",
        "Submit intelligence report about the flat",
        "Apply for a closure order",
        "Licensing visit to the kebab shop",
        "Obtain a warrant for the address",
        "Get his phone downloaded by the end of next week",
        "Download the lad's handset",
        "Phone to be examined",
        "DMI to do a phone download",
        "Extraction of Kyle’s old phone",
        "Handset data examination at the unit",
        "Seize her tablet if mum agrees",
        "Cell-site the burner number",
        "Apply for call data on the 07 number",
        "Swab the bedding and send for DNA",
        "Fit a camera opposite the flats",
        "Put a tracker on the uncle's car",
        "Pull the bus station CCTV for the 3rd",
    ],
)
def test_police_work_is_a_tactic_by_its_words(words: str) -> None:
    assert sounds_tactical(words, about_child=True)


@pytest.mark.parametrize(
    "words",
    [
        "Update the risk assessment",
        "Mentor to meet her weekly",
        "Work with school to avoid further arrests",
        "Plan against placement disruption",
        "Carer to know the warning signs",
        "Open a bank account with her",
        "Download the travel form with him",
        "Phone mum and go through the plan",
        "Install a safety app on her phone",
        "Help her charge and top up the phone",
        "Carer to track his bus pass",
        "Take pictures of his artwork on a camera from youth club",
        "Call back the school nurse",
        "Refer to CAMHS",
    ],
)
def test_care_of_the_child_is_none(words: str) -> None:
    assert not sounds_tactical(words, about_child=True)
