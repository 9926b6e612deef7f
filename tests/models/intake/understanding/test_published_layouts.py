"""Layouts of published forms: own columns of a template, telling titles, boxes in turns."""

from datetime import date, datetime

from models.marks import Sharing

from .measure import paper

CHILD = "| Child's name | Kiera Standish | DOB | 14/03/2010 |"


def test_what_stands_in_an_agencys_own_columns_is_told_and_kept_for_the_chair() -> None:
    told = paper(
        "# MACE panel – health information sharing template",
        "| No | Name | DOB | NHS No | ED attendances | Sexual health | Not to be shared |",
        "| 1 | WHITLOW, Tegan | 09/03/2011 | 999 700 1182 | 1 in May | nil | asked for help |",
        "| 2 | Brogan Lees | 25/11/2009 | 999 041 2236 | 3, hand injuries | C-card | - |",
    )
    texts = [one.get("text") for one in told.records if one.get("name") == "Brogan Lees"]
    assert texts == ["ED attendances: 3, hand injuries", "Sexual health: C-card"]
    shared = [one.get("sharing") for one in told.records if one.get("name") == "Tegan Whitlow"]
    assert sorted(shared) == sorted([Sharing.NOT_SHARED, Sharing.CHAIR_ONLY])
    assert "asked for help" not in str(told)


def test_a_form_for_one_kind_of_exploitation_says_so_in_its_title() -> None:
    record = paper("# Child Sexual Exploitation Referral Form", CHILD).records[0]
    assert record.get("types") == ("CSE",)


def test_both_ticked_means_the_two_kinds_beside_it() -> None:
    record = paper(
        "# MACE referral form",
        "| Presentation type: |",
        "| Missing: | ☐ | CSE: | ☐ | Both: | ☒ |",
        CHILD,
    ).records[0]
    assert record.get("types") == ("Missing", "CSE")


def test_vulnerabilities_answered_yes_are_no_kinds_of_exploitation() -> None:
    record = paper(
        "# MACE referral form",
        CHILD,
        "| Vulnerabilities | Indicate Yes/No or Not Known | Vulnerabilities | Indicate Yes/No |",
        "| Low self-esteem | NK | Breakdown of family relationships | No |",
        "| Family history of offending | Yes – brother in YOI | Isolated from peers | Yes |",
    ).records[0]
    assert not record.get("types")
    assert record.get("indicators") == ("Family history of offending", "Isolated from peers")


def test_a_level_ticked_in_a_column_headed_by_a_box_is_the_level_of_risk() -> None:
    record = paper(
        "# MACE referral form",
        CHILD,
        "",
        "| Sexual exploitation levels of risk | Descriptors | ☒ |",
        "| Category 1 | A vulnerable child, concerns of being groomed | |",
        "| Category 2 | Evidence of opportunistic abuse | ☒ |",
        "| Category 3 | Exploitation is habitual | |",
    ).records[0]
    assert record.get("risk") == "Category 2"


def test_a_name_and_an_address_asked_in_one_are_parted() -> None:
    record = paper(
        "# MACE referral form",
        "| Child's name & address | Tegan Whitlow, 3 Mill Leat, Ashcombe, WD7 4RN |",
        "| Ethnicity and language spoken | White British, English |",
        "| Date of birth | 9 March 2011 | Gender: M/F | F |",
        "| Name of Parent/Carer | Foster carer, Glenys Waudby |",
    ).records[0]
    assert record.get("name") == "Tegan Whitlow"
    assert record.get("postcode") == "WD7 4RN"
    assert record.get("first_language") == "English"
    assert record.get("gender") == "Female"
    assert record.get("parent_name") == "Glenys Waudby"


def test_children_listed_in_one_referral_each_get_what_it_tells_of_all() -> None:
    read_form = paper(
        "# Multi-agency referral form",
        "| First name | Surname | DOB | M/F | School |",
        "| Mirko | Dragomir | 08/08/2010 | M | Lacemarket College |",
        "| Elena | Dragomir | 19/01/2016 | F | Plumptre Primary |",
        "",
        "| Name of person completing referral | Gethin Price |",
        "| Relationship to child | Pastoral lead | Tel No. | 0115 496 0377 |",
        "| Address | Lacemarket College, TH1 4AD |",
        "",
        "| Name | DOB | Relationship | Address |",
        "| Stoyan Dragomir | 11/11/1979 | Father | as above |",
        "| Gergana Dragomir | - | Mother | Plovdiv |",
    )
    assert [one.get("name") for one in read_form.records] == ["Mirko Dragomir", "Elena Dragomir"]
    for record in read_form.records:
        assert record.get("referrer_role") == "Pastoral lead"
        assert record.get("parent_name") == "Stoyan Dragomir\nGergana Dragomir"
        assert record.get("postcode") is None


def test_going_and_coming_back_told_in_one_answer_are_two_moments() -> None:
    episode = paper(
        "# Return home interview",
        "| Name of YP | Roman Aldcroft | D.O.B | 13th June 2011 |",
        "| Date of interview | 06/07/2026 | Name of person completing interview | Shirin Vale |",
        "| Relating to missing incident date | From 21:15 on 03/07/2026, returned 06:40 on "
        "04/07/2026 | Reported missing by | step mum |",
    ).records[0]
    assert episode.get("reported") == datetime(2026, 7, 3, 21, 15)
    assert episode.get("returned") == datetime(2026, 7, 4, 6, 40)
    assert episode.get("rhi_by") == "Shirin Vale"


def test_a_due_day_without_a_year_follows_the_meeting_above_the_list() -> None:
    log = paper(
        "# MACE action log",
        "Meeting held: Tuesday 23 June 2026",
        "| Ref | Child / item | Action agreed | Who | Agency | By when |",
        "| 1 | Kiera Standish | Update the assessment | N Threadgold | CSC | 3 July |",
        "| 2 | Omari Finch | Lighting audit | tbc | Highways | 31/07/2026 |",
    )
    assert [one.get("due") for one in log.records] == [date(2026, 7, 3), date(2026, 7, 31)]
    assert log.records[1].get("owner") is None
