"""Children's referrals and trackers as they are filed, and who is never joined."""

from datetime import date, datetime

from models.entities import (
    Alias,
    Assessment,
    Child,
    ChildStatus,
    Exploitation,
    IndicatorAnswer,
    Link,
    MatchQuestion,
    NrmReferral,
    Paper,
    PersonOfConcern,
    Phone,
    Place,
    Referral,
    UnreadText,
    Vehicle,
)
from tests.blank_paper import blank_paper
from tests.models.services.papers.made import TRACKER, child_form, form, listed

A_TRACKER_ROW = ("CL1", "Tia", "Kerr", "17/02/2009", "F", "Midvale", "CSE1", "CLA", "01/10/2026",
                 "High")  # fmt: skip


def test_a_referral_makes_child_status_types_assessment_and_referral(papers, rows) -> None:
    (kept,) = papers.import_files([("one.docx", child_form())])
    assert (kept.kind, kept.status, kept.matches) == ("child", "imported", ())
    (child,) = rows(Child)
    assert (child.label, child.system_id, child.birth_date) == (
        "Aidan Ravenscroft", "LCS620625", date(2011, 1, 21),
    )  # fmt: skip
    (status,) = rows(ChildStatus)
    assert (status.since, status.plan, status.district) == (
        date(2026, 10, 27), "CP", "Harbourside",
    )  # fmt: skip
    assert [(one.worded, one.code) for one in rows(Exploitation)] == [("County lines", "CL")]
    assert [one.judgement_level for one in rows(Assessment)] == ["Medium"]
    (referral,) = rows(Referral)
    assert (referral.referrer_name, referral.referrer_agency) == (
        "Kian Baines", "Children's social care",
    )  # fmt: skip
    assert referral.immediate_risk is False


def test_a_care_leaver_of_a_tracker_is_called_so_and_counts_as_an_open_case(papers, rows) -> None:
    row = (*A_TRACKER_ROW[:7], "Care leaver", *A_TRACKER_ROW[8:])
    papers.import_files([("two.csv", listed([TRACKER, row]))])
    assert [(one.plan, one.plan_code) for one in rows(ChildStatus)] == [("Care leaver", "CL")]


def test_a_district_is_kept_as_the_panel_writes_it_or_as_it_first_came(papers, rows) -> None:
    said = ("MIDVALE", "midvale ", "Out of Area", "out of area")
    names = zip(
        ("Tia", "Ivy", "Robin", "Kay"), ("Kerr", "Ashdown", "Marlow", "Dobson"), said, strict=True
    )
    listing = [
        (f"CL{at}", first, last, f"1{at}/02/2009", "F", district, *A_TRACKER_ROW[6:])
        for at, (first, last, district) in enumerate(names)
    ]
    papers.import_files([("two.csv", listed([TRACKER, *listing]))])
    assert [one.district for one in rows(ChildStatus)] == [
        "Midvale", "Midvale", "Out of Area", "Out of Area",
    ]  # fmt: skip


def test_words_that_leave_a_level_or_a_kind_open_are_no_level_and_no_kind(papers, rows) -> None:
    heads = (*TRACKER, "Exploitation type")
    listing = [(*A_TRACKER_ROW[:9], "tbc", "?"), ("CL2", "Ivy", "Ashdown", *A_TRACKER_ROW[3:9],
               "none", "CSE; ?")]  # fmt: skip
    papers.import_files([("two.csv", listed([heads, *listing]))])
    assert [one.risk for one in rows(ChildStatus)] == [None, "No identified risk"]
    assert [one.judgement_level for one in rows(Assessment)] == [None, "No identified risk"]
    assert [one.worded for one in rows(Exploitation)] == ["CSE"]


def test_a_standing_of_the_nrm_has_one_label_and_no_day_of_it_is_lost(papers, rows) -> None:
    heads = (*TRACKER, "NRM")
    said = ("Y", "submitted", "referred 3/9/26")
    listing = [
        (f"CL{at}", first, "Kerr", f"1{at}/02/2009", *A_TRACKER_ROW[4:], words)
        for at, (first, words) in enumerate(zip(("Tia", "Ivy", "Kay"), said, strict=True))
    ]
    papers.import_files([("two.csv", listed([heads, *listing]))])
    found = [(one.nrm_status, one.label) for one in rows(Child)]
    awaited = "Referred, awaiting decision"
    assert found == [(awaited, "Tia Kerr"), (awaited, "Ivy Kerr"), (said[2], "Kay Kerr")]
    assert [one.as_worded for one in rows(NrmReferral)] == list(said)


def test_a_form_that_does_not_ask_of_immediate_risk_gives_no_answer(papers, rows) -> None:
    papers.import_files([("one.docx", child_form(immediate=""))])
    assert [one.immediate_risk for one in rows(Referral)] == [None]


def test_the_same_paper_twice_is_a_duplicate_until_undone(papers, store, rows) -> None:
    data = child_form()
    assert papers.import_files([("one.docx", data)])[0].status == "imported"
    again = papers.import_files([("renamed.docx", data), ("twice.docx", data)])
    assert [one.status for one in again] == ["duplicate", "duplicate"]
    store.undo()
    assert papers.import_files([("one.docx", data)])[0].status == "imported"
    assert len(rows(Referral)) == 1


def test_one_import_is_one_step_of_undo(papers, store, rows) -> None:
    files = [("one.docx", child_form()), ("two.csv", listed([TRACKER, A_TRACKER_ROW]))]
    papers.import_files(files)
    assert store.undo_label == "Undo “Import 2 papers”"
    store.undo()
    assert not rows(Child) and not rows(Paper) and not rows(Referral)
    assert [one.status for one in papers.import_files(files)] == ["imported", "imported"]


def test_undo_counts_what_was_kept_and_no_paper_that_was_on_record(papers, store, rows) -> None:
    data = child_form()
    papers.import_files([("one.docx", data)])
    listing = listed([TRACKER, A_TRACKER_ROW])
    papers.import_files([("again.docx", data), ("two.csv", listing), ("old.docx", b"no paper")])
    assert store.undo_label == "Undo “Import a paper”"


def test_a_later_referral_of_the_child_stands_beside_the_first(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    (later,) = papers.import_files(
        [("two.docx", child_form(referral_date="02/11/2026", plan="CLA", school="Hill School"))]
    )
    assert later.status == "updated"
    assert len(rows(Child)) == 1 and len(rows(Referral)) == 2
    assert [(one.since, one.plan) for one in rows(ChildStatus)] == [
        (date(2026, 10, 27), "CP"), (date(2026, 11, 2), "CLA"),
    ]  # fmt: skip
    assert rows(Child)[0].school == "Hill School"
    assert any("Riverbank College on record" in one.text for one in rows(UnreadText))


def test_an_older_paper_overwrites_nothing(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    papers.import_files(
        [("old.docx", child_form(referral_date="01/09/2026", school="Hill School"))]
    )
    assert rows(Child)[0].school == "Riverbank College"
    assert any("the record was left as it is" in one.text for one in rows(UnreadText))


def test_an_initial_never_becomes_a_child(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    (kept,) = papers.import_files(
        [("two.docx", child_form(full_name="A. Ravenscroft", date_of_birth="", system=""))]
    )
    assert len(rows(Child)) == 2
    assert [one.label for one in kept.matches] == ["Aidan Ravenscroft"]
    assert "only a person can tell" in rows(MatchQuestion)[0].why


def test_an_id_with_another_surname_or_birth_date_is_asked_about(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    for changes in ({"full_name": "Aidan Smith"}, {"date_of_birth": "02/05/2009"}):
        (kept,) = papers.import_files([("two.docx", child_form(**changes))])
        assert kept.matches[0].label == "Aidan Ravenscroft"
        assert "Same system id, but" in kept.matches[0].why
    assert len(rows(Child)) == 3


def test_two_ids_for_one_name_and_birth_date_are_asked_about(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    (kept,) = papers.import_files([("two.docx", child_form(system="LCS999999"))])
    assert len(rows(Child)) == 2
    assert "but another system id" in kept.matches[0].why


def test_a_number_that_is_somebody_elses_joins_nobody(papers, rows) -> None:
    head = ("System ID", "NHS number", "Name", "Date of birth", "Gender", "District", "Category",
            "Plan / status")  # fmt: skip
    mia, rest = ("Mia Dale", "02/02/2012", "F"), ("Eden", "CSE1", "CP")
    for row in (
        ("A2", "943 476 5919", *mia, *rest),
        ("", "401 023 2137", *mia, *rest),
        ("A2", "401 023 2137", *mia, *rest),
    ):
        papers.import_files([("t.csv", listed([head, row]))])
    numbers = [(one.system_id, one.nhs_number) for one in rows(Child)]
    assert numbers[1] == (None, "401 023 2137") and len(numbers) == 3
    asked = {(one.subject_id, one.with_id) for one in rows(MatchQuestion)}
    assert len(asked) == 3


def test_a_question_is_asked_once(papers, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    for reason in ("first", "second", "third"):
        papers.import_files([("x.docx", child_form(system="LCS999999", reason=reason))])
    assert len(rows(MatchQuestion)) == 1 and len(rows(Child)) == 2


def test_name_and_birth_date_join_where_nothing_contradicts(papers, rows) -> None:
    papers.import_files([("one.docx", child_form(system=""))])
    papers.import_files([("two.docx", child_form(full_name="RAVENSCROFT, Aidan"))])
    (child,) = rows(Child)
    assert child.system_id == "LCS620625"


def test_associates_become_persons_with_vehicles_and_phones(papers, rows) -> None:
    fields = {"Known associates": "Darren Pike (Daz), NK19 CUK, 07700 900254; Lee Marsh, PX68 UPM"}
    papers.import_files([("one.docx", form(child_fields() | fields))])
    assert [one.label for one in rows(PersonOfConcern)] == ["Darren Pike", "Lee Marsh"]
    assert [one.label for one in rows(Vehicle)] == ["NK19 CUK", "PX68 UPM"]
    assert [one.digits for one in rows(Phone)] == ["07700900254"]
    assert [one.registration for one in rows(Vehicle)] == ["NK19CUK", "PX68UPM"]
    assert [one.name for one in rows(Alias)] == ["Daz"]
    links = [(one.relation, one.confidence, one.from_role) for one in rows(Link)]
    assert links.count(("associates", "suspected", None)) == 2
    assert {relation for relation, _, _ in links} == {"associates", "drives", "uses"}


def test_harm_that_a_referral_says_plainly_is_a_suspected_link_of_harm(papers, rows) -> None:
    fields = child_fields() | {"Known associates": "Darren Pike; Lee Marsh"}
    fields["Reason for referral"] = "Aidan is thought to be exploited by Darren Pike."
    papers.import_files([("one.docx", form(fields))])
    children, persons = (
        {one.id: one.label for one in rows(kind)} for kind in (Child, PersonOfConcern)
    )
    links = [(one.from_id, one.relation, one.to_id, one.confidence, one.confirmed, one.from_role)
             for one in rows(Link)]  # fmt: skip
    (child,), pike, marsh = children, *persons
    assert links == [
        (pike, "exploits", child, "suspected", False, "causing harm"),
        (child, "associates", marsh, "suspected", False, None),
    ]


def test_a_partial_name_of_a_person_is_asked_about(papers, rows) -> None:
    fields = {"Known associates": "Darren Pike (Daz), NK19 CUK, 07700 900254"}
    papers.import_files([("one.docx", form(child_fields() | fields))])
    fields = {"Known associates": "D Pike"}
    (kept,) = papers.import_files([("two.docx", form(child_fields("Tia Kerr", "CL2") | fields))])
    assert [one.label for one in rows(PersonOfConcern)] == ["Darren Pike", "D Pike"]
    assert [one.label for one in kept.matches] == ["Darren Pike"]


def test_a_vehicle_without_a_name_is_linked_to_the_child_alone(papers, rows) -> None:
    fields = {"Known associates": "Unknown male, NK19 CUK"}
    papers.import_files([("one.docx", form(child_fields() | fields))])
    assert not rows(PersonOfConcern)
    assert [one.relation for one in rows(Link)] == ["seen in vehicle"]


def test_places_are_found_again_by_their_title(papers, rows) -> None:
    fields = {"Places of concern": "Harbour Park skatepark; Station Road garage block"}
    papers.import_files([("one.docx", form(child_fields() | fields))])
    papers.import_files(
        [("two.docx", form(child_fields("Tia Kerr", "CL2")
                           | {"Places of concern": "Harbour Park Skatepark"}))]
    )  # fmt: skip
    assert [one.label for one in rows(Place)] == [
        "Harbour Park skatepark", "Station Road garage block",
    ]  # fmt: skip
    assert sum(one.relation == "frequents" for one in rows(Link)) == 3


def test_a_tracker_tells_of_its_day_and_dates_only_changes(papers, clock, rows) -> None:
    papers.import_files([("t.csv", listed([TRACKER, A_TRACKER_ROW]))])
    clock.set(datetime(2026, 12, 1, 9, 0))
    changed = (*A_TRACKER_ROW[:7], "CP", *A_TRACKER_ROW[8:])
    papers.import_files([("u.csv", listed([TRACKER, changed, ("", *[""] * 9)]))])
    papers.import_files([("v.csv", listed([TRACKER, changed, changed]))])
    assert [(one.since, one.plan, one.category) for one in rows(ChildStatus)] == [
        (date(2026, 11, 9), "CLA", "CSE1"), (date(2026, 12, 1), "CP", "CSE1"),
    ]  # fmt: skip
    assert len(rows(Assessment)) == 1 and len(rows(Child)) == 1


def test_a_register_is_imported_row_for_row(papers, rows) -> None:
    head = ("System ID", "First name", "Surname", "Date of birth", "Postcode", "Gender")
    listing = [
        head,
        ("P1", "Tia", "Kerr", "17/02/2009", "NM1 8HS", "F"),
        ("P2", "Tia", "Kerr", "17/02/2009", "NM1 8HS", "F"),
        ("P3", "Tya", "Kerr", "17/02/2009", "NM1 8HS", "F"),
        ("P4", "Leo", "Ash", "01/02/2010", "NM2 1AA", "M"),
    ]
    (kept,) = papers.import_files([("register.csv", listed(listing))])
    assert kept.kind == "persons"
    assert [one.system_id for one in rows(Child)] == ["P1", "P2", "P3", "P4"]
    assert len(rows(MatchQuestion)) >= 2


def test_a_thousand_rows_become_a_thousand_children(papers, rows) -> None:
    starts = ("Al", "Be", "Ca", "Do", "Ed", "Fi", "Gu", "Ho", "Il", "Jo")
    ends = ("ra", "sten", "mick", "lon", "wald", "ner", "bert", "ky", "da", "vin")
    names = [f"{a}{b}" for a in starts for b in ends]
    made = [
        (f"CL{n:05}", names[n % 100], names[n * 7 % 100] + names[n // 10 % 100].lower(),
         f"{n % 28 + 1:02}/{n % 12 + 1:02}/{2008 + n % 9}", "F", "Midvale", "CSE2", "CP",
         "01/10/2026", "High")
        for n in range(1000)
    ]  # fmt: skip
    previews = papers.preview([("t.csv", listed([TRACKER, *made]))])
    papers.keep(previews)
    assert len(rows(Child)) == 1000


def test_indicators_are_kept_as_worded_and_only_ticked_ones_are_present(papers, rows) -> None:

    from tests.models.services.papers.made import saved

    document = blank_paper()
    document.add_heading("Child exploitation risk assessment", 1)
    facts = document.add_table(rows=0, cols=2)
    for label, value in (("Child's name", "Tia Kerr"), ("Date of birth", "17/02/2009"),
                         ("System ID", "CL2"), ("Date of assessment", "01/10/2026"),
                         ("Level of risk", "High")):  # fmt: skip
        cells = facts.add_row().cells
        cells[0].text, cells[1].text = label, value
    table = document.add_table(rows=1, cols=3)
    for row in (("Indicator", "Present", "Evidence"), ("Missing overnight", "☒", "Twice"),
                ("Self-harm", "☐", "")):  # fmt: skip
        cells = table.rows[0].cells if row[0] == "Indicator" else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    (kept,) = papers.import_files([("a.docx", saved(document))])
    assert kept.status == "imported"
    assert [(one.worded, one.answer, one.evidence) for one in rows(IndicatorAnswer)] == [
        ("Missing overnight", "present", "Twice"), ("Self-harm", "not ticked", None),
    ]  # fmt: skip
    assert [one.judgement_level for one in rows(Assessment)] == ["High"]


def child_fields(name: str = "Aidan Ravenscroft", system_id: str = "LCS620625") -> dict[str, str]:
    from tests.models.services.papers.made import CHILD

    born = "21/01/2011" if name.startswith("Aidan") else "17/02/2009"
    return CHILD | {"Child's full name": name, "System ID": system_id, "Date of birth": born}


def test_everything_a_child_goes_by_is_kept_name_by_name(papers, rows) -> None:
    told = form({
        "First name": 'Oluwaseun "Seun"', "Surname": "Adeyemi", "Date of birth": "03/04/2011",
        "Also known as": 'CJ, "Lil Ans"', "Reason for referral": "Messaged by adults.",
    })  # fmt: skip
    papers.import_files([("one.docx", told)])
    assert [one.label for one in rows(Child)] == ["Oluwaseun Adeyemi"]
    assert {one.name for one in rows(Alias)} == {"Seun", "CJ", "Lil Ans"}


def test_a_child_named_beside_a_child_is_no_person_of_concern(papers, rows) -> None:
    told = form({
        "Name of child": "Aidan Ravenscroft", "Date of birth": "21/01/2011",
        "Reason for referral": "Lifts from adults.",
        "Associates": "Kayleigh Brant (15), Darren Pyke approx 24yrs; Tia Kerr (peer)",
    })  # fmt: skip
    papers.import_files([("one.docx", told)])
    assert [one.label for one in rows(PersonOfConcern)] == ["Darren Pyke"]
    left = [one.text for one in rows(UnreadText)]
    assert "Peer named, not joined: Kayleigh Brant" in left
    assert "Peer named, not joined: Tia Kerr" in left


def test_whom_the_reason_calls_a_child_is_no_person_of_concern(papers, rows) -> None:
    told = form({
        "Name of child": "Aidan Ravenscroft", "Date of birth": "21/01/2011",
        "Known associates": "Kofi Mensah-Jones; Darren Pyke; Tia Kerr",
        "Reason for referral": "A child named Kofi Mensah-Jones was with him. Darren Pyke met the "
                               "child. Another young person, Tia Kerr, ran.",
    })  # fmt: skip
    papers.import_files([("one.docx", told)])
    assert [one.label for one in rows(PersonOfConcern)] == ["Darren Pyke"]
    left = [one.text for one in rows(UnreadText)]
    assert "Peer named, not joined: Kofi Mensah-Jones" in left
    assert "Peer named, not joined: Tia Kerr" in left


def test_what_says_less_than_harm_is_no_second_link(papers, rows) -> None:
    fields = child_fields() | {"Known associates": "Darren Pike"}
    harm = {"Reason for referral": "Aidan is being groomed by Darren Pike."}
    papers.import_files([("one.docx", form(fields | harm))])
    papers.import_files([("two.docx", form(fields | {"Reason for referral": "Seen again."}))])
    assert [one.relation for one in rows(Link)] == ["exploits"]


def test_a_day_of_receipt_still_to_come_is_kept_as_written_and_told(papers, rows) -> None:
    (kept,) = papers.import_files([("one.docx", child_form(referral_date="01/12/2027"))])
    (referral,) = rows(Referral)
    assert referral.received_on == date(2027, 12, 1)
    assert any("1 Dec 2027, which is still to come" in str(one) for one in kept.told)


def test_an_assessment_form_keeps_who_took_part_why_and_where_risk_moved(papers, rows) -> None:
    told = {
        "Child's full name": "Aidan Ravenscroft", "System ID": "LCS620625",
        "Completed by": "Kian Baines", "Date of assessment": "13/10/2026",
        "Completed with child": "Yes", "Completed with family": "No",
        "Others present": "Daisy Yates, Ola Brandt", "Overall risk level": "High",
        "Previous risk level": "Medium", "Direction of travel": "Worse",
        "Reason for judgement": "Missing overnight twice.", "Next assessment due": "13/11/2026",
    }  # fmt: skip
    papers.import_files([("a.docx", form(told, "Exploitation risk assessment"))])
    (one,) = rows(Assessment)
    assert (one.with_child, one.with_family, one.assessors_present) == (
        True, False, "Daisy Yates, Ola Brandt",
    )  # fmt: skip
    assert (one.judgement_level, one.previous_level, one.direction) == (
        "High", "Medium", "increased",
    )  # fmt: skip
    assert one.rationale == "Missing overnight twice."
    assert [text.text for text in rows(UnreadText) if "irection" in text.text] == []


def test_a_direction_in_words_of_its_own_waits_for_a_person(papers, rows) -> None:
    told = {
        "Child's full name": "Aidan Ravenscroft", "System ID": "LCS620625",
        "Date of assessment": "13/10/2026", "Overall risk level": "High",
        "Direction of travel": "Nobody could say for certain",
    }  # fmt: skip
    papers.import_files([("a.docx", form(told, "Exploitation risk assessment"))])
    (one,) = rows(Assessment)
    assert one.direction is None
    assert any("Nobody could say" in text.text for text in rows(UnreadText))
