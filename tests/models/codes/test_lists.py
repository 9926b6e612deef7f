"""The shipped lists: each loads, is sound, and says where it comes from."""

from datetime import date

import pytest

from models import codes
from models.codes.lists import kind_of_rows
from models.codes.reading import raw_list, rows_from
from models.errors import Trouble
from models.marks import Information, ItemKind, Sharing, SubjectKind
from models.rules.words_read import STATEMENT

NOT_RECOGNISED = {"prompts", "decisions"}
KINDS = {kind.value for kind in SubjectKind}


@pytest.mark.parametrize("name", codes.names())
def test_every_list_loads_in_order_with_a_title(name: str) -> None:
    rows = codes.load(name)
    assert rows
    assert codes.title(name) != name
    assert [row.position for row in rows] == list(range(len(rows)))
    assert all(type(row) is kind_of_rows(name) for row in rows)


@pytest.mark.parametrize("name", codes.names())
def test_codes_are_unique_and_every_row_has_a_source(name: str) -> None:
    rows = codes.load(name)
    assert len({row.code for row in rows}) == len(rows)
    assert all(row.label.strip() and row.source.strip() for row in rows)


@pytest.mark.parametrize("name", sorted(set(codes.names()) - NOT_RECOGNISED))
def test_no_wording_means_two_rows_of_a_list(name: str) -> None:
    assert _doubtful(codes.load(name)) == {}


@pytest.mark.parametrize("subject", ["child", "person_of_concern", "location", "group", "theme"])
def test_no_wording_means_two_decisions_on_the_same_kind_of_subject(subject: str) -> None:
    assert codes.decisions(subject)
    assert _doubtful(codes.decisions(subject)) == {}


@pytest.mark.parametrize("name", codes.names())
def test_a_more_general_row_stands_in_the_same_list(name: str) -> None:
    known = {row.code for row in codes.load(name)}
    assert {row.parent for row in codes.load(name)} - {""} <= known


def test_the_six_columns_are_those_of_the_quarterly_picture() -> None:
    columns = [row.label for row in codes.load("plan_columns")]
    assert columns == ["Early Help", "Open case", "CiN plan", "CP", "CLA", "Not open"]
    assert {plan.column for plan in codes.plans()} == set(columns)


def test_sexual_exploitation_stays_separately_countable() -> None:
    counted = {row.code for row in codes.exploitation_types() if row.counts_as == "CSE"}
    assert counted == {row.code for row in codes.exploitation_types() if row.code[:3] == "CSE"}
    assert {row.code for row in codes.exploitation_types() if row.group_based} == {
        "CSE_GROUP",
        "CSE_GANG",
    }


def test_census_factors_are_those_that_map() -> None:
    factors = {row.code: row.factor for row in codes.exploitation_types() if not row.parent}
    wanted = {"MFH": "10A", "CSE": "11A", "TRAF": "12A", "GANG": "13A", "CCE": "24A"}
    assert wanted.items() <= factors.items()


def test_the_ethnicity_list_has_all_twenty_codes() -> None:
    wanted = (
        "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH CHNE BCRB BAFR BOTH "
        "OOTH REFU NOBT"
    )
    assert [row.code for row in codes.load("ethnicity")] == wanted.split(" ")


def test_the_catalogue_has_every_measure_with_basis_applicant_and_source() -> None:
    measures = codes.measures()
    assert len(measures) >= 75
    for measure in measures:
        assert measure.legal_basis, measure.code
        assert measure.applicant, measure.code
        assert set(measure.targets) <= set("CPLNVB"), measure.code
        assert measure.targets, measure.code


def test_a_measure_without_a_named_source_must_be_verified_first() -> None:
    general = raw_list("measures")["source"]
    for measure in codes.measures():
        if measure.source == general:
            assert measure.status == "verify", measure.code
        if "2026" in measure.legal_basis:
            assert measure.status == "check commencement", measure.code


def test_whoever_closes_or_turns_away_gives_a_reason_and_a_second_person() -> None:
    for decision in codes.rows_of("decisions", codes.DecisionType):
        assert set(decision.subjects) <= KINDS
        if decision.closes:
            assert decision.needs_reason, decision.code
            assert decision.needs_second_person, decision.code
    for outcome in codes.rows_of("triage_outcomes", codes.TriageOutcome):
        if outcome.declines:
            assert outcome.needs_reason, outcome.code
            assert outcome.needs_second_person, outcome.code


def test_the_words_that_travel_are_in_the_lists() -> None:
    assert [row.code for row in codes.load("sharing")] == [word.value for word in Sharing]
    assert [row.code for row in codes.load("information_kinds")] == [w.value for w in Information]
    minutes = {row.code: row.minutes for row in codes.rows_of("item_minutes", codes.ItemMinutes)}
    assert minutes.keys() >= {word.value for word in ItemKind}
    assert [minutes[k] for k in ("new", "review", "closure", "notification")] == [12, 6, 4, 0]
    assert "".join(row.code for row in codes.load("sections")) == "VOLTG"


def test_a_link_reads_both_ways_and_never_swaps_who_harms() -> None:
    relations = {row.code: row for row in codes.relations()}
    exploits = relations["exploits"]
    assert (exploits.label, exploits.reverse) == ("exploits", "is exploited by")
    assert (exploits.from_role, exploits.to_role) == ("causing harm", "harmed")
    roles = {row.code for row in codes.load("roles_in_harm")} | {""}
    for relation in relations.values():
        assert {relation.from_role, relation.to_role} <= roles
        assert {*relation.from_kinds, *relation.to_kinds} <= KINDS
        if relation.symmetric:
            assert relation.label == relation.reverse
            assert relation.from_role == relation.to_role
            assert relation.from_kinds == relation.to_kinds


def test_codes_that_point_at_another_list_are_found_there() -> None:
    kinds = {row.code for row in codes.load("agency_kinds")}
    assert {seat.agency_kind for seat in codes.rows_of("core_membership", codes.Seat)} <= kinds
    partners = {row.code for row in codes.load("partner_kinds")}
    agencies = codes.rows_of("agency_kinds", codes.AgencyKind)
    assert {row.partner for row in agencies} <= partners
    groups = {row.code for row in codes.load("quorum_groups")}
    assert {row.quorum_group for row in agencies} - {""} == groups


def test_the_timetable_goes_from_referral_deadline_to_minutes() -> None:
    days = {step.code: step.working_days for step in codes.timetable()}
    assert (days["referral_deadline"], days["returns"], days["meeting"]) == (-10, -3, 0)
    assert (days["action_list"], days["minutes"], days["chase"]) == (1, 10, None)


def test_there_are_ten_questions_of_triage() -> None:
    assert len(codes.load("triage_questions")) == 10


def test_prompts_follow_the_discussion_for_every_kind_of_item() -> None:
    for subject in ("child", "person_of_concern", "location", "group", "theme"):
        minutes = [prompt.minute for prompt in codes.prompts(subject)]
        assert minutes
        assert minutes == sorted(minutes)


def test_the_opening_script_names_the_area_and_the_marking() -> None:
    script = codes.wording("opening_script").text
    assert "{area}" in script
    assert codes.wording("marking").text in script
    with pytest.raises(Trouble, match="no standing wording"):
        codes.wording("no such")


def test_what_is_read_aloud_says_once_what_is_confidential() -> None:
    told = " ".join(codes.wording(key).text for key in STATEMENT)
    assert told.count("confidential") == told.count("without the agreement") == 1


def test_an_unknown_list_is_refused_in_words() -> None:
    with pytest.raises(Trouble, match="There is no code list colours"):
        codes.load("colours")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"code": "A", "label": "A", "colour": "red"}, r"rag.toml, row 1 \(A\) has an unknown key"),
        ({"code": "A"}, r"row 1 \(A\) lacks label, rank"),
        ({"code": "A", "label": "A", "rank": "1"}, r"row 1 \(A\): rank must be a whole number"),
        ({"code": "A", "label": "A", "rank": 1, "synonyms": 3}, "synonyms must be a list"),
        ({"code": "A", "label": "A", "rank": 1, "active": 1}, "active must be true or false"),
    ],
)
def test_a_broken_row_is_named_by_file_and_place(row: dict[str, object], said: str) -> None:
    with pytest.raises(Trouble, match=said):
        rows_from("rag", codes.Ranked, {"row": [row], "source": "test"})


def test_a_broken_part_of_a_scheme_is_named_by_its_row() -> None:
    row = {"code": "S", "label": "S", "version": "1", "arithmetic": {"kind": "guess"}}
    with pytest.raises(Trouble, match=r"row 1 \(S\): .*kind must be one of judgement"):
        rows_from("schemes", codes.Scheme, {"row": [row]})


def test_a_row_may_be_chosen_only_within_its_dates() -> None:
    row = codes.Code(code="X", label="X", valid_from=date(2026, 4, 1), valid_to=date(2026, 4, 30))
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 30), date(2026, 5, 1)]
    assert [row.valid(day) for day in days] == [False, True, True, False]
    assert not codes.Code(code="X", label="X", active=False).valid(days[1])


def _doubtful(rows: tuple[codes.Code, ...]) -> dict[str, set[str]]:
    meant: dict[str, set[str]] = {}
    for row in rows:
        for word in (row.code, row.label, *row.synonyms):
            meant.setdefault(codes.normalise(word), set()).add(row.code)
    return {word: found for word, found in meant.items() if len(found) > 1 or not word}


def test_every_name_of_the_package_is_fetched_from_its_module() -> None:
    told = {name for names in codes.WHERE.values() for name in names.split()}
    assert told == set(codes.__all__)
    assert all(hasattr(codes, name) for name in told)
    with pytest.raises(AttributeError):
        codes.nothing_of_that_name  # noqa: B018
