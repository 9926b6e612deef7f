"""What a letter, an e-mail or an answer in sentences tells: the child, the sender, who may read."""

from datetime import date
from email.message import EmailMessage

from models.intake.papers import ReadPaper

from .measure import paper, read

TITLE = "# Child at risk of exploitation: referral to the MACE panel"


def message(subject: str, *lines: str) -> ReadPaper:
    made = EmailMessage()
    made["Subject"], made["From"], made["To"] = subject, "a@b.example", "c@d.example"
    made["Date"] = "Tue, 08 Sep 2026 09:30:00 +0100"
    made.set_content("\n".join(lines))
    return read("message.eml", made.as_bytes())


def test_a_paragraph_that_answers_several_details_at_once_gives_each() -> None:
    one = paper(
        TITLE,
        "## Who is the student? We need the full name, date of birth, address and school.",
        "The student is Orla-May FENWICK, born 2nd June 2011, female, White Irish, in Year 10 at "
        "Copper Hill Academy. Everyone calls her “Olly”. She lives at 14 Tithe Row, Marlby, "
        "ML3 4TT with her mother, Ms Sinead Fenwick. Her own phone is 07700 900154.",
        "## Why are you referring?",
        "Men wait for her in cars at the gate and she comes back with new clothes.",
    ).records[0]
    assert (one.get("name"), one.get("dob")) == ("Orla-May Fenwick", date(2011, 6, 2))
    assert (one.get("gender"), one.get("ethnicity"), one.get("alias")) == (
        "Female", "White Irish", "Olly",
    )  # fmt: skip
    assert str(one.get("address")).startswith("14 Tithe Row, Marlby")
    assert (one.get("school"), one.get("phone")) == ("Copper Hill Academy", "07700 900154")
    assert one.get("parent_name") == "Ms Sinead Fenwick"


CHILD = (TITLE, "**Name:** Tobi Marsh", "**Date of birth:** 04/05/2011")
WHY = "## Why are you referring?", "He was found with an older man twice in a week."


def test_a_sentence_names_the_worker_that_a_question_asks_for() -> None:
    one = paper(
        *CHILD,
        "## Has the child a plan, or a lead professional?",
        "There is a child in need plan. The social worker is Ivy Crane.",
        *WHY,
    ).records[0]
    assert (one.get("lead"), one.get("plan")) == ("Ivy Crane", "CiN plan")


def test_the_kind_of_harm_is_its_first_sentence_and_no_reason() -> None:
    one = paper(
        *CHILD,
        "## What type of exploitation is it?",
        "Criminal exploitation (CCE). We know nothing that would make us think of any other "
        "kind of harm to him so far.",
        *WHY,
    ).records[0]
    assert one.get("types") == ("Criminal exploitation (CCE)",)
    assert str(one.get("reason")).startswith("He was found")


def test_one_answer_for_child_and_parent_is_of_both() -> None:
    asked = "## Is the child aware of this referral? Are the parents?"
    one = paper(*CHILD, asked, "Yes, both. He was told on Monday.", *WHY).records[0]
    assert (one.get("informed_child"), one.get("informed_parent")) == (True, True)


def test_with_whom_comes_before_where() -> None:
    one = paper(
        *CHILD,
        *WHY,
        "## Who does he hang around with, and where?",
        "Dale Pryor (street name “Dazza”), white Golf YK19 HJT.",
        "Places: the arcade on Dock Street; Lido car park",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [(person["name"], person["alias"]) for person in people] == [("Dale Pryor", "Dazza")]
    assert one.get("places") == ("the arcade on Dock Street", "Lido car park")


def test_a_sentence_at_the_end_says_who_sends_the_paper() -> None:
    one = paper(
        *CHILD,
        *WHY,
        "This form was completed by Ms Ruth Adeyo, who is the Pastoral Manager. Her number is "
        "01632 960418 and her e-mail r.adeyo@hill.example",
    ).records[0]
    assert (one.get("referrer"), one.get("referrer_role")) == ("Ruth Adeyo", "Pastoral Manager")
    assert one.get("referrer_phone") == "01632 960418"
    assert one.get("referrer_email") == "r.adeyo@hill.example"


def test_a_name_alone_beside_surname_and_forename_is_the_senders() -> None:
    one = paper(
        TITLE,
        "| Name | DUROJAYE, Femi (Mr) | Position | Home manager |",
        "| Agency | Beech House | Tel. | 01632 960734 |",
        "",
        "| Surname | PALMER | Forename | Leo |",
        "| Alias | SPARKY | Date of birth | 12/03/2012 |",
        "| Child's tel. | 07700 900905 | School | Marl PRU |",
        "",
        *WHY,
    ).records[0]
    assert (one.get("name"), one.get("alias")) == ("Leo Palmer", "SPARKY")
    assert (one.get("referrer"), one.get("referrer_phone")) == ("Femi Durojaye", "01632 960734")
    assert one.get("phone") == "07700 900905"


def test_the_subject_of_a_reply_names_nobody() -> None:
    one = message(
        "RE: T.M. as we said",
        "Hi Jo,",
        "Referral to MACE panel",
        "Name: MARSH, Tobi",
        "DOB: 4.5.11",
        "Mum / dad: Mrs Ada Marsh",
        "Why are you referring? He was found with an older man twice in a week.",
        "Thanks",
        "Kit",
        "Kit Sorrell",
        "Youth Worker",
        "Lantern Lane Youth Project",
        "01632 960734",
    ).records[0]
    assert (one.get("name"), one.get("parent_name")) == ("Tobi Marsh", "Mrs Ada Marsh")
    assert one.get("referrer") == "Kit Sorrell"
    assert one.get("referrer_role") == "Youth Worker"


def test_a_return_counts_its_children_and_marks_the_paragraph_above() -> None:
    one = paper(
        "# Information for the MACE panel on 5 October 2026",
        "Harbour Youth Service",
        "Dear Jo,",
        "**1. Josie TILL, born 12/5/2011**",
        "She told her worker that a man called Doug collects her from the bus stop.",
        "Sharing: this may be shared with all panel members.",
        "**2. Omar KARIM, born 21/1/2010**",
        "He is on bail at an address in another town.",
        "Sharing: chair only.",
        "**3. Robyn Fair, born 9/10/2012**",
        "We have no record of this girl. Nothing known.",
        "Yours sincerely",
        "Sam Alder",
        "Team Manager, Harbour Youth Service",
    )
    shared = [(record.get("name"), str(record.get("sharing"))) for record in one.records]
    assert shared == [
        ("Josie Till", "all panel"), ("Omar Karim", "chair only"), ("Robyn Fair", "chair only"),
    ]  # fmt: skip
    assert one.records[2].get("nothing_known") is True
    assert {record.get("agency") for record in one.records} == {"Harbour Youth Service"}


def test_a_numbered_child_of_a_return_is_named_beside_the_number() -> None:
    one = paper(
        "# Agency return for panel",
        "**Agency:** Tarn CAMHS",
        "| **Child 1** | ORR, Ben | **DOB** | 03/04/2010 |",
        "| **What is known** | Seen twice since May and will not say where he sleeps. |",
        "",
        "| **Child 2** | Ada Holm | **DOB** | 01/02/2011 |",
        "| **What is known** | Nothing known. |",
    )
    assert [record.get("name") for record in one.records] == ["Ben Orr", "Ada Holm"]


def test_somebody_known_by_a_name_alone_goes_on_a_list() -> None:
    one = paper(
        "# Location of concern nomination",
        "## Name of place",
        "The Arches",
        "## Why are you worried?",
        "Groups of children drink there with men in cars.",
        "## Adults linked",
        "Craig Lowe",
        "A man only known to us as “Spud”",
    ).records[0]
    assert one.get("persons") == ("Craig Lowe", "Spud")
