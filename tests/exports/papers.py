"""A meeting of the invented Northmoor panel as frozen records, with an item of every kind."""

from dataclasses import replace
from datetime import date, datetime, time

from models.records.attending import Absence
from models.records.documents import ExtractPapers, MeetingPapers
from models.records.item import AgencyRound, ItemHeader, ItemRecord, ItemRow, LineRecord
from models.records.meeting import AttendanceRow, DeclarationRow, MeetingRecord
from models.records.outcomes import (
    ActionRow,
    DecisionRecord,
    MeasureRow,
    PlanRecord,
    RecommendationRow,
    RiskRecord,
    TellingRecord,
)
from models.records.panel import AgencyRecord, PanelRecord
from models.records.subjects import ChildRecord, ChildRow, LinkRecord, PersonRecord, PlaceRecord
from models.rules.masking import NameMask

HELD_ON = date(2026, 11, 12)
MADE_AT = datetime(2026, 11, 12, 14, 5)
HANDLING = (
    "OFFICIAL-SENSITIVE - SAFEGUARDING. Not to be copied, forwarded or disclosed without the"
    " chair's agreement."
)

PANEL = PanelRecord(
    id=1,
    name="Northmoor MACE",
    acronym="MACE",
    area="Northmoor",
    marking="OFFICIAL-SENSITIVE",
    handling=HANDLING,
    starts=time(9, 30),
    ends=time(12, 30),
    full_names=False,
    section_order=("V", "O", "L", "T", "G"),
    section_names=(
        ("V", "Children"),
        ("O", "Persons of concern"),
        ("L", "Locations"),
        ("T", "Themes"),
        ("G", "Groups"),
    ),
)

MEETING = MeetingRecord(
    id=1,
    uuid="9d1f9f0e-4f5a-4f57-9d63-0c2f8f2f0001",
    panel="Northmoor MACE",
    held_on=HELD_ON,
    starts=time(9, 30),
    ends=time(12, 30),
    venue="Committee room 2 and online",
    state="closed",
    chair="Shanice Fairhurst",
    chair_id=1,
    minute_taker="Petra Lund",
    minute_taker_id=9,
    started_at=datetime(2026, 11, 12, 9, 32),
    closed_at=datetime(2026, 11, 12, 12, 21),
    script_read_by="Shanice Fairhurst",
    script_read_at=datetime(2026, 11, 12, 9, 34),
    quorum_decision=None,
    quorum_reason=None,
    previous_minutes_date=date(2026, 10, 1),
    previous_minutes_agreed=True,
    previous_minutes_corrections=None,
    other_business="The panel thanked the return interview service for its summer report.",
    next_meeting_on=date(2026, 12, 24),
)
AGENCY_NAMES = (
    "Children's social care",
    "Police",
    "Health (ICB safeguarding)",
    "Education safeguarding",
    "CAMHS",
)
AGENCIES = tuple(
    AgencyRecord(
        id=number,
        uuid=f"agency-{number}",
        name=name,
        short_name=None,
        kind=None,
        partner="statutory",
        core=True,
        email=None,
        secure_mail=True,
        agreement_expires=None,
        sees_persons_of_concern=name in {"Police", "Children's social care"},
        default_information=None,
        default_sharing=None,
        active=True,
    )
    for number, name in enumerate(AGENCY_NAMES, 1)
)
SOCIAL_CARE, POLICE, HEALTH, EDUCATION, CAMHS = AGENCIES

PEOPLE = (
    ("Shanice Fairhurst", "Exploitation service manager", SOCIAL_CARE, "R", time(9, 30), None),
    ("Jayden Yates", "Detective sergeant", POLICE, "P", time(9, 30), None),
    ("Kai Dobson", "Designated nurse", HEALTH, "P", time(9, 41), time(12, 0)),
    ("Leah Baines", "Education safeguarding lead", EDUCATION, "C", time(9, 30), None),
    ("Leah Armstrong", "Team leader", CAMHS, "A", None, None),
    ("Kian Baines", "Social worker", SOCIAL_CARE, "I", time(9, 40), time(9, 55)),
    ("Ruth Mallory", "Visitor", None, "O", None, None),
    ("Gabriela Dobson", "Housing manager", None, None, None, None),
)


def attendance() -> tuple[AttendanceRow, ...]:
    return tuple(
        AttendanceRow(
            id=number,
            member_id=number,
            name=name,
            role=role,
            agency_id=agency.id if agency else None,
            agency=agency.name if agency else None,
            code=code,
            arrived=arrived,
            left=left,
            deputy_for=None,
            information_sent_on=date(2026, 11, 9) if code == "A" else None,
            core=agency is not None,
            absences=(Absence(left, None),) if left else (),
        )
        for number, (name, role, agency, code, arrived, left) in enumerate(PEOPLE, 1)
    )


def row(item_id: int, reference: str, label: str, subject_kind: str, **changes: object) -> ItemRow:
    base = ItemRow(
        id=item_id,
        uuid=f"5b0c9b5e-0000-4000-8000-{item_id:012}",
        reference=reference,
        section=reference[0],
        position=int(reference[1:]),
        kind="review",
        state="discussed",
        subject_id=item_id * 10,
        subject_kind=subject_kind,
        label=label,
        initials=label,
        subject_reference=None,
        planned_minutes=12,
        seconds=650,
        clock_started=None,
        slot=time(9, 40),
        presenter=None,
        ask=None,
        deferred_reason=None,
        carried_count=0,
        decided=True,
    )
    return replace(base, **changes)


def header(of: ItemRow, **changes: object) -> ItemHeader:
    base = ItemHeader(
        name=of.label,
        initials=of.initials,
        age=None,
        reference=of.subject_reference,
        birth_date=None,
        plan=None,
        lead=None,
        types=(),
        risk=None,
        risk_direction=None,
        assessed_on=None,
        assessment_overdue=False,
        missing_90_days=None,
        interviews_late=0,
        nrm=None,
        reason=None,
        ask=None,
        last_meeting_on=None,
        last_decision=None,
        last_rationale=None,
        tags=(),
    )
    return replace(base, **changes)


def item(of: ItemRow, about: ItemHeader | None = None, **changes: object) -> ItemRecord:
    base = ItemRecord(
        row=of,
        header=about or header(of),
        presentation=None,
        voice=None,
        referral_voice=None,
        voice_absent_reason=None,
        parents_view=None,
        protective=None,
        analysis=None,
        diversity=None,
        for_file=None,
        nrm_considered=None,
        communications_line=None,
        risk=None,
        decision=None,
        returns_on=None,
        looked_at_again_on=None,
        rounds=(),
        links=(),
        actions=(),
        measures=(),
        recommendations=(),
        open_actions=(),
        earlier_recommendations=(),
        tellings=(),
        attending=(),
        hidden_from_room=False,
    )
    found = replace(base, **changes)
    decided = found.decision
    return replace(found, returns_on=decided.review_on if decided else None)


def line(line_id: int, agency: AgencyRecord, text: str, **changes: object) -> LineRecord:
    base = LineRecord(
        id=line_id,
        origin="room",
        agency_id=agency.id,
        agency=agency.name,
        by_name=None,
        date=None,
        text=text,
        information="fact",
        sharing="all panel",
        shared_with=(),
        source=None,
        grading=None,
        said_at=None,
        said=True,
        withdrawn=False,
    )
    return replace(base, **changes)


def turn(agency: AgencyRecord, *lines: LineRecord, turn: str | None = None) -> AgencyRound:
    return AgencyRound(
        agency_id=agency.id,
        agency=agency.name,
        representative=None,
        attendance="P",
        return_state="in",
        turn=turn,
        lines=lines,
    )


def action(action_id: int, of: ItemRow | None, text: str, **changes: object) -> ActionRow:
    base = ActionRow(
        id=action_id,
        uuid=f"action-{action_id}",
        reference=f"A{action_id:03}",
        text=text,
        kind=None,
        owner="Jayden Yates",
        owner_id=2,
        agency=POLICE.name,
        agency_id=POLICE.id,
        due_on=date(2026, 11, 26),
        due_words=None,
        success=None,
        status="agreed",
        finished=False,
        rag="green",
        standing="on time",
        carried_count=0,
        made_on=HELD_ON,
        meeting_on=HELD_ON,
        item_id=of.id if of else None,
        item_reference=of.reference if of else None,
        subject_id=of.subject_id if of else None,
        subject_kind=of.subject_kind if of else None,
        subject=of.label if of else None,
        subject_initials=of.initials if of else None,
        sharing="all panel",
        measure_code=None,
        disrupts=False,
        last_update=None,
        last_reason=None,
    )
    return replace(base, **changes)


def measure(measure_id: int, name: str, against: str, **changes: object) -> MeasureRow:
    base = MeasureRow(
        id=measure_id,
        uuid=f"measure-{measure_id}",
        plan_id=1,
        plan_reference="DP-2026-004",
        type_code="CAWN",
        name=name,
        legal_basis="Child Abduction Act 1984 s.2",
        against=against,
        subject_id=900,
        subject_kind="person_of_concern",
        lead="Police",
        applicant="Police",
        status="evidence gathering",
        standing="evidence gathering, due 3 Dec",
        due_on=date(2026, 12, 3),
        in_force_from=None,
        in_force_to=None,
        conditions=None,
        breaches=0,
        sharing="all panel",
        made_on=HELD_ON,
        item_id=1,
    )
    return replace(base, **changes)


def recommendation(number: int, of: ItemRow, text: str, **changes: object) -> RecommendationRow:
    base = RecommendationRow(
        id=number,
        uuid=f"recommendation-{number}",
        reference=f"R{number:03}",
        child_id=of.subject_id or 0,
        child=of.label,
        child_initials=of.initials,
        system_id=of.subject_reference,
        text=text,
        to_plan="CP",
        plan_domain="Education",
        addressed_to="Kian Baines, social worker",
        outcome_sought="he has one adult at school whom he can tell",
        by_date=date(2026, 11, 23),
        evidence_sought="check-ins recorded in the plan each week",
        made_on=HELD_ON,
        reply_by=date(2026, 11, 26),
        status="issued",
        standing="issued, reply due 26 Nov",
        overdue=False,
        reply_reason=None,
        modified_text=None,
        replied_on=None,
        plan_updated_on=None,
        plan_evidence=None,
        withdrawn=False,
        version=1,
        item_id=of.id,
        item_reference=of.reference,
        team=None,
    )
    return replace(base, **changes)


def link(other: str, kind: str, relation: str, **changes: object) -> LinkRecord:
    base = LinkRecord(
        id=1,
        other_id=900,
        other_kind=kind,
        other_label=other,
        other_initials="",
        relation=relation,
        outgoing=True,
        confidence="suspected",
        confirmed=False,
        information="not stated",
        source=None,
        first_seen=None,
        last_seen=None,
        note=None,
    )
    return replace(base, **changes)


def decision(label: str, rationale: str | None, **changes: object) -> DecisionRecord:
    base = DecisionRecord(
        code="x",
        label=label,
        rationale=rationale,
        made_by=None,
        dissent=None,
        legal_basis=None,
        second_person=None,
        review_on=date(2026, 12, 24),
        closes=False,
    )
    return replace(base, **changes)


def aidan() -> ItemRecord:
    """A child's item with everything that an item can hold."""
    of = row(
        1,
        "V1",
        "Aidan Ravenscroft",
        "child",
        initials="A.R.",
        subject_reference="LCS620625",
        invited=("Kian Baines",),
    )
    about = header(
        of,
        age=15,
        birth_date=date(2011, 1, 21),
        plan="CP",
        lead="Kian Baines",
        types=("Child criminal exploitation", "CSE"),
        risk="Medium",
        assessed_on=date(2026, 11, 3),
        missing_90_days=6,
        interviews_late=2,
        nrm="Positive reasonable grounds",
        reason="Missing overnight three times and found with two adult men.",
        ask="Agree who leads on the adults named and what keeps him in school.",
        last_meeting_on=date(2026, 10, 1),
        last_decision="Remain on panel",
        last_rationale="Risk had not moved.",
    )
    unsure = {"information": "not stated", "origin": "return", "said": False}
    return item(
        of,
        about,
        presentation="Aidan has been in school on nine of ten days.\nHe asked for the boxing club.",
        voice="“I can't just stop, I owe him.” (to his social worker)",
        parents_view="Mother worried, reports every missing episode.",
        protective="Grandmother's house is a safe place; boxing coach trusted.",
        analysis="Risk is driven by the skatepark and by contact with Darren Pike, not by home.",
        diversity="He is seen as older than he is.",
        for_file="Risk outside the home continues; Aidan should keep a trusted adult at school.",
        nrm_considered="Made on 4 November.",
        risk=RiskRecord(
            "Local categories", "Medium", "High", "increased", "Debt bondage is now clear.", None
        ),
        decision=decision(
            "Refer NRM",
            "Pattern continues and the adults have not yet been disrupted.",
            dissent="Health would have preferred a strategy discussion first.",
            second_person="Jayden Yates",
            legal_basis="Children Act 2004 s.11",
        ),
        rounds=(
            turn(
                POLICE,
                line(1, POLICE, "A second phone was found", date=date(2026, 11, 3)),
                line(
                    2, POLICE, "Debt of £400 talked of", information="intelligence", grading="E41"
                ),
                line(
                    3,
                    POLICE,
                    "Warrant planned for Friday",
                    information="intelligence",
                    sharing="named agencies",
                    shared_with=("Police", "Children's social care"),
                ),
                line(4, POLICE, "Source is a neighbour", sharing="chair only"),
            ),
            turn(HEALTH, line(5, HEALTH, "Hand injury treated; sleeps badly", **unsure)),
            turn(EDUCATION, line(6, EDUCATION, "Taken back", withdrawn=True), turn="nothing new"),
            turn(CAMHS, turn="nothing new"),
        ),
        links=(
            link("Darren Pike", "person_of_concern", "is exploited by", confirmed=True),
            link("Tia Kerr", "child", "is a friend of", information="fact"),
        ),
        measures=(measure(1, "Child Abduction Warning Notice (CAWN)", "Darren Pike"),),
        recommendations=(
            recommendation(
                1,
                of,
                "Add a weekly check-in at school so that Aidan has a trusted adult there",
            ),
        ),
        actions=(
            action(
                14,
                of,
                "Agree a full timetable with the school and confirm transport",
                owner="Leah Baines",
                agency=EDUCATION.name,
                agency_id=EDUCATION.id,
                success="he is in lessons five days a week",
                due_on=date(2026, 11, 19),
            ),
            action(
                15,
                of,
                "Serve the notice on Darren Pike",
                due_on=None,
                due_words="this weekend",
                other_subjects=((20, "child", "Tia Kerr", None),),
            ),
            action(16, of, "Keep watch on the flat", sharing="named agencies"),
        ),
        tellings=(
            TellingRecord(
                1,
                "child",
                "Kian Baines",
                date(2026, 11, 17),
                "what was agreed about school",
                "anything about the notice",
                True,
            ),
            TellingRecord(2, "parents", None, None, None, None, False),
        ),
        attending=("Kian Baines",),
    )


def quiet_child() -> ItemRecord:
    """A child discussed of whom almost nothing was recorded."""
    of = row(
        2, "V2", "Tia Kerr", "child", initials="T.K.", subject_reference="LCS693851", kind="new"
    )
    return item(of, header(of, age=17))


def closing_child() -> ItemRecord:
    of = row(3, "V3", "May D'Souza", "child", initials="M.D.", subject_reference="LCS689015")
    closed = decision(
        "Close: risk reduced",
        "Six months without concern.",
        second_person="Kai Dobson",
        review_on=None,
        closes=True,
    )
    return item(
        of,
        header(of, age=13),
        voice_absent_reason="May was on holiday.",
        analysis="In May she moved school. MAY D'SOUZA is settled; D'Souza, May has friends there.",
        risk=RiskRecord(None, "Low", None, None, None, None),
        decision=closed,
        measures=(),
        recommendations=(),
    )


def deferred_child() -> ItemRecord:
    of = row(
        4,
        "V4",
        "Brandon Fairhurst",
        "child",
        initials="B.F.",
        subject_reference="LCS669557",
        state="deferred",
        deferred_reason="the lead professional was ill",
        decided=False,
    )
    return item(of)


def notified_child() -> ItemRecord:
    of = row(
        5,
        "V5",
        "Maisie Hartley",
        "child",
        initials="M.H.",
        subject_reference="LCS587958",
        kind="notification",
        planned_minutes=0,
    )
    return item(of, header(of, reason="moved in from another authority"))


def person() -> ItemRecord:
    of = row(6, "O1", "Lee Marsh", "person_of_concern", initials="L.M.", kind="new")
    return item(
        of,
        header(of, birth_date=date(1990, 2, 1), reason="Named by three children."),
        analysis="Linked to several children on this agenda; evenings and weekends.",
        decision=decision("Disruption plan agreed", "Several agencies hold parts of the picture."),
        rounds=(turn(POLICE, line(20, POLICE, "Seen with a hired van", information="opinion")),),
        measures=(measure(2, "Slavery and trafficking risk order (STRO)", "Lee Marsh"),),
        actions=(action(20, of, "Find out who is living at the address"),),
    )


def young_person_of_concern() -> ItemRecord:
    """Sixteen, and alleged to exploit others: a child first."""
    of = row(7, "O2", "Jordan Tully", "person_of_concern", initials="J.T.")
    return item(
        of,
        header(of, birth_date=date(2010, 3, 1)),
        analysis="Jordan Tully is himself exploited.",
        decision=decision("Treat as child first", "He is sixteen."),
    )


def place() -> ItemRecord:
    of = row(8, "L1", "Bus interchange, Corporation Street", "location")
    against = {"subject_kind": "location", "legal_basis": None, "sharing": "all panel"}
    return item(
        of,
        decision=decision("Plan agreed", "Children are approached there after school."),
        rounds=(turn(EDUCATION, line(30, EDUCATION, "Pupils avoid the north side")),),
        measures=(
            measure(3, "Public spaces protection order (PSPO)", of.label, **against),
            measure(4, "Covert visit", of.label, sharing="named agencies"),
        ),
        communications_line="The bus company and the police are making the interchange safer.",
    )


def theme() -> ItemRecord:
    of = row(9, "T1", "New phone line in school years 9 and 10", "theme")
    return item(of, decision=decision("Adopt", None, review_on=None))


def not_reached() -> ItemRecord:
    of = row(10, "T2", "Out-of-area placements", "theme", state="not reached")
    return item(of)


def papers(**changes: object) -> MeetingPapers:
    """The whole meeting."""
    items = (
        aidan(),
        quiet_child(),
        closing_child(),
        deferred_child(),
        notified_child(),
        person(),
        young_person_of_concern(),
        place(),
        theme(),
        not_reached(),
    )
    base = MeetingPapers(
        whole=True,
        every_child=NameMask(),
        spoken_of=(),
        panel=PANEL,
        meeting=MEETING,
        attendance=attendance(),
        declarations=(
            DeclarationRow(
                1, 4, "Leah Baines", 3, "V3", "Knows the family", "left the meeting for the item"
            ),
        ),
        quorum="Quorum met: council, police, health",
        items=items,
        earlier_actions=earlier_actions(items),
        actions=tuple(one for each in items for one in each.actions),
        recommendations=tuple(one for each in items for one in each.recommendations),
        plans=(plan(),),
        agencies=AGENCIES,
        distribution=(("Kay Baines", "Police"), ("Mo Hale", None), ("Jo Day", "Police")),
        minutes_version=2,
        minutes_state="draft",
        made_at=MADE_AT,
        chain_head="0" * 64,
        working_date=HELD_ON,
    )
    return replace(base, **changes)


def earlier_actions(items: tuple[ItemRecord, ...]) -> tuple[ActionRow, ...]:
    done = action(
        1,
        items[0].row,
        "Complete the return interview",
        status="complete",
        finished=True,
        rag="blue",
        standing="complete",
        last_update="Done on 9 October",
    )
    late = action(
        2,
        items[1].row,
        "Refer to the mentoring service",
        standing="overdue by 4 working days",
        rag="red",
        carried_count=2,
        last_reason="agency has not done it",
    )
    return (done, late)


def plan(**changes: object) -> PlanRecord:
    """A disruption plan that protects two children."""
    base = PlanRecord(
        id=1,
        uuid="plan-1",
        reference="DP-2026-004",
        subject_id=900,
        subject_kind="person_of_concern",
        subject="Darren Pike",
        objective="Keep him from meeting children at the skatepark.",
        strand="Pursue",
        lead="Jayden Yates",
        lead_agency="Police",
        intelligence_gaps="Who supplies the phones.",
        risks="He may blame the child; visits are timed when the child is in school.",
        family_views=None,
        family_can_do=None,
        community_impact=None,
        communications_line=None,
        started_on=HELD_ON,
        review_on=date(2026, 12, 24),
        outcome=None,
        children=((10, "Aidan Ravenscroft", "LCS620625"), (20, "Tia Kerr", "LCS693851")),
        measures=(
            measure(1, "Child Abduction Warning Notice (CAWN)", "Darren Pike"),
            measure(
                5,
                "Non-molestation order",
                "Darren Pike",
                status="granted",
                standing="in force to 1 Mar 2027",
                in_force_from=date(2026, 9, 1),
                in_force_to=date(2027, 3, 1),
                conditions="Not to go within 200 metres of the school.",
                breaches=1,
            ),
        ),
        actions=(),
        closed_on=None,
    )
    return replace(base, **changes)


def extract(**changes: object) -> ExtractPapers:
    """What goes to Aidan's plan."""
    base = ExtractPapers(
        panel=PANEL,
        meeting=MEETING,
        item=aidan(),
        child_system_id="LCS620625",
        addressed_to="Kian Baines, social worker",
        copies_to=("Independent reviewing officer",),
        reply_by=date(2026, 11, 26),
        reply_to="mace@northmoor.example.gov.uk",
        disagreement="Say so on the slip and tell the panel's coordinator within five days.",
        statement="For the child's file and plan only.",
        known_names=(),
        professionals=("Kian Baines",),
        confirmed=True,
        minutes_version=2,
        minutes_state="approved",
        made_at=MADE_AT,
    )
    return replace(base, **changes)


def child_record(of: ItemRecord, **changes: object) -> ChildRecord:
    """The child of an item, with an associate and a place."""
    child = ChildRow(
        id=of.row.subject_id or 0,
        uuid=f"child-{of.row.id}",
        name=of.row.label,
        initials=of.row.initials,
        system_id=of.row.subject_reference,
        birth_date=of.header.birth_date,
        age=of.header.age,
        gender=None,
        district=None,
        plan=of.header.plan,
        category=None,
        other_exploitation=False,
        types=(),
        risk=None,
        direction=None,
        assessed_on=None,
        assessment_overdue=False,
        missing_90_days=None,
        interviews_late=0,
        nrm=None,
        next_review=None,
        lead=of.header.lead,
        on_panel=True,
    )
    base = ChildRecord(
        row=child,
        nhs_number="943 476 5919",
        birth_date_note=None,
        pronouns=None,
        ethnicity=None,
        first_language=None,
        disability=None,
        postcode="NM4 2QT",
        placement="12 Hidden Lane",
        school="Harbour High School",
        team=None,
        iro_or_cp_chair=None,
        nrm_status=None,
        do_not_write=False,
        deceased=False,
        closed_on=None,
        closed_reason=None,
        note="Told the school nurse in confidence",
        plan_code=None,
        aliases=("Aidy",),
        assessments=(),
        episodes=(),
        links=(
            link("Darren Pike", "person_of_concern", "is exploited by"),
            link("NK19 CUK", "vehicle", "was seen in"),
            link("Harbour Park skatepark", "location", "is seen at"),
            link("Tia Kerr", "child", "is a friend of"),
        ),
    )
    return replace(base, **changes)


def person_record() -> PersonRecord:
    return PersonRecord(
        id=60,
        uuid="person-60",
        name="Lee Marsh",
        initials="L.M.",
        code="P-017",
        aliases=("Marshy",),
        birth_date=date(1990, 2, 1),
        is_child=False,
        child_id=None,
        status="adopted",
        category=None,
        priority=None,
        grounds="Named by Aidan Ravenscroft",
        source=None,
        information="intelligence",
        description=None,
        adopted_on=None,
        review_on=None,
        closed_on=None,
        vehicles=("PX68 UPM",),
        phones=("07700 900254",),
        links=(link("Aidan Ravenscroft", "child", "exploits"),),
    )


def place_record() -> PlaceRecord:
    return PlaceRecord(
        id=80,
        uuid="place-80",
        kind="location",
        name="Bus interchange, Corporation Street",
        type="Transport hub",
        district="Northmoor Central",
        address="Corporation Street",
        postcode="NM1 1AA",
        what_happens="Aidan Ravenscroft and Tia Kerr are met here.",
        guardians=None,
        assessment_status=None,
        adopted_on=None,
        review_on=None,
        closed_on=None,
        links=(link("Aidan Ravenscroft", "child", "is seen at"),),
    )
