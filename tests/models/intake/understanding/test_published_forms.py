"""Forms as councils publish them: whose name it is, what kind of form, and lines of dots."""

from datetime import date

from models.marks import Sharing

from .measure import paper


def test_a_mother_asked_for_with_her_own_name_is_not_the_child() -> None:
    records = paper(
        "# Children's services referral form for other agencies",
        "| Details of child being referred |",
        "| Record all names they have been known by | Family name: | Ferrant-Hale |",
        "| | Given names: | Tobias |",
        "| | DoB or EDD | 20/10/2011 |",
        "| | Gender: | Male |",
        "| The usual address | Home address: | 6 Orchard Mews |",
        "",
        "| Details of Mother     Is Mother Main Carer ? Y / N |",
        "| Name | Judith Hale | DoB | 09/09/1982 |",
    ).records
    names = [(one.get("surname"), one.get("dob")) for one in records]
    assert names == [("Ferrant-Hale", date(2011, 10, 20))]
    assert all(one.get("name") != "Judith Hale" for one in records)


def test_each_child_of_an_education_return_keeps_its_own_lines() -> None:
    told = paper(
        "# Safety planning – education return re missing and exploitation",
        "| School / setting | Corley Academy | Panel date | 09/12/2025 |",
        "| Completed by (name & role) | Hugh Farrow, DSL | Date | 04/12/25 |",
        "",
        "| Name of child | Kieran Ashdown | DOB | 06/07/2010 |",
        "| What's working well? | Likes woodwork. |",
        "| What are we worried about? | Out of lessons daily. |",
        "| Is there anything that must not be shared? | |",
        "",
        "| Name of child | Lucia Brandt | DOB | 21/03/2012 |",
        "| What's working well? | Attends well. |",
        "| Is there anything that must not be shared? | Parents separated |",
        "",
        "Children on the list not on our roll: Owen Speer dob 11/11/2009 – left in July.",
    )
    lines = [(one.get("name"), one.get("text")) for one in told.records]
    assert ("Kieran Ashdown", "Out of lessons daily.") in lines
    assert ("Lucia Brandt", "Attends well.") in lines
    assert ("Owen Speer", "left in July.") in lines
    assert {one.get("returned") for one in told.records} == {date(2025, 12, 4)}
    held = {one.get("name") for one in told.records if one.get("sharing") is Sharing.NOT_SHARED}
    assert held == {"Lucia Brandt"}


def test_an_answer_typed_on_a_line_of_dots_is_read_without_them() -> None:
    record = paper(
        "# Referral form for potential child victims",
        "*Last name: …NGUYEN………………………… *First name(s): …Minh………………",
        "*D.O.B: …02… / …02… / …2010… Age: …16…… Sex: …Male………………",
        "Current address: …4 Hop Gardens, Corley……",
    ).records[0]
    assert record.get("name") == "Minh Nguyen"
    assert record.get("dob") == date(2010, 2, 2)
    assert record.get("address") == "4 Hop Gardens, Corley"


def test_a_checklist_that_is_no_referral_form_is_an_assessment() -> None:
    told = paper(
        "# Child Sexual Exploitation Checklist Tool for partner agencies",
        "This tool is to help you to assess the risk of exploitation to a child whom you know; "
        "it is not intended to be a referral form.",
        "| Name: | Lena Marwood | Date of birth: | 24.12.2011 |",
        "| Age | 14 | Address: | 9 Harrow Close, Corley |",
        "",
        "# Details about the person completing this checklist tool",
        "| Name: | Petra Dunne | Job title: | Learning mentor |",
        "| Agency / Organisation: | Corley Academy | Date completed: | 9th October 2026 |",
        "",
        "# Please describe your concerns",
        "She was offered a train ticket by an online friend.",
        "What will you do next?  Ring duty and ask for a discussion",
    )
    assert told.kind == "assessment"


def test_a_place_or_a_group_in_the_title_is_what_is_nominated() -> None:
    place = paper(
        "# Contextual Safeguarding – Context Referral Form (Neighbourhood / Location)",
        "Name: Bernard Hollis",
        "Role: Detached youth work lead",
        "# Name of the location and address / postcode:",
        "Dunmore Ball Court, HK9 4LU",
        "# What are you asking for?",
        "Lighting on the stairs",
        "| Name | DOB / age | School |",
        "| Kemal Lidd | 13/01/2013 | Clapton School |",
    )
    group = paper(
        "# Peer Group Assessment – Request for Mapping at MACE",
        "| Name given to the group | “Terrace Boys” |",
        "| Main meeting places | Terrace shops |",
        "| Date of request | 30/07/2026 |",
        "| Is there immediate risk to any child? | No |",
        "",
        "| Name | Nickname | DOB / age | School | Social worker? |",
        "| Tyler Hollis | T-Lo | 08/05/2009 | none | no |",
    )
    assert (place.kind, group.kind) == ("location", "group")
    assert len(place.records) == len(group.records) == 1


def test_who_completes_a_checklist_assessed_and_a_brothers_school_is_not_the_childs() -> None:
    tool = paper(
        "# Child Sexual Exploitation Checklist Tool for partner agencies",
        "Is it a referral form? It is not intended to be a referral form.",
        "| Name: | Lena Marwood | Date of birth: | 24.12.2011 |",
        "",
        "# Details about the person completing this checklist tool",
        "| Name: | Petra Dunne | Job title: | Learning mentor |",
        "| Agency / Organisation: | Corley Academy | Date completed: | 9th October 2026 |",
    ).records[0]
    assert (tool.get("assessor"), tool.get("role")) == ("Petra Dunne", "Learning mentor")
    assert tool.get("assessed") == date(2026, 10, 9)
    child = paper(
        "# Multi-Agency Referral Form",
        "| Child's first name | Kit | Child's surname | Orme |",
        "",
        "| Other children in household | DOB | School |",
        "| Elsie Orme | 02/09/2017 | Corley Infants |",
    ).records[0]
    assert (child.get("name"), child.get("dob")) == ("Kit Orme", None)
    assert child.get("school") is None
