"""Members, missing episodes, actions, nominations and reply slips as they are filed."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from models import codes
from models.entities import (
    Action,
    ActionUpdate,
    Address,
    Agency,
    Child,
    Group,
    Link,
    MatchQuestion,
    Member,
    Membership,
    MissingEpisode,
    OnlineAccount,
    PersonOfConcern,
    Phone,
    Place,
    Recommendation,
    Referral,
    ReturnInterview,
    UnreadText,
    Vehicle,
)
from tests.models.services.papers.made import child_form, form, listed, workbook

MEMBERS = [
    ("name", "role", "agency", "agency_kind", "email", "phone", "core"),
    ("Daisy Yates", "Detective Inspector", "Police", "statutory", "d.y@police.example", "",
     "yes"),
    ("Owen Baines", "Team manager", "Children's social care", "statutory", "", "", "no"),
]  # fmt: skip
MISSING = [
    ("System ID", "Child", "Reported missing", "Returned", "Police risk grade", "RHI offered",
     "RHI completed", "RHI declined reason", "Found at"),
    ("LCS620625", "Aidan Ravenscroft", "05/10/2026 14:45", "06/10/2026 05:45", "High",
     "06/10/2026 10:00", "", "", "Friend's address"),
]  # fmt: skip
ACTIONS = [
    ("Ref", "Meeting", "Subject", "Action", "Owner", "Agency", "Due", "Status", "Update"),
    ("A001", "01/10/2026", "Aidan Ravenscroft", "Hold peer group assessment", "Owen Baines",
     "Children's social care", "23/10/2026", "Open", "Emailed"),
    ("A002", "01/10/2026", "Nobody Known", "Serve CAWN", "DI Yates", "Police", "soon", "Done", ""),
]  # fmt: skip


def test_members_make_agencies_and_seats_once(papers, rows) -> None:
    papers.import_files([("m.csv", listed(MEMBERS))])
    (again,) = papers.import_files([("n.csv", listed([*MEMBERS, MEMBERS[1]]))])
    assert again.status == "updated"
    assert [(one.name, one.kind, one.email_domain) for one in rows(Agency)] == [
        ("Police", "police", "police.example"), ("Children's social care", "social care", None),
    ]  # fmt: skip
    assert [(one.name, one.core) for one in rows(Member)] == [
        ("Daisy Yates", True), ("Owen Baines", False),
    ]  # fmt: skip
    assert len(rows(Membership)) == 2


def test_missing_episodes_are_kept_once_and_completed_later(papers, rows) -> None:
    papers.import_files([("one.docx", child_form()), ("m.csv", listed(MISSING))])
    later = [*MISSING[1][:6], "07/10/2026 11:00", "", MISSING[1][8]]
    papers.import_files([("n.csv", listed([MISSING[0], later]))])
    (episode,) = rows(MissingEpisode)
    assert (episode.reported_at, episode.found_where) == (
        datetime(2026, 10, 5, 14, 45), "Friend's address",
    )  # fmt: skip
    (interview,) = rows(ReturnInterview)
    assert (interview.offered_at, interview.conducted_at) == (
        datetime(2026, 10, 6, 10), datetime(2026, 10, 7, 11),
    )  # fmt: skip
    assert interview.accepted is True
    assert len(rows(Child)) == 1


def test_rows_of_one_name_in_a_list_are_one_child_asked_about_once(papers, rows) -> None:
    papers.import_files(
        [("t.csv", listed([("Name", "DOB", "Risk"), ("Jaydon Whitcombe", "3/4/2011", "High")]))]
    )
    heads = ("Child", "Reported missing", "Returned", "Gender")
    papers.import_files([("m.csv", listed([
        heads, ("Jaydon Whitcombe", "05/10/2026 14:45", "06/10/2026 05:45", "Male"),
        ("jaydon  whitcombe", "12/10/2026 21:00", "13/10/2026 05:45", ""),
        ("Tia Kerr", "05/10/2026 14:45", "06/10/2026 05:45", "Male"),
        ("Tia Kerr", "12/10/2026 14:45", "13/10/2026 05:45", "Female"),
    ]))])  # fmt: skip
    named = [one.label for one in rows(Child)]
    assert named == ["Jaydon Whitcombe", "Jaydon Whitcombe", "Tia Kerr", "Tia Kerr"]
    on_record, from_list, *_ = (one.id for one in rows(Child))
    assert [one.child_id for one in rows(MissingEpisode)][:2] == [from_list] * 2
    assert [(one.subject_id, one.with_id) for one in rows(MatchQuestion)][:1] == [
        (from_list, on_record)
    ]
    assert sum(from_list in (one.subject_id, one.with_id) for one in rows(MatchQuestion)) == 1


def test_a_day_without_its_hour_is_kept_as_such_and_takes_no_hour_away(papers, rows) -> None:
    heads, (*who, _, _, risk, _, _, _, found) = MISSING
    days = [*who, "05/10/2026", "06/10/2026", risk, "", "07/10/2026", "", found]
    papers.import_files([("m.csv", listed([heads, days]))])
    (episode,), (interview,) = rows(MissingEpisode), rows(ReturnInterview)
    assert (episode.reported_at, episode.reported_by_day) == (datetime(2026, 10, 5), True)
    assert (episode.returned_at, episode.returned_by_day) == (datetime(2026, 10, 6, 23, 59), True)
    assert (interview.conducted_at, interview.conducted_by_day) == (datetime(2026, 10, 7), True)
    for returned in ("06/10/2026 05:45", "06/10/2026"):
        more = [*who, "05/10/2026", returned, risk, "", "07/10/2026 11:00", "", found]
        papers.import_files([(f"{len(returned)}.csv", listed([heads, more]))])
        (episode,) = rows(MissingEpisode)
        assert episode.returned_at == datetime(2026, 10, 6, 5, 45) and not episode.returned_by_day


def test_a_day_and_later_its_hour_are_one_episode_and_two_hours_are_two(papers, rows) -> None:
    heads, (*who, _, _, risk, _, _, _, found) = MISSING
    said = ("05/10/2026", "05/10/2026 14:45", "05/10/2026", "05/10/2026 23:10", "06/10/2026")
    reported = [
        [*who, when, "", risk, "", "", "", found] for when in said
    ]  # fmt: skip
    for at, row in enumerate(reported):
        papers.import_files([(f"{at}.csv", listed([heads, row]))])
    assert [(one.reported_at, bool(one.reported_by_day)) for one in rows(MissingEpisode)] == [
        (datetime(2026, 10, 5, 14, 45), False),
        (datetime(2026, 10, 5, 23, 10), False),
        (datetime(2026, 10, 6), True),
    ]


def test_actions_keep_reference_owner_subject_and_words(papers, rows) -> None:
    papers.import_files(
        [("a.csv", listed(ACTIONS)), ("m.csv", listed(MEMBERS)), ("one.docx", child_form())]
    )
    first, second = rows(Action)
    owen = next(one for one in rows(Member) if one.name == "Owen Baines")
    assert (first.reference, first.owner_id, first.status, first.due_on) == (
        "A001", owen.id, "agreed", date(2026, 10, 23),
    )  # fmt: skip
    assert first.subject_id == rows(Child)[0].id
    assert (second.owner_id, second.owner_name, second.subject_id) == (None, "DI Yates", None)
    assert (second.status, second.due_on, second.due_words) == ("complete", None, "soon")
    assert any("Nobody Known" in one.text for one in rows(UnreadText))


def test_another_log_that_counts_from_one_as_well_overwrites_nothing(papers, rows) -> None:
    papers.import_files([("a.csv", listed(ACTIONS[:2]))])
    other = (ACTIONS[1][0], "3 September 2026", "", "Fit lighting at the skate park", "R Bell",
             "Highways", "1 Oct 2026", "Not possible", "No money")  # fmt: skip
    papers.import_files([("b.csv", listed([ACTIONS[0], other]))])
    first, second = rows(Action)
    assert (first.status, second.text) == ("agreed", "Fit lighting at the skate park")
    assert second.reference != first.reference
    said = f"{first.reference} is another action here: {second.reference}"
    assert said in [one.text for one in rows(UnreadText)]
    papers.import_files([("c.csv", listed([ACTIONS[0], (*other[:8], "Still none")]))])
    assert len(rows(Action)) == 2


def test_an_action_log_sent_again_moves_only_what_moved(papers, rows) -> None:
    papers.import_files([("a.csv", listed(ACTIONS[:2]))])
    moved = (*ACTIONS[1][:7], "Completed", "Held on 20 October")
    (again,) = papers.import_files([("b.csv", listed([ACTIONS[0], moved]))])
    assert again.status == "updated"
    (action,) = rows(Action)
    assert action.status == "complete"
    assert [one.text for one in rows(ActionUpdate)] == ["Emailed", "Held on 20 October"]


def nomination(**fields: str) -> bytes:
    return form(
        {
            "Person of concern": "Lee Marsh", "Known as": "Marshy", "Date of birth": "07/11/2002",
            "Vehicle": "PX68 UPM", "Phone": "07700 900437",
            "Linked children": "Aidan Ravenscroft; A. Somebody", "Referred by": "Police",
            "Grounds": "Seen collecting children.", "Ask of the panel": "Agree a plan.", **fields,
        },
        "Person of concern: nomination to MACE",
    )  # fmt: skip


def test_a_nominated_person_is_linked_to_children_by_exact_name_only(papers, rows) -> None:
    kept = papers.import_files([("p.docx", nomination()), ("one.docx", child_form())])
    (person,) = rows(PersonOfConcern)
    (child,) = rows(Child)
    assert (person.label, person.birth_date, person.grounds) == (
        "Lee Marsh", date(2002, 11, 7), "Seen collecting children.",
    )  # fmt: skip
    linked = [(one.from_id, one.to_id) for one in rows(Link) if one.relation == "associates"]
    assert linked == [(child.id, person.id)]
    assert any("not joined: A. Somebody" in one.text for one in rows(UnreadText))
    assert len(rows(Referral)) == 2
    assert kept[0].subject_ids[0] == person.id


def test_a_nomination_without_a_day_of_review_is_taken_and_one_is_proposed(papers, rows) -> None:
    (kept,) = papers.import_files([("p.docx", nomination())])
    (person,) = rows(PersonOfConcern)
    assert person.review_on == date(2027, 2, 9)
    assert kept.status == "imported"
    assert kept.reason == "No day of review said: 9 Feb 2027 is proposed."
    (said,) = papers.import_files([("q.docx", nomination(**{"Next review": "04/01/2027"}))])
    assert said.reason is None
    assert [one.review_on for one in rows(PersonOfConcern)] == [person.review_on]


def test_a_nominated_person_is_linked_by_the_harm_that_the_grounds_say(papers, rows) -> None:
    grounds = {"Grounds": "Believed to be grooming Aidan Ravenscroft."}
    papers.import_files([("one.docx", child_form()), ("p.docx", nomination(**grounds))])
    (person,), (child,) = rows(PersonOfConcern), rows(Child)
    linked = [(one.from_id, one.to_id, one.confidence, one.confirmed)
              for one in rows(Link) if one.relation == "exploits"]  # fmt: skip
    assert linked == [(person.id, child.id, "suspected", False)]
    assert "associates" not in {one.relation for one in rows(Link)}


def test_everything_a_nominated_person_drives_uses_and_lives_at_is_on_record(papers, rows) -> None:
    papers.import_files([("p.docx", nomination(**{
        "Home address": "Flat 6, Delta Court, Thornmere TH2 2AA",
        "Vehicle": "PX68 UPM; silver Golf AB12 CDE",
        "Phone": "07700 900437 / 07700 900438",
        "Social media": "Instagram @cee_brann, Snapchat: cee.b99",
    }))])  # fmt: skip
    assert [one.label for one in rows(Vehicle)] == ["PX68 UPM", "AB12 CDE"]
    assert [one.digits for one in rows(Phone)] == ["07700900437", "07700900438"]
    accounts = [(one.platform, one.handle) for one in rows(OnlineAccount)]
    assert accounts == [("Instagram", "@cee_brann"), ("Snapchat", "cee.b99")]
    assert [one.text for one in rows(Address)] == ["Flat 6, Delta Court, Thornmere TH2 2AA"]
    (person,) = rows(PersonOfConcern)
    held = [one.relation for one in rows(Link) if one.from_id == person.id]
    assert sorted(held) == ["drives", "drives", "uses", "uses", "uses", "uses"]


def test_a_vehicle_of_which_words_say_a_part_is_kept_as_a_part(papers, rows) -> None:
    papers.import_files([("p.docx", nomination(Vehicle="Grey Golf, reg starts YK17"))])
    assert [(one.label, one.registration) for one in rows(Vehicle)] == [("YK17…", "YK17…")]


def test_two_of_whose_vehicles_the_same_part_was_seen_share_no_vehicle(papers, rows) -> None:
    seen = {"Vehicle": "reg starts YK17", "Phone": ""}
    for name in ("Lee Marsh", "Dean Pyke", "Lee Marsh"):
        fields = {"Person of concern": name, "Known as": "", "Date of birth": "", **seen}
        papers.import_files([("p.docx", nomination(**fields, Grounds=f"{len(rows(Referral))}"))])
    driven = [(one.from_id, one.to_id) for one in rows(Link) if one.relation == "drives"]
    assert len(rows(Vehicle)) == 2 and len({to for _, to in driven}) == 2
    assert not rows(MatchQuestion)


def test_a_nomination_of_a_person_named_before_joins_that_person(papers, rows) -> None:
    papers.import_files([("p.docx", nomination())])
    (again,) = papers.import_files([("q.docx", nomination(Grounds="Seen again."))])
    assert again.status == "updated"
    assert len(rows(PersonOfConcern)) == 1 and len(rows(Referral)) == 2


def test_a_person_of_concern_under_eighteen_is_a_child_first(papers, rows) -> None:
    papers.import_files([("p.docx", nomination(**{"Date of birth": "07/11/2010"}))])
    (person,), (child,) = rows(PersonOfConcern), rows(Child)
    assert (person.child_id, child.label) == (child.id, "Lee Marsh")


def test_a_place_is_linked_to_the_children_who_go_there(papers, rows) -> None:
    place = form(
        {"Location of concern": "Harbour Park skatepark", "Type of place": "park",
         "District": "Midvale", "Children linked": "Aidan Ravenscroft",
         "What happens there": "Adults approach children.", "Ask of the panel": "Assess it."},
        "Location of concern: nomination to MACE",
    )  # fmt: skip
    papers.import_files([("l.docx", place), ("one.docx", child_form())])
    (found,) = rows(Place)
    assert (found.place_type, found.district, found.what_happens) == (
        "park", "Midvale", "Adults approach children.",
    )  # fmt: skip
    assert [one.relation for one in rows(Link)] == ["frequents"]


def test_a_group_has_its_children_as_members(papers, rows) -> None:
    group = form(
        {"Name of group": "Harbour Boys", "Children in the group": "Aidan Ravenscroft",
         "Reason for nomination": "Fights after school."},
        "Peer group nomination",
    )  # fmt: skip
    papers.import_files([("g.docx", group), ("one.docx", child_form())])
    assert [one.label for one in rows(Group)] == ["Harbour Boys"]
    assert [one.relation for one in rows(Link)] == ["member of"]


def test_an_adult_on_record_is_a_member_of_the_group_that_names_them(papers, rows) -> None:
    adult = form(
        {"Name of person of concern": "Darren Pike", "Grounds for concern": "Runs it."},
        "Nomination of a person of concern",
    )
    group = form(
        {"Name of group": "Harbour Boys", "Members": "Aidan Ravenscroft\nDarren Pike\nJo Nobody",
         "Reason for nomination": "Fights after school."},
        "Peer group nomination",
    )  # fmt: skip
    papers.import_files([("a.docx", group), ("b.docx", adult), ("one.docx", child_form())])
    (made,) = rows(Group)
    found = [(one.from_id, one.to_id) for one in rows(Link) if one.relation == "member of"]
    people = {one.id: one.label for one in (*rows(Child), *rows(PersonOfConcern))}
    assert {people[one] for one, to in found if to == made.id} == {
        "Aidan Ravenscroft", "Darren Pike",
    }  # fmt: skip
    assert [one.text for one in rows(UnreadText)] == ["Child named, not joined: Jo Nobody"]


def slip(**fields: str) -> bytes:
    return form(
        {"Recommendation reference": "R001", "System ID": "LCS620625", "Response": "Rejected",
         "Reason": "Already in the plan of the school.", "Completed by": "Kian Baines", **fields},
        "Recommendation reply slip",
    )  # fmt: skip


def recommended(papers, store, rows) -> None:
    papers.import_files([("one.docx", child_form())])
    with store.work("recommend", "Recommend") as session:
        session.add(Recommendation(child_id=rows_child(session), reference="R001", text="Mentor."))


def rows_child(session) -> int:
    from sqlalchemy import select

    return session.scalar(select(Child.id))


def test_a_reply_slip_carries_the_answer_to_the_recommendation(papers, store, rows) -> None:
    recommended(papers, store, rows)
    (kept,) = papers.import_files([("r.docx", slip())])
    assert kept.kind == "reply"
    (row,) = rows(Recommendation)
    assert (row.status, row.reply_reason) == ("rejected", "Already in the plan of the school.")


@pytest.mark.parametrize(
    ("day", "status", "shown"),
    [("05/11/2026", "in plan", date(2026, 11, 5)), ("4 December 2027", "accepted modified", None)],
)
def test_an_answer_with_a_date_for_the_plan_is_kept_whole(
    papers, store, rows, day, status, shown
) -> None:
    recommended(papers, store, rows)
    sent = {"Response": "Modified", "Modified wording": "Fortnightly", "Date in plan": day}
    papers.import_files([("r.docx", slip(**sent))])
    (row,) = rows(Recommendation)
    assert (row.status, row.modified_text, row.plan_updated_on) == (status, "Fortnightly", shown)
    assert row.plan_by == (None if shown else date(2027, 12, 4))
    assert row.reply_reason == "Already in the plan of the school."


@pytest.mark.parametrize("answer", ["Accepted", "Modified"])
def test_a_day_alone_is_by_when_the_plan_will_have_what_it_accepted_before(
    papers, store, rows, answer
) -> None:
    recommended(papers, store, rows)
    first = slip(**{"Response": answer, "Modified wording": "Fortnightly"})
    papers.import_files([("r.docx", first)])
    later = {"Response": "", "Reason": "", "Date in plan": "4 December 2027"}
    (kept,) = papers.import_files([("later.docx", slip(**later))])
    (row,) = rows(Recommendation)
    assert row.status == {"Accepted": "accepted", "Modified": "accepted modified"}[answer]
    assert (row.plan_by, row.modified_text) == (date(2027, 12, 4), "Fortnightly")
    assert not kept.not_understood


@pytest.mark.parametrize(
    ("quoted", "status"),
    [("Mentor.", "issued"), ("mentor every week", "rejected"), (None, "rejected")],
)
def test_an_answer_to_earlier_words_is_kept_as_text_and_said(
    papers, store, rows, quoted, status
) -> None:
    recommended(papers, store, rows)
    with store.work("reword", "Reword") as session:
        row = session.scalars(select(Recommendation)).one()
        row.text, row.reworded_on = "Mentor, every week", date(2026, 11, 11)
    sent = {"Recommendation": quoted} if quoted else {}
    (kept,) = papers.import_files([("r.docx", slip(**sent))])
    assert rows(Recommendation)[0].status == status
    told = any("before it was worded anew on 11 Nov" in text for _, text in kept.not_understood)
    assert told == (status == "issued")


def test_a_no_without_a_reason_is_an_answer_that_is_asked_about(papers, store, rows) -> None:
    recommended(papers, store, rows)
    (kept,) = papers.import_files([("r.docx", slip(Response="no", Reason=""))])
    (row,) = rows(Recommendation)
    assert (row.status, row.reply_reason) == ("rejected", "no reason given yet")
    (at,) = [
        at for at, text in kept.not_understood if "R001: rejected without a reason. Ask" in text
    ]
    assert at == "table 1, row 4, column 2"


@pytest.mark.parametrize(("reason", "doubts"), [("", ["reason"]), ("Not our plan.", [])])
def test_a_no_without_a_reason_is_looked_at_where_the_reason_would_stand(
    papers, reason, doubts
) -> None:
    (previewed,) = papers.preview([("r.docx", slip(Response="no", Reason=reason))])
    (record,) = previewed.paper.records
    gaps = [one for one in record.fields if one.note.startswith("Rejected without a reason")]
    assert [one.name for one in gaps] == doubts
    assert {one.where for one in gaps} <= {"table 1, row 4, column 2"}


def test_the_reason_put_in_at_the_preview_is_the_answer_s(papers, store, rows) -> None:
    recommended(papers, store, rows)
    preview = papers.preview([("r.docx", slip(Response="no", Reason=""))])
    (kept,) = papers.keep(preview, {("r.docx", 0, "reason"): "The school offers it."})
    (row,) = rows(Recommendation)
    assert (row.status, row.reply_reason) == ("rejected", "The school offers it.")
    assert not any("without a reason" in text for _, text in kept.not_understood)


def test_a_plans_day_that_nobody_can_read_is_told_with_its_file(papers, store, rows) -> None:
    recommended(papers, store, rows)
    said = {"Response": "Accepted", "Reason": "", "Plan": "soon"}
    (kept,) = papers.import_files([("r.docx", slip(**said))])
    assert rows(Recommendation)[0].status == "accepted"
    assert any(
        "R001: the date in the plan is no day: soon" in text for _, text in kept.not_understood
    )


def test_what_is_not_taken_of_a_reply_is_told_with_what_to_do(papers, store, rows) -> None:
    recommended(papers, store, rows)
    (kept,) = papers.import_files([("r.docx", slip(Response="modified", Reason="Too often"))])
    assert rows(Recommendation)[0].status == "issued"
    ((_, text),) = kept.not_understood
    assert "Not taken: ask whoever answered" in text


def test_a_reply_about_another_child_changes_nothing(papers, store, rows) -> None:
    recommended(papers, store, rows)
    papers.import_files([("r.docx", slip(**{"System ID": "LCS1"}))])
    assert rows(Recommendation)[0].status == "issued"
    assert any("another child's" in one.text for one in rows(UnreadText))


def test_two_new_places_of_one_list_that_may_be_the_same_are_asked_about(papers, rows) -> None:
    heads = ("Location name", "Type of location", "Location address", "Location postcode",
             "Grid reference")  # fmt: skip
    north = ("Vape shop North Road", "Shop", "1 North Road", "LA1 1NS", "")
    south = ("Vape shop South Road", "Shop", "16 South Road", "LA2 1NS", "")
    (report,) = papers.import_files([("places.csv", listed([heads, north, south]))])
    assert [one.label for one in rows(Place)] == ["Vape shop North Road", "Vape shop South Road"]
    assert [one.label for one in report.matches] == ["Vape shop North Road"]


def test_a_sheet_of_places_by_plain_heads_comes_in_with_their_kind_as_written(papers, rows) -> None:
    heads = ("Name", "Type", "Address", "Postcode", "Review date")
    shop = ("Northmoor News", "Shop", "1 North Road", "LA1 1NS", "01/02/2027")
    wash = ("Quay Wash", "Launderette", "2 Quay Road", "LA2 1NS", "")
    papers.import_files([("places.xlsx", workbook([heads, shop, wash], "Places"))])
    assert [(one.label, one.place_type, one.address, one.review_on) for one in rows(Place)] == [
        ("Northmoor News", "Shop", "1 North Road", date(2027, 2, 1)),
        ("Quay Wash", "Launderette", "2 Quay Road", None),
    ]
    kind = codes.recognise("place_types", "Shop")
    assert kind is not None and kind.label == "Shop"


def test_a_list_of_persons_of_concern_says_when_each_is_reviewed(papers, rows) -> None:
    heads = ("Name", "Alias", "Date of birth", "Grounds for concern", "Review date")
    person = ("Lee Marsh", "Marshy", "07/11/2002", "Named by two children", "01/02/2027")
    papers.import_files([("people.csv", listed([heads, person]))])
    again = (*person[:4], "01/03/2027")
    papers.import_files([("again.csv", listed([heads, again]))])
    (found,) = rows(PersonOfConcern)
    assert found.review_on == date(2027, 2, 1)
    assert [one.received_on for one in rows(Referral)] == [None, None]
