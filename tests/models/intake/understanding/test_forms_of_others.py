"""Forms in two languages, with a hospital's label stuck on, with codes and counted people."""

from .lists_made import comma, word
from .measure import paper, read

FORM, WHY = "# Child exploitation referral", "Reason for referral: Men wait for her at the gate."
BORN = ("Name: Ada Holm", "Date of birth: 01/02/2011")


def test_a_form_in_two_languages_is_about_the_child_and_nobody_of_its_people() -> None:
    records = paper(
        "# Referral to Exploitation Panel / Atgyfeiriad i’r Panel Camfanteisio",
        "| **1. THE CHILD / Y PLENTYN** |",
        "| **Surname / Cyfenw** | HOLM | **Forename(s) / Enw(au) cyntaf** | Ada |",
        "| **Known as / Adnabyddir fel** | Addie | **Date of birth / Dyddiad geni** | 1.2.11 |",
        "| **Gender / Rhywedd** | female | **Parent or carer / Rhiant** | Ida Holm (mam) |",
        "| **What has happened? / Beth sydd wedi digwydd?  (facts first)** |",
        "| Men wait for her at the gate. |",
        "| **In danger now? / Mewn perygl nawr?** | Yes / Ydy ☐   No / Nac ydy ☒ | | |",
        "| **2. PEOPLE LINKED TO THE CHILD / POBL GYSYLLTIEDIG** |",
        "| **Name / Enw** | **Known as / Llysenw** | **Vehicle / Cerbyd** | **Phone / Ffôn** |",
        "| Lee MARSH | Gaz | white Transit, CX18 LRB | |",
        "| Kyle Orr | | | 07700 900455 |",
    ).records
    assert len(records) == 1
    one = records[0]
    assert [one.get(name) for name in ("name", "alias", "parent_name", "immediate_risk")] == [
        "Ada Holm", "Addie", "Ida Holm (mam)", False,
    ]  # fmt: skip
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [person["name"] for person in people] == ["Lee Marsh", "Kyle Orr"]


def test_a_list_of_people_with_cars_names_no_child_where_the_form_names_none() -> None:
    records = paper(
        "# Child exploitation referral",
        "| Surname / Familienname | |",
        WHY,
        "",
        "| Name | Known as | Vehicle | Phone |",
        "| Lee Marsh | Gaz | white Transit, CX18 LRB | |",
        "| Kyle Orr | Kaz | | 07700 900455 |",
    ).records
    assert not [one for one in records if one.get("name") is not None]


def test_english_on_both_sides_of_a_stroke_is_left_as_it_stands() -> None:
    one = paper(
        FORM,
        "| Name / alias | Ada Holm / Addie |",
        "| Parent / carer | Ida Holm |",
        "| School / college | Tarn High / Tarn College |",
        "| Gender / ethnicity | female / White British |",
        "| Plan / status | CP |",
        "| Worker / team | Jo Lund / North |",
        WHY,
    ).records[0]
    assert one.get("ethnicity") == "White British"
    assert one.get("school") == "Tarn High / Tarn College"


def test_a_label_stuck_on_tells_whom_the_paper_is_about() -> None:
    one = paper(
        "# Emergency Department: Exploitation Concern",
        "| HOLM, Ada Mary (Miss) // DOB: 09-Jul-2010   Sex: F // NHS No: 999 418 0630   "
        "Hosp No: K0338172 // 27 Trawler Row // Saltby // YO98 2DN // Tel: 07700 900 731 // "
        "GP: Dr R Anand, Harbour View Surgery | Affix patient label here, or write clearly. |",
        "## 1.  What has given rise to your concern?",
        "Found alone in the lay-by at 01.40 with two phones.",
        "## 2.  What did the child say she / he wants to happen?",
        "Wants someone to make the phone stop ringing.",
        "## 3.  Does the child have a social worker? If yes, name",
        "Yes. Imran Sheikh, Saltby team.",
        "## 4.  What type of exploitation do you suspect? (tick all that apply)",
        "(☒) Sexual (CSE)     (  ) Criminal (CCE)     (  ) Not sure",
        "Print name: Sr HANNAH ODUYA\\tDesignation: Paediatric Liaison Sister",
        "Ext / bleep: 01632 960 800\\tDate & time: 21-Nov-2026 04:35",
    ).records[0]
    told = {field.name: field.value for field in one.fields}
    assert told["name"] == "Ada Mary Holm"
    assert (str(told["dob"]), str(told["received"])) == ("2010-07-09", "2026-11-21")
    assert (told["nhs"], told["postcode"]) == ("999 418 0630", "YO98 2DN")
    assert str(told["address"]).startswith("27 Trawler Row, Saltby")
    assert (str(told["referrer"]).title(), told["lead"]) == ("Sr Hannah Oduya", "Imran Sheikh")
    assert str(told["voice"]).startswith("Wants someone")
    assert told["types"] == ("Sexual (CSE)",)


def test_cells_of_a_list_that_each_name_a_child_are_no_labels_stuck_on() -> None:
    records = paper(
        "# Return for Tarn MACE",
        "Panel: 9th June 2026",
        "| Child | Info | Type | Share |",
        "| Ada Holm // DOB 21/08/2010 // NHS 999 418 0630 | Seen in May. | Fact | All panel |",
        "| Ben Orr // DOB 18/11/2011 // NHS 999 220 1185 | Not brought. | Fact | Chair only |",
    ).records
    assert [one.get("name") for one in records] == ["Ada Holm", "Ben Orr"]


def test_people_counted_in_labels_are_each_one_person_of_concern() -> None:
    one = paper(
        FORM,
        "| **Ref** | **Question** | **Response** |",
        "| **Part A – the young person** |",
        "| A1 | First name(s) | Ada |",
        "| A2 | Family name | Holm |",
        "| A3 | Street names / nicknames | Addie |",
        "| A4 | Date of birth | 01/02/2011 |",
        "| **Part B – your concern** |",
        "| B1 | Tell us what you are worried about | Men wait for her at the gate. |",
        "| B2 | Is there a risk of serious harm in the next 24 hours? | No |",
        "| B3 | What tells you this? (tick all seen in the last 3 months) | ☒ Missing overnight // "
        "☐ Self-harm // ☒ Debt or threats to family // ☐ Exclusion from school |",
        "| **Part C – people and places** |",
        "| C1 | Person 1 – name | Lee Marsh |",
        "| C2 | Person 1 – also known as | Gaz |",
        "| C3 | Person 1 – vehicle / phone | silver Prius, LO17 XZE |",
        "| C4 | Person 2 – name | |",
        "| C5 | Person 2 – also known as | |",
        "| C6 | Person 2 – vehicle / phone | |",
        "| C7 | Places that worry you | Weir Lane garages ; Tarn bus station |",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [(each["name"], each["alias"], each["vehicle"]) for each in people] == [
        ("Lee Marsh", "Gaz", "LO17 XZE")
    ]
    assert (one.get("alias"), one.get("immediate_risk")) == ("Addie", False)
    assert one.get("indicators") == ("Missing overnight", "Debt or threats to family")
    assert one.get("places") == ("Weir Lane garages", "Tarn bus station")


def test_a_line_that_says_what_the_form_is_and_where_it_goes_answers_nothing() -> None:
    one = paper(
        "Tarn Council",
        "MACE referral – professionals only. Return to the co-ordinator by secure e-mail.",
        *BORN,
        WHY,
    ).records[0]
    assert (one.get("ask"), one.get("received"), one.get("name")) == (None, None, "Ada Holm")


def test_a_level_preset_beside_each_sign_is_no_answer_and_notes_end_no_signs() -> None:
    one = paper(
        "# Child exploitation risk assessment tool",
        "| Child’s name:  HOLM, Ada | D.O.B:  1 Feb 2011 |",
        "| Completed by: Jo Lund | Date completed: 6/11/26 |",
        "",
        "| **Indicator** | **Sugested risk level** | **Yes** | **No** | **Not known** |",
        "| **HEALTH DOMAIN** |",
        "| Self harm | Medium | | ☒ | |",
        "| Drug or alcohol use | Medium | ☒ | | |",
        "| Notes: cannabis most weekends, says that she gets it for free |",
        "| **GROOMING DOMAIN** |",
        "| Truanting | Low | | ☒ | |",
        "| Getting into vehicles driven by unknown adults | High | ☒ | | |",
        "| Excessive phone use | Medium | | | ☒ |",
        "| Notes: |",
        "| **FRIENDS** |",
        "| Older boyfriend | High | ☒ | | |",
        "# What the child told us",
        "“I only get in because it’s raining.”",
        "# OVERALL LEVEL OF RISK after professional judgement",
        "☐ Low          ☒ Medium          ☐ High",
        "**This must be looked at again no later than:** 6/2/27",
    ).records[0]
    assert one.get("indicators") == (
        "Drug or alcohol use", "Getting into vehicles driven by unknown adults", "Older boyfriend",
    )  # fmt: skip
    assert (one.get("risk"), str(one.get("next_due"))) == ("Medium", "2027-02-06")
    assert str(one.get("voice")).startswith("“I only get in")


def test_a_subject_of_age_on_a_form_in_numbered_boxes_is_no_child() -> None:
    read = paper(
        "# SEVERNSHIRE POLICE",
        "# NOMINATION OF A SUBJECT TO MULTI-AGENCY CHILD EXPLOITATION MEETING",
        "| **1. Surname** | **2. Forename(s)** | **3. Date of birth** |",
        "| MARSH | LEE | 14 OCT 1997 |",
        "| **4. AKA / nicknames** | **5. PNC ID** | **6. Telephone** |",
        "| GAZ | 14/228817K | 07700900288 |",
        "| **7. Vehicle(s) used** | **8. Occupation** |",
        "| GREY VW GOLF WX19 KTP | NOT KNOWN |",
        "| **9. Children believed to be at risk from the subject (name and DOB)** |",
        "| HOLM, Ada  14/02/2011 // ORR, Ben  30/09/2010 |",
        "| **10. Grounds for nomination** |",
        "| He has been found twice with missing girls in his vehicle. |",
        "| **11. Officer in case** | **12. Team** | **13. Date submitted** |",
        "| PC 4471 Joanne MARLOW | CE Team, Everlode | 12/11/2026 |",
    )
    assert read.kind == "person_of_concern"
    one = read.records[0]
    assert (one.get("name"), one.get("vehicle")) == ("Lee Marsh", "WX19 KTP")
    assert one.get("children") == ("Ada Holm", "Ben Orr")
    assert str(one.get("grounds")).startswith("He has been found")


def test_a_letter_signed_in_one_paragraph_tells_who_writes_and_when() -> None:
    letter = word(
        "Fenmarsh District Council\nCommunity Safety, The Old Corn Hall, Wickenby LN99 6AA",
        "Friday 13th November 2026",
        "Dear colleague",
        "# Place of concern for the next MACE meeting",
        [
            ["The place", "Old Maltings skate park"],
            ["Where", "Brewery Lane, Wickenby"],
            ["Post code", "LN99 4GD"],
        ],
        "**What is happening.** Two men hand out vapes to children by the shelter.",
        "Yours sincerely\n\nPatricia Loveday (Mrs)\nCommunity Safety Officer\nTel 01632 960 551",
    )
    one = read("letter.docx", letter).records[0]
    assert (one.get("referrer"), str(one.get("received"))) == ("Patricia Loveday", "2026-11-13")
    assert one.get("district") is None


def test_a_message_in_capitals_and_the_first_person_tells_what_a_form_asks() -> None:
    lines = (
        "From: Jo Lund <jo@tarn.example>", "Date: Thu, 19 Nov 2026 16:52:10 +0000",
        "Subject: exploitation nomination", "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"', "",
        "Surname ............... HOLM", "Forename(s) ........... Ada",
        "Date of birth ......... 1st February 2011", "",
        "WHY I AM WORRIED", "Men wait for her at the gate", "of the school each day.", "",
        "WHAT SCHOOL HAS DONE", "Daily check in with her tutor.", "",
        "WHAT ADA SAYS", '"It is just deliveries."', "",
        "Does parent know about this referral? Yes", "",
        "Many thanks", "Jo", "", "Mrs Jo Lund", "Deputy Head", "Tarn Academy", "T: 01632 960704",
    )  # fmt: skip
    one = read("m.eml", "\r\n".join(lines).encode()).records[0]
    told = {field.name: field.value for field in one.fields}
    assert str(told["reason"]).startswith("Men wait for her")
    assert str(told["voice"]) == '"It is just deliveries."'
    assert (told["referrer"], told["referrer_role"]) == ("Mrs Jo Lund", "Deputy Head")


def test_words_that_say_that_a_surname_is_not_known_are_no_nickname() -> None:
    one = paper(
        FORM,
        *BORN,
        WHY,
        "",
        "# People of concern",
        "| Name | Nickname | Car |",
        "| Ricky (surname not known) | Rix | red Seat Ibiza, EK15 VOW |",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [(each["name"], each["alias"]) for each in people] == [("Ricky", "Rix")]


def test_a_talk_declined_with_a_letter_was_declined_without_a_reason() -> None:
    rows = [
        ["MFH Ref", "Surname", "Forename", "DOB", "Missing From", "Date Reported", "Time Reported",
         "Date Returned", "Time Returned", "RHI Offered", "RHI Completed", "RHI Declined (Y)"],
        ["M/1", "HOLM", "Ada", "01/02/2011", "Home", "16/11/2026", "22:40", "17/11/2026", "06:15",
         "17/11/2026", "19/11/2026", ""],
        ["M/2", "ORR", "Ben", "03/04/2010", "Home", "18/11/2026", "19:05", "18/11/2026", "23:50",
         "19/11/2026", "", "Y"],
    ]  # fmt: skip
    first, second = read("list.csv", comma(rows)).records
    assert (first.get("rhi_declined"), second.get("rhi_declined")) == (None, True)


def test_a_day_behind_a_gap_after_the_title_of_a_return_is_its_meetings() -> None:
    one = paper(
        "# TARN COMMUNITY NHS TRUST",
        "Reply to information request for MACE.   Meeting date: Wed 9 December 2026",
        "Completed by: Jo Lund, Named Nurse        Checked on: 27/11/26",
        "| **Child** | **HOLM, Ada** | **ORR, Ben** |",
        "| **Date of birth** | 22/01/2011 | 05.06.2012 |",
        "| **Known to service?** | Yes | No – not known to our service |",
        "| **Relevant health information** | Seen twice in November. | |",
    ).records[0]
    assert (str(one.get("meeting")), one.get("completed_by")) == ("2026-12-09", "Jo Lund")
