"""What a tracker's category, plan, risk and lead say, and what of it is told as not understood."""

from datetime import date

import pytest

from models.intake.papers import ReadPaper
from models.intake.understanding.values import read_value

from .lists_made import comma
from .measure import read

HEADS = ["LCS No", "Name", "DOB", "District", "Category", "Risk", "Plan", "Lead professional"]
CHILDREN = ("Tia Kerr", "Ivy Ashdown", "Kay Dobson", "Robin Marlow")


def said(name: str, words: str) -> dict[str, object]:
    return {one.name: one.value for one in read_value("tracker", name, words, 2026)}


def tracker(**columns: tuple[str, ...]) -> ReadPaper:
    """A tracker of four children with words of their own in some columns."""
    usual = {"District": "Midvale", "Category": "CSE1", "Risk": "High", "Plan": "CIN",
             "Lead professional": "Kim Hart"}  # fmt: skip
    rows = [
        [f"LCS12{at}", name, f"1{at}/02/2009",
         *(columns.get(head.split()[0], (words,) * 4)[at] for head, words in usual.items())]
        for at, name in enumerate(CHILDREN)
    ]  # fmt: skip
    return read("paper", comma([HEADS, *rows]))


def told(paper: ReadPaper) -> list[str]:
    return [one.text for one in paper.not_understood]


@pytest.mark.parametrize(
    ("words", "category", "kinds", "other"),
    [
        ("CSE", None, ("CSE",), None),
        ("CCE", None, ("CCE",), True),
        ("CSE/CCE", None, ("CSE", "CCE"), True),
        ("County lines", None, ("County lines",), True),
        ("Criminal exploitation", None, ("Criminal exploitation",), True),
        ("CSE with CCE", None, ("CSE with CCE",), True),
        ("CSE2", "CSE2", None, None),
        ("level 1 CSE", "CSE1", None, None),
        ("CSE2 / CCE", "CSE2", ("CCE",), True),
        ("CSE1 and other", "CSE1", None, True),
        ("CSE - Evidence or Suspicion of other forms of Exploitation", None, None, True),
        ("non-CSE", None, None, True),
        ("Missing", None, ("Missing",), None),
        ("no CCE", None, None, None),
        ("Online", None, None, None),
    ],
)
def test_a_category_column_gives_a_category_or_the_kinds_it_names(
    words: str, category: str | None, kinds: tuple[str, ...] | None, other: bool | None
) -> None:
    found = said("category", words)
    assert [found.get(name) for name in ("category", "types", "other_exploitation")] == [
        category, kinds, other,
    ]  # fmt: skip


def test_words_that_all_but_name_a_kind_are_read_so_and_to_be_looked_at() -> None:
    (kind, kept) = read_value("tracker", "category", "csexual exp", 2026)
    assert (kind.value, kept.value) == (("Child sexual exploitation",), "csexual exp")
    assert kind.note == "“csexual exp” read as Child sexual exploitation"


@pytest.mark.parametrize(
    "words", ["CSE2 mum worried", "Other – online sextortion", "CSE2, no other"]
)
def test_words_beside_a_category_are_kept(words: str) -> None:
    assert said("category", words)["category_note"] == words


def test_what_is_no_category_and_no_kind_is_told_and_answers_nothing() -> None:
    paper = tracker(Category=("Online", "tbc", "none", "no CCE"))
    assert told(paper) == ["Category: Online", "Category: tbc", "Category: no CCE"]
    others = [one.get("other_exploitation") for one in paper.records]
    assert others == [None, False, False, None]


@pytest.mark.parametrize(
    ("words", "level"), [("sig", "High"), ("sev", "High"), ("meduim", "Medium")]
)
def test_the_beginning_of_one_level_is_read_and_marked(words: str, level: str) -> None:
    (found,) = read_value("tracker", "risk", words, 2026)
    assert (found.value, found.note) == (level, f"“{words}” read as {level}")


@pytest.mark.parametrize("words", ["emerging", "amber", "se", "s e", "Category 3"])
def test_what_begins_no_level_or_several_stays_as_written(words: str) -> None:
    (found,) = read_value("tracker", "risk", words, 2026)
    assert (found.value, found.note) == (words, "")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Closed", True),
        ("NFA", True),
        ("none", True),
        ("closed to CSC", False),
        ("Not open", False),
    ],
)
def test_a_plan_that_is_closed_or_none_is_marked_in_a_list(words: str, marked: bool) -> None:
    plan = read_value("tracker", "plan", words, 2026)[0]
    assert (plan.value, bool(plan.note)) == ("Not open", marked)
    assert ("closed to the panel" in plan.note) is (words in ("Closed", "NFA"))


def test_a_lead_still_to_come_is_told_and_no_lead_is_not() -> None:
    paper = tracker(Lead=("tbc", "none", "awaiting allocation", "Kim Hart"))
    assert told(paper) == ["Lead professional: tbc", "Lead professional: awaiting allocation"]
    assert [one.get("lead") for one in paper.records] == [None, None, None, "Kim Hart"]


def test_a_district_nearly_named_like_a_commoner_one_is_marked() -> None:
    paper = tracker(District=("Salt by", "Saltby", "SALTBY", "Marram"))
    fields = [field for one in paper.records for field in one.fields if field.name == "district"]
    assert [one.note for one in fields] == ["nearly “Saltby”: is it one district?", "", "", ""]
    assert date(2009, 2, 10) == paper.records[0].get("dob")
