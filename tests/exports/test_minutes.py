"""Minutes tell what was said, by whom and how sure, and nothing that is not for their readers."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from docx.document import Document

from exports import item_minutes, minutes, shared_lines
from models.records.attending import Absence
from models.records.item import AgencyRound, PointRecord, UntilThen
from models.records.outcomes import TellingRecord
from models.rules.spoken_of import NOT_SURE
from tests.exports import papers as panel
from tests.exports import reading


def made(**changes: object) -> Document:
    return reading.document(lambda to: minutes.write(panel.papers(**changes), to))


def test_actions_stand_before_everything_else() -> None:
    first = [text for level, text in reading.outline(made()) if level == 1]
    assert first == [
        "Actions agreed",
        "Attendance",
        "Confidentiality statement",
        "Conflicts of interest",
        "Minutes of the last meeting",
        "Actions from earlier meetings",
        "Children",
        "Persons of concern",
        "Locations",
        "Themes",
        "Items deferred or not reached",
        "Cross-border and transition",
        "Escalations",
        "Any other business",
        "Next meeting",
        "Distribution and version",
    ]


def test_sections_follow_the_panels_own_order() -> None:
    own = replace(panel.PANEL, section_order=("O", "L", "V", "T"))
    order = [text for level, text in reading.outline(made(panel=own)) if level == 1]
    assert order.index("Persons of concern") < order.index("Locations") < order.index("Children")


def test_an_item_of_a_section_the_panel_does_not_know_is_not_lost() -> None:
    odd = panel.item(panel.row(50, "Z1", "A school's question", "theme"))
    odd = replace(odd, decision=panel.decision("Adopt", "Asked twice."))
    assert "Z1  A school's question (review)" in reading.under(made(items=(odd,)), "Other items")


def test_fact_opinion_and_intelligence_are_told_apart_in_words() -> None:
    shared = reading.under(made(), "Information shared")
    assert shared == [
        (
            "Police. Fact, 3 Nov: A second phone was found."
            " Intelligence (graded E41): Debt of £400 talked of."
        ),
        (
            "Health (ICB safeguarding). Not stated whether fact or opinion, in writing:"
            " Hand injury treated; sleeps badly."
        ),
        "Nothing new from: Education safeguarding and CAMHS.",
    ]


def test_an_immediate_risk_stands_by_itself_and_the_panel_is_no_agency_with_nothing_new() -> None:
    said = "Immediate risk: not seen since 6pm"
    told = {"agency_id": None, "agency": None, "information": "not stated", "urgent": True}
    untold = replace(panel.line(90, panel.HEALTH, said), said_at=datetime(2026, 11, 12, 10, 42))
    lines = (
        replace(untold, **told),
        replace(panel.line(91, panel.HEALTH, f"{said} (police told at 10:50)"), **told),
    )
    item = panel.item(panel.row(51, "V9", "Robin Ashdown", "child"))
    rounds = (AgencyRound(0, "Panel", None, None, "", None, lines),)
    shared = reading.under(made(items=(replace(item, rounds=rounds),)), "Information shared")
    assert shared[:-1] == [
        (
            "Cannot wait, said at 10:42. Immediate risk: not seen since 6pm."
            " Who was told of it is not recorded."
        ),
        "Cannot wait. Immediate risk: not seen since 6pm (police told at 10:50).",
    ]


def test_an_agency_stands_once_and_one_with_nothing_new_stands_in_one_line() -> None:
    nothing = (
        "No new information since the last meeting.",
        "Nothing known",
        "No further information held.",
    )
    rounds = (
        panel.turn(
            panel.POLICE,
            panel.line(1, panel.POLICE, "Seen twice", information="opinion"),
            panel.line(2, panel.POLICE, nothing[0]),
            panel.line(3, panel.POLICE, "Phone found", date=date(2026, 11, 3), said=False),
            panel.line(4, panel.POLICE, "Bag found"),
        ),
        panel.turn(panel.HEALTH, panel.line(5, panel.HEALTH, nothing[1])),
        panel.turn(panel.EDUCATION, panel.line(6, panel.EDUCATION, nothing[2])),
    )
    items = (replace(panel.aidan(), rounds=rounds),)
    assert reading.under(made(items=items), "Information shared") == [
        "Police. Fact, 3 Nov, in writing: Phone found. Bag found. Opinion: Seen twice.",
        "Nothing new from: Health (ICB safeguarding) and Education safeguarding.",
    ]


def test_what_came_after_the_meeting_says_so_and_nobody_is_taken_to_have_heard_it() -> None:
    late = {"said": False, "origin": "return", "came_after": date(2026, 11, 13)}
    rounds = (
        panel.turn(
            panel.POLICE,
            panel.line(1, panel.POLICE, "Two stops", date=date(2026, 11, 2), **late),
            panel.line(2, panel.POLICE, "Phone found", said=False, origin="return"),
            panel.line(3, panel.POLICE, "Seen twice", information="opinion"),
        ),
        panel.turn(panel.HEALTH, panel.line(4, panel.HEALTH, "Seen on a ward", **late),
                   turn="nothing new"),
    )  # fmt: skip
    items = (replace(panel.aidan(), rounds=rounds),)
    assert reading.under(made(items=items), "Information shared") == [
        (
            "Police. Fact, in writing: Phone found. Opinion: Seen twice."
            " Fact, 2 Nov, came after the meeting, 13 Nov: Two stops."
        ),
        "Health (ICB safeguarding). Fact, came after the meeting, 13 Nov: Seen on a ward.",
        "Nothing new from: Health (ICB safeguarding).",
    ]


def test_no_news_is_not_taken_out_of_what_says_more() -> None:
    for text in (
        "No change of address",
        "No new phone was found",
        "Nothing new since he moved; safe",
        "No new information since the last meeting. (ref K4V)",
    ):
        item = replace(
            panel.aidan(), rounds=(panel.turn(panel.POLICE, panel.line(1, panel.POLICE, text)),)
        )
        assert reading.under(made(items=(item,)), "Information shared") == [
            f"Police. Fact: {text}."
        ]


def test_items_return_on_the_day_set_where_no_next_meeting_is_named() -> None:
    bare = replace(panel.MEETING, next_meeting_on=None)
    assert reading.under(made(meeting=bare, items=(panel.aidan(),)), "Next meeting") == [
        "V1 to return on Thursday 24 December 2026."
    ]


def test_who_may_be_on_record_twice_is_said_with_the_link() -> None:
    twice = panel.link("Stef Radu", "person_of_concern", "associates with", in_question=True)
    document = made(items=(replace(panel.aidan(), links=(twice,)),))
    assert reading.under(document, "Links") == [
        "Associates with Stef Radu (suspected, unverified, perhaps on record twice)."
    ]


def test_the_last_line_never_stands_alone_on_a_page() -> None:
    last = made().paragraphs[-2]
    assert last.paragraph_format.keep_with_next


def test_what_is_not_for_all_the_panel_leaves_no_trace() -> None:
    text = reading.text(made())
    for kept in ("Warrant", "neighbour", "Keep watch", "Covert visit", "annex", "Taken back"):
        assert kept not in text


def test_children_stand_by_initials_and_number_wherever_they_are_named() -> None:
    text = reading.text(made())
    assert "V1  A.R., LCS620625 (review)" in text
    assert "so that A.R. has a trusted adult there" in text
    for name in ("Ravenscroft", "Aidan", "Kerr", "D'Souza", "D'SOUZA", "Tully", "Hartley"):
        assert name not in text
    assert "In May she moved school" in text
    assert "Lee Marsh" in text


def test_names_stand_in_full_where_the_panel_sets_it() -> None:
    text = reading.text(made(panel=replace(panel.PANEL, full_names=True)))
    assert "V1  Aidan Ravenscroft, LCS620625 (review)" in text
    assert "15, born 21 January 2011" in text


def test_a_young_person_of_concern_is_a_child_first() -> None:
    assert "O2  J.T. (review)" in reading.text(made())


def test_a_workers_name_that_begins_like_the_childs_is_left_alone_where_the_panel_knows_it() -> (
    None
):
    item = replace(panel.aidan(), analysis="Aidan Moore will meet Aidan's mother with Aidan.")
    here = panel.attendance()
    worker = replace(here[0], name="Aidan Moore")
    text = reading.text(made(items=(item,), attendance=(*here, worker)))
    assert "Aidan Moore will meet A.R.'s mother with A.R." in text
    assert f"A.M. {NOT_SURE} will meet A.R.'s mother with A.R." in reading.text(made(items=(item,)))


def test_risk_and_decision_come_with_their_reasons() -> None:
    document = made()
    assert reading.under(document, "Risk") == [
        "Before the meeting Medium, after it High (increased). Judged by Local categories.",
        "Why: Debt bondage is now clear.",
    ]
    assert reading.under(document, "Decision")[:4] == [
        "Refer NRM.",
        "Why: Pattern continues and the adults have not yet been disrupted.",
        "Agreed by a second person: Jayden Yates.",
        "Different view: Health would have preferred a strategy discussion first.",
    ]


def test_what_was_not_recorded_says_so_and_is_not_invented() -> None:
    bare = replace(
        panel.MEETING,
        chair=None,
        venue=None,
        minute_taker=None,
        script_read_by=None,
        script_read_at=None,
        previous_minutes_date=None,
        previous_minutes_agreed=None,
        next_meeting_on=None,
    )
    items = (replace(panel.aidan(), decision=None, returns_on=None),)
    document = made(meeting=bare, quorum="", attendance=(), declarations=(), items=items)
    text = reading.text(document)
    for line in (
        "Not recorded | venue, chair, minute taker and quorum",
        "Attendance was not recorded.",
        "That the statement was read is not recorded.",
        "None were declared.",
        "Not recorded: a decision.",
    ):
        assert line in text
    assert "Next meeting" not in text


def test_a_child_discussed_without_voice_risk_or_decision_shows_the_gaps() -> None:
    missing = "who holds the plan, the child's view, the parents' view, risk and a decision"
    assert reading.under(made(), "V2  T.K., LCS693851 (new)") == [
        "Age | 17",
        "Risk assessment | None on record",
        f"Not recorded: {missing}.",
    ]


def test_what_an_agency_said_stands_in_the_order_of_its_days() -> None:
    days = ((1, 21, "The later"), (2, 6, "The earlier"), (3, None, "Of no day"))
    lines = [
        panel.line(number, panel.POLICE, words, date=day and date(2026, 10, day))
        for number, day, words in days
    ]
    (told,) = shared_lines.by_agency(lines, panel.HELD_ON)
    said = "".join(told)
    assert said.index("The earlier") < said.index("The later") < said.index("Of no day")


def test_no_heading_stands_over_nothing() -> None:
    blocks = list(made().iter_inner_content())
    for one, following in zip(blocks, blocks[1:], strict=False):
        style = getattr(one.style, "name", "")
        after = getattr(following.style, "name", "")
        if style.startswith("Heading") and after.startswith("Heading"):
            assert int(after[-1]) > int(style[-1])
    assert not blocks[-1].style.name.startswith("Heading")


def test_no_paragraph_is_empty_for_spacing() -> None:
    assert all(one.text.strip() for one in made().paragraphs)


def test_deferred_and_unreached_items_are_named_with_their_reason() -> None:
    assert reading.under(made(), "Items deferred or not reached")[1:] == [
        "V4 | B.F., LCS669557 | Deferred | The lead professional was ill. | ",
        "T2 | Out-of-area placements | Not reached |  | ",
    ]


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (
            UntilThen("first at the next meeting", holder="Kay Baines"),
            "First at the next meeting. Kay Baines holds it until then.",
        ),
        (
            UntilThen("extraordinary meeting", date(2026, 11, 19)),
            "Extraordinary meeting on Thu 19 Nov 2026. Nobody holds it until then.",
        ),
        (
            UntilThen("single-agency check", agency="Health", holder="Ann Patel"),
            "Single-agency check by Health. Ann Patel holds it until then.",
        ),
        (
            UntilThen("continued", date(2026, 11, 19), holder="Ann Patel"),
            "Ann Patel holds it until then.",
        ),
    ],
)
def test_what_becomes_of_an_item_not_reached_is_named_with_who_holds_it(until, told) -> None:
    item = panel.deferred_child()
    item = replace(item, row=replace(item.row, until=until))
    (line,) = reading.under(made(items=(item,)), "Items deferred or not reached")[1:]
    assert line.endswith(f"The lead professional was ill. | {told}")


def test_an_item_without_a_decision_names_who_holds_it() -> None:
    item = panel.aidan()
    held = replace(item.row, until=UntilThen(holder="Kay Baines"))
    section = reading.under(made(items=(replace(item, decision=None, row=held),)), "Children")
    assert "None yet: Kay Baines holds it until there is one." in section


def test_what_was_said_before_an_item_was_deferred_is_kept() -> None:
    item = replace(panel.deferred_child(), presentation="The school has written.")
    section = reading.under(made(items=(item,)), "Children")
    assert "Deferred: The lead professional was ill." in section
    assert "The school has written." in section


def test_a_different_view_says_who_speaks_next_and_by_when() -> None:
    step = "Managers of both agencies speak by Fri 13 Nov 2026"
    told = reading.under(made(dissent_step=step), "Escalations")
    at = next(at for at, line in enumerate(told) if "different view" in line)
    assert told[at].endswith(f". Until it is settled: m{step[1:]}.")
    assert sum("Until it is settled" in line for line in told) == 1


def test_two_different_views_on_an_item_read_as_one_sentence_each() -> None:
    item = panel.aidan()
    risk = replace(item.risk, dissent="health would keep it high")
    decided = replace(item.decision, dissent="police asked for a strategy meeting")
    told = reading.under(made(items=(replace(item, risk=risk, decision=decided),)), "Escalations")
    views = "Police asked for a strategy meeting. Health would keep it high."
    assert any(f"different views: {views}" in line for line in told)


def test_a_notification_that_was_not_reached_is_told_once() -> None:
    item = panel.notified_child()
    late = replace(item, row=replace(item.row, state="not reached"))
    document = made(items=(late,))
    assert "For notification" not in reading.text(document)
    (line,) = reading.under(document, "Items deferred or not reached")[1:]
    assert line.startswith("V5 | M.H., LCS587958 | Not reached")


def test_notifications_are_taken_together() -> None:
    assert reading.under(made(), "For notification") == [
        "V5  M.H., LCS587958: Moved in from another authority."
    ]


def test_attendance_is_in_words_with_those_present_first() -> None:
    table = reading.under(made(), "Attendance")
    assert table[0] == "Name | Role | Agency | Attendance"
    assert table[1].startswith("Jayden Yates")
    assert "Apologies, information sent on 9 Nov 2026" in table[-2]
    assert table[-1].endswith("Not recorded")
    assert any("left for an item (conflict of interest)" in row for row in table)


def test_who_was_invited_for_single_items_is_not_said_to_have_come() -> None:
    aidan, tia = panel.papers().items[:2]
    put_off = replace(tia, row=replace(tia.row, state="deferred"), attending=("Ada Fox",))
    held = replace(aidan, attending=("Finley Jankowski", "Jayden Yates"))
    again = replace(tia, row=replace(tia.row, reference="V9"), attending=("Finley Jankowski",))
    told = reading.under(made(items=(held, put_off, again)), "Attendance")
    who = f"Finley Jankowski ({aidan.row.reference}, V9)"
    assert told[-1] == f"Invited for their item only, not noted as having come: {who}."


def test_a_childs_first_name_that_a_professional_bears_is_initials_wherever_its_item_is_told() -> (
    None
):
    papers = panel.papers()
    item = panel.aidan()
    namesake = replace(papers.attendance[0], name="Aidan Marsh")
    declared = replace(
        papers.declarations[0],
        item_reference=item.row.reference,
        interest="Plays football with Aidan",
    )
    late = replace(
        papers.earlier_actions[0],
        item_id=item.row.id,
        last_update="Told Aidan",
        last_reason="Aidan is ill",
    )
    put_off = replace(
        item, row=replace(item.row, state="deferred", deferred_reason="Aidan has moved")
    )
    for one in (item, put_off):
        text = reading.text(
            made(
                items=(one,),
                attendance=(*papers.attendance, namesake),
                declarations=(declared,),
                earlier_actions=(late,),
            )
        )
        assert "Plays football with A.R." in text
        assert "Told A.R. Reason: A.R. is ill." in text
        assert "Aidan Marsh" in text
        assert text.count("Aidan") == text.count("Aidan Marsh")


def test_whoever_left_for_an_item_is_named_with_times_where_it_was_declared_and_in_it() -> None:
    out = (Absence(time(10, 40), time(11, 5)),)
    papers = panel.papers()
    declared = replace(papers.declarations[0], stepped_out=out)
    item = replace(panel.aidan(), stepped_out=((declared.member, out),))
    document = made(declarations=(declared,), items=(item,))
    declarations = reading.under(document, "Conflicts of interest")
    assert "Left 10:40, returned 11:05." in declarations[0]
    assert f"{declared.member} (left 10:40, returned 11:05)" in reading.text(document)


def test_who_tells_the_child_and_what_must_not_be_said() -> None:
    assert reading.under(made(), "Who tells the child and family") == [
        (
            "Child: Kian Baines, by 17 November 2026. What was agreed about school."
            " Must not be said: anything about the notice. It is safe to write."
        ),
        "Parents: teller not recorded. It is not safe to write.",
    ]


def test_that_parents_are_not_to_be_told_is_said_once_and_no_teller_is_missed() -> None:
    one = panel.aidan()
    told = replace(one.tellings[1], must_not="Not to be told yet: may tip off", safe_to_write=None)
    document = made(items=(replace(one, tellings=(told,)),))
    (line,) = reading.under(document, "Who tells the child and family")
    assert line == "Parents: Not to be told yet: may tip off."


def test_who_tells_is_not_named_twice() -> None:
    one = panel.aidan()
    told = replace(one.tellings[0], text="Kian Baines will tell him", must_not=None)
    document = made(items=(replace(one, tellings=(told,)),))
    (line,) = reading.under(document, "Who tells the child and family")
    assert line.startswith("Child: By 17 November 2026. Kian Baines will tell him.")


def test_words_that_go_on_from_who_tells_stand_behind_the_name() -> None:
    one = panel.aidan()
    told = replace(one.tellings[0], text="Will tell him on Monday", must_not=None)
    document = made(items=(replace(one, tellings=(told,)),))
    (line,) = reading.under(document, "Who tells the child and family")
    assert line.startswith("Child: By 17 November 2026. Kian Baines will tell him on Monday.")


def test_who_tells_is_not_said_to_be_told() -> None:
    one = panel.aidan()
    told = replace(one.tellings[0], text="Will not be told of the notice", must_not=None)
    document = made(items=(replace(one, tellings=(told,)),))
    (line,) = reading.under(document, "Who tells the child and family")
    said = "Will not be told of the notice."
    assert line.startswith(f"Child: Kian Baines, by 17 November 2026. {said}")


def test_a_panel_without_a_minute_taker_has_nothing_not_recorded() -> None:
    meeting = replace(panel.MEETING, minute_taker=None)
    assert "Not recorded |" not in reading.text(made(meeting=meeting))


def test_an_unverified_link_stays_unverified() -> None:
    assert reading.under(made(), "Links")[1] == "Is a friend of T.K. (suspected, fact, unverified)."


def test_actions_from_before_start_with_those_not_done() -> None:
    rows = reading.under(made(), "Actions from earlier meetings")
    assert rows[1].startswith("A002 | T.K.")
    assert "Reason: agency has not done it. Carried 2 times." in rows[1]


def test_the_same_papers_give_the_same_file() -> None:
    once, again = (reading.written(lambda to: minutes.write(panel.papers(), to)) for _ in range(2))
    assert reading.parts(once) == reading.parts(again)


def test_the_digest_of_what_is_said_does_not_change_with_the_state() -> None:
    draft = minutes.compose(panel.papers())
    approved = minutes.compose(panel.papers(minutes_state="approved"))
    other = minutes.compose(panel.papers(quorum="Not met"))
    assert draft.digest == approved.digest != other.digest


def test_markup_and_control_characters_in_a_note_are_only_text() -> None:
    item = replace(panel.place(), analysis="<w:p/> & \x00\x0b{{marking}}\ttab \ud800".strip())
    text = reading.text(made(items=(item,)))
    assert "<w:p/> & " in text
    assert "{{marking}}\ttab" in text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"standing": "rejected", "reply_reason": "no place."}, "Rejected. Why: no place."),
        (
            {"standing": "accepted with changes", "modified_text": "Fortnightly."},
            "Accepted with changes, as “Fortnightly.”",
        ),
        (
            {
                "standing": "accepted with changes; recalled on 30 Nov 2026, to be sent again",
                "modified_text": "Fortnightly.",
            },
            "Accepted with changes, as “Fortnightly”; recalled on 30 Nov 2026, to be sent again.",
        ),
        (
            {
                "standing": "accepted with changes, to be in the plan by 18 Dec",
                "modified_text": "Fortnightly.",
            },
            "Accepted with changes, as “Fortnightly”, to be in the plan by 18 Dec.",
        ),
        ({"standing": "in the plan"}, "In the plan."),
        ({"standing": "issued"}, "No answer yet."),
    ],
)
def test_what_a_plan_answered_is_told_in_sentences(changes: dict[str, str], told: str) -> None:
    row = panel.aidan().row
    one = panel.recommendation(1, row, "Weekly check-in", **changes)
    item = replace(panel.aidan(), earlier_recommendations=(one,))
    (said,) = item_minutes.earlier_recommendations(item)
    assert "".join(said) == f"R001: Weekly check-in. {told}"


def test_why_nobody_tells_a_parent_is_told() -> None:
    point = PointRecord("parents_told", "Who tells the parents", stands=True, reason="safer so")
    item = replace(panel.item(panel.row(1, "V1", "Aidan Ravenscroft", "child")), required=(point,))
    told = reading.under(made(items=(item,)), "Who tells the child and family")
    assert told[0] == "Parents: Nobody tells them. Safer so."


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("mum was told on Monday by the school", "Mum was told on Monday by the school."),
        ("they know already", "They know already."),
        ("until mum is told nothing goes home",
         "Nobody tells them. Until mum is told nothing goes home."),
    ],
)  # fmt: skip
def test_words_that_say_that_a_parent_knows_are_no_reason_why_nobody_tells(reason, told) -> None:
    point = PointRecord("parents_told", "Who tells the parents", stands=True, reason=reason)
    item = replace(panel.item(panel.row(1, "V1", "Aidan Ravenscroft", "child")), required=(point,))
    said = reading.under(made(items=(item,)), "Who tells the child and family")
    assert said[0] == f"Parents: {told}"


def test_why_nobody_holds_the_plan_stands_where_its_holder_would() -> None:
    point = PointRecord("lead", "Who holds the plan", stands=True, reason="team is being chosen")
    item = panel.aidan()
    without = replace(item, required=(point,), header=replace(item.header, lead=None))
    told = "Lead professional | Nobody is named. Team is being chosen."
    assert told in reading.text(made(items=(without,)))
    assert "Nobody is named" not in reading.text(made(items=(replace(item, required=(point,)),)))


def test_that_nobody_tells_is_said_once_and_the_child_comes_first() -> None:
    asked = (("parents_told", "nobody for now"), ("child_told", "Police ask us to wait"))
    points = tuple(PointRecord(code, code, stands=True, reason=why) for code, why in asked)
    told = TellingRecord(1, "carer", "Kay Baines", None, None, None, None)
    row = panel.row(1, "V1", "Aidan Ravenscroft", "child")
    item = replace(panel.item(row), required=points, tellings=(told,))
    section = reading.under(made(items=(item,)), "Who tells the child and family")
    assert section[0] == "Child: Nobody tells them. Police ask us to wait."
    assert section[1].startswith("Carer: ") and section[2] == "Parents: Nobody for now."


def test_an_action_about_another_says_so_beside_its_item() -> None:
    item = panel.aidan()
    other = replace(
        item.actions[0], id=990, reference="A990", subject_id=900, subject="Darren Pike",
        subject_kind="person_of_concern", sharing="all panel", text="Visit him", success=None,
    )  # fmt: skip
    told = reading.under(made(items=(replace(item, actions=(other,)),)), "Actions")
    (said,) = (line for line in told if "A990" in line)
    assert said.endswith(", about Darren Pike: Visit him.")


def test_what_was_typed_in_haste_stands_as_a_sentence() -> None:
    item = replace(panel.aidan(), analysis="the risk is at the park", for_file="he is safer")
    told = reading.text(made(items=(item,)))
    assert "The risk is at the park.\n" in told and "He is safer.\n" in told


def test_who_has_the_minutes_is_told_by_agency() -> None:
    (row, *_) = reading.under(made(), "Distribution and version")
    assert row == "Issued to | Police: Kay Baines and Jo Day; Mo Hale"
