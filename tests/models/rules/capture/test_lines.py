"""What a line is about, by when, with which measure, and what is said beside it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import codes
from models.rules.capture import AgencyRef, CaptureKind, MeasureRef, read_line
from models.rules.capture.catalogue import measure_book
from tests.models.rules.capture.room import AIDAN, COUNCIL, POLICE, ROOM, read


@pytest.mark.parametrize(
    ("line", "subject"),
    [
        ("a Fairhurst to ring home", "Aidan Ravenscroft"),
        ("a Fairhurst to speak to Aidan", "Aidan Ravenscroft"),
        ("a Fairhurst to meet school about Maisie Hartley", "Maisie Hartley"),
        ("a Fairhurst to meet school about V4", "Maisie Hartley"),
        ("a Fairhurst to meet school about LCS669557", "Maisie Hartley"),
        ("a Fairhurst to check on Pike", "Darren Pike"),
        ("a Fairhurst to check Daz's phone", "Darren Pike"),
        ("a Fairhurst to check on Big W", "Wesley Onuoha"),
        ("a Fairhurst to light the skatepark", "Harbour Park skatepark"),
        ("a Fairhurst to patrol the bus interchange", "Bus interchange, Corporation Street"),
        ("a Fairhurst to trace NK19CUK", "NK19 CUK"),
        ("a Fairhurst to trace nk19 cuk", "NK19 CUK"),
        ("a Fairhurst to take Aidan to the skatepark", "Aidan Ravenscroft"),
        ("n seen with Pike at the skatepark", "Aidan Ravenscroft"),
        ("n about Pike: moved house", "Darren Pike"),
    ],
)
def test_a_line_is_about_whom_it_names_else_the_items_own(line: str, subject: str) -> None:
    found = read(line).subject
    assert found is not None
    assert found.name == subject


def test_a_colleague_of_a_childs_name_is_not_the_child() -> None:
    reading = read("a Fairhurst to speak with Hartley by Fri")
    assert reading.subject is not None
    assert reading.subject.name == "Aidan Ravenscroft"


def test_two_subjects_of_one_surname_are_asked_about_never_joined() -> None:
    reading = read("a Fairhurst to check on Tully by Fri")
    assert reading.subject is not None
    assert reading.subject.name == "Aidan Ravenscroft"
    assert any("Jane Tully" in w and "Jordan Tully" in w for w in reading.warnings)


def test_everyone_named_is_kept_as_a_link_with_its_place() -> None:
    reading = read("n A. Ravenscroft seen with Darren Pike at the skatepark")
    named = [reading.text[mention.start : mention.end] for mention in reading.mentions]
    assert named == ["A. Ravenscroft", "Darren Pike", "skatepark"]
    assert [mention.sure for mention in reading.mentions] == [False, True, False]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("d CAWN on Pike", "CP10"),
        ("d CAWNs on Pike", "CP10"),
        ("d child abduction warning notice on Pike", "CP10"),
        ("d closure order at the skatepark", "AS07"),
        ("d closure at the skatepark", "AS07"),
        ("d slavery and trafficking risk order on Pike", "MS06"),
        ("d stro on Pike", "MS06"),
        ("d PSPO at the skatepark", "AS06"),
        ("d hotel notice at the skatepark", "SX06"),
        ("d Daisy Yates CAWN on Pike", "CP10"),
        ("a Fairhurst to apply for a PSPO at the skatepark", "AS06"),
        ("d stern words with Pike", None),
    ],
)
def test_a_measure_is_found_by_name_half_name_and_letters(line: str, code: str | None) -> None:
    measure = read(line).measure
    assert (measure.code if measure else None) == code


def test_every_measure_of_the_shipped_catalogue_is_found_by_each_of_its_names() -> None:
    measures = tuple(MeasureRef(row.code, row.label, row.synonyms) for row in codes.measures())
    book = measure_book(measures)
    for measure in measures:
        for name in (measure.name, *measure.abbreviations):
            assert (measure,) in [found.items for found in book.all_in(name)], name


@pytest.mark.parametrize(
    ("line", "text", "due"),
    [
        ("a Fairhurst to ring home by next Fri", "Ring home", date(2026, 11, 20)),
        ("a Fairhurst to ring home before the next meeting", "Ring home", date(2026, 12, 23)),
        ("a Fairhurst to ring home, 20/11", "Ring home", date(2026, 11, 20)),
        ("a by Friday Fairhurst to ring home", "Ring home", date(2026, 11, 13)),
        ("a Fairhurst to visit on Monday", "Visit on Monday", date(2026, 11, 16)),
        ("a Fairhurst to ring home next month", "Ring home next month", None),
        ("n seen on Friday with Pike", "Seen on Friday with Pike", None),
        (
            "r add a check-in to the plan by 23 Nov",
            "Add a check-in to the plan",
            date(2026, 11, 23),
        ),
    ],
)
def test_a_deadline_leaves_the_text_and_a_time_of_happening_stays(
    line: str, text: str, due: date | None
) -> None:
    reading = read(line)
    assert (reading.text, reading.due) == (text, due)


def test_a_recommendation_knows_the_plan_it_names() -> None:
    assert read("r add a weekly check-in to the CP plan by 23 Nov").plan == "CP"


@pytest.mark.parametrize(
    "line",
    [
        "r add a weekly check-in to the CP plan by 23 Nov",
        "a Baines to visit by 20 Nov",
        "d CAWN on Pike by 20 Nov, Police",
    ],
)
def test_nothing_understood_is_said_twice(line: str) -> None:
    chips = read(line).chips
    assert len(chips) == len(set(chips))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a ring home by Fri", "No named owner"),
        ("a Fairhurst to ring home", "No date"),
        ("a Fairhurst to ring home next month", "names no day"),
        ("a Fairhurst to ring home by 31 Jan 2027", "Due after the review"),
        ("a Fairhurst to monitor the home by Fri", "cannot be seen done"),
        ("a Fairhurst to liaise with school by Fri", "cannot be seen done"),
        ("a Fairhurst to speak with Pike by Fri", "no disruption"),
        ("n he absconded twice", "went missing"),
        ("n it is a lifestyle choice", "may blame the child"),
    ],
)
def test_what_is_weak_is_said_beside_the_line(line: str, words: str) -> None:
    assert any(words in warning for warning in read(line).warnings)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("a ring home by Fri", True),
        ("a police to ring home by Fri", True),
        ("d CAWN on Pike by Fri", False),
        ("d CAWN on Pike, police, by Fri", False),
        ("r add a check-in to the CP plan by Fri", False),
        ("r police to add a check-in to the CP plan by Fri", False),
    ],
)
def test_only_an_action_needs_a_person_by_name(line: str, asked: bool) -> None:
    assert any("No named owner" in one for one in read(line).warnings) == asked


def test_a_recommendation_for_a_child_without_a_lead_asks_who_answers_it() -> None:
    alone = replace(ROOM, subject=replace(AIDAN, lead_id=None))
    assert "No named owner." in read("r add a check-in to the plan by Fri", alone).warnings
    assert "No named owner." not in read("r school to add a check-in by Fri", alone).warnings


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("a Fairhurst to offer a mentor, start by 30/11", "Offer a mentor"),
        ("a Fairhurst to draft the report, to finish by 30/11", "Draft the report"),
        ("a Fairhurst to ask the mentor to start by 30/11", "Ask the mentor to start"),
    ],
)
def test_the_word_that_leads_to_a_deadline_goes_with_it(line: str, text: str) -> None:
    assert read(line).text == text


def test_a_vague_date_is_warned_of_once() -> None:
    warnings = read("a Fairhurst to ring home next month").warnings
    assert "No date." not in warnings


def test_a_sixth_action_is_pointed_out() -> None:
    busy = replace(ROOM, actions_so_far=5)
    assert any("6 actions" in one for one in read("a Fairhurst to ring home by Fri", busy).warnings)


WORDS = (
    "Fairhurst", "Yates", "police", "to", "by", "Friday", "on", "about", "Pike", "Aidan", "CAWN",
    "closure", "intel", "chair", "only", "(", ")", ",", ":", ";", "-", "review", "risk", "high",
    "the", "skatepark", "next", "month", "not", "minuted", "and", "will", "24/12", "A001", "done",
)  # fmt: skip


@given(st.text(max_size=60))
def test_no_line_of_any_kind_upsets_the_bar(line: str) -> None:
    for reading in read_line(line, ROOM):
        assert reading.kind


@given(st.sampled_from("arndu"), st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_jumble_of_the_panels_words_is_read_and_mentions_stand_in_the_text(
    letter: str, words: list[str]
) -> None:
    for reading in read_line(" ".join((letter, *words)), ROOM):
        for mention in reading.mentions:
            assert reading.text[mention.start : mention.end]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("closure order at L1 - Iqbal to lead, by Fri", "Closure order at L1"),
        ("d CAWN on Pike, Yates (analyst) to lead", "CAWN on Pike"),
        ("a Re the family, Fairhurst to ring home", "Re the family, ring home"),
    ],
)  # fmt: skip
def test_who_leads_goes_whole_and_no_word_of_it_is_left(line: str, text: str) -> None:
    assert read(line).text == text


@pytest.mark.parametrize(
    ("line", "text", "agency"),
    [
        ("agreed NRM to be submitted by CSC, within 2 days", "NRM to be submitted", COUNCIL),
        ("referral to GP to be made by Choudhury by Fri", "Referral to GP to be made", COUNCIL),
        ("agreed mapping to be set up by the police by Monday", "Mapping to be set up", POLICE),
    ],
)  # fmt: skip
def test_what_is_to_be_done_by_somebody_is_theirs_to_do(
    line: str, text: str, agency: AgencyRef
) -> None:
    reading = read(line)
    assert (reading.kind, reading.text) == (CaptureKind.ACTION, text)
    assert reading.agency == agency
    assert reading.due is not None


def test_what_the_panel_refers_without_saying_by_whom_stays_its_decision() -> None:
    assert read("agreed NRM to be submitted").kind is CaptureKind.DECISION


@pytest.mark.parametrize("when", ["rv 6 wks", "rvw 6 weeks", "rv 6/52"])
def test_a_review_is_kept_however_short_it_is_written(when: str) -> None:
    reading = read(f"dec: stay on panel, {when}")
    assert (reading.decision, reading.due) == (
        "Remain on panel, review on <date>",
        date(2026, 12, 24),
    )
    assert reading.rationale is None


@pytest.mark.parametrize("said", ["by 1 Nov", "by 1/11", "by Sunday 1st Nov", "by 30 Sept"])
def test_a_day_that_lately_went_by_is_read_as_that_day_and_said_to_be_past(said: str) -> None:
    reading = read(f"a Dobson to visit {said}")
    assert reading.due is not None and reading.due.year == 2026 and reading.due < ROOM.today
    assert reading.text == "Visit"
    assert any(chip.label == "due" and chip.value.endswith("(past)") for chip in reading.chips)
    assert any("is past: give the date" in one for one in reading.warnings)
    assert "No date." not in reading.warnings


@pytest.mark.parametrize(
    "said", ["review the placement, CP plan", "review the placement, to the CP plan by 9 Nov"]
)
def test_the_plan_said_last_and_by_itself_is_none_of_the_words(said: str) -> None:
    reading = read(f"rec {said}")
    assert (reading.plan, reading.text) == ("CP", "Review the placement")


def test_a_plan_that_the_words_need_stays_in_them() -> None:
    assert read("rec add mentoring to the CP plan").text == "Add mentoring to the CP plan"


def test_what_was_done_on_a_day_gone_by_has_no_due_day() -> None:
    assert read("a Dobson to say why she moved out of area 1 Nov").due is None


def test_here_for_one_item_by_its_number_is_there_for_that_item_alone() -> None:
    reading = read("att Dobson here for V3")
    assert (reading.code, reading.subject and reading.subject.ref) == ("I", "V3")
    assert not reading.warnings


@pytest.mark.parametrize("said", ["by 1 Nov 2027", "by 1/11/27", "in 11 months", "by 1 Sept"])
def test_a_day_far_ahead_is_still_taken(said: str) -> None:
    assert read(f"a Dobson to visit {said}").due is not None


def test_a_measure_of_many_parts_is_called_by_the_part_that_was_said() -> None:
    many = MeasureRef("CP17", "Safety plan, trusted adult, placement move", ("safety plan",), True)
    room = replace(ROOM, measures=(many,))
    measure = read("rec to CP plan - safety plan for trips to town", room).measure
    assert measure is not None
    assert (measure.code, measure.name) == ("CP17", "Safety plan")
