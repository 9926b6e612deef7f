"""Tiers: who reads which, what may go up, and how it is told there."""

from datetime import date

import pytest

from models.errors import Refusal
from models.marks import Role, SubjectKind
from models.records.tiers import SeriesRecord
from models.rules import tiers as rule

PANEL = SeriesRecord(1, "MACE", "MACE", rule.OPERATIONAL)
GROUP = SeriesRecord(2, "Strategic group", "SG", rule.STRATEGIC, False, "none", False)
HIGH = SeriesRecord(3, "HRMG", "HRMG", rule.EXTRAORDINARY, True, "none", False)
ALL = (PANEL, GROUP, HIGH)
DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("role", "seats", "tiers", "series", "register"),
    [
        (Role.MEMBER, {2}, (PANEL,), None, True),
        (Role.ADMINISTRATOR, {2}, ALL, None, True),
        (Role.AUDITOR, set(), ALL, None, True),
        (Role.MEMBER, set(), ALL, {1}, True),
        (Role.MEMBER, {1}, ALL, {1}, True),
        (Role.MEMBER, {2}, ALL, {2}, False),
        (Role.CHAIR, {1, 2}, ALL, {1, 2}, True),
        (Role.MINUTE_TAKER, {2, 3}, ALL, {2, 3}, False),
        (Role.MEMBER, {9}, ALL, {1}, True),
    ],
)
def test_who_sits_on_a_tier_reads_that_tier(role, seats, tiers, series, register) -> None:
    found = rule.reach(role, seats, tiers)
    assert found == rule.Reach(None if series is None else frozenset(series), register)


@pytest.mark.parametrize(
    ("kind", "kept", "names", "referrals"),
    [
        (rule.TRIAGE, {}, "yes", "new"),
        (rule.OPERATIONAL, {}, "yes", "accepted"),
        (rule.STRATEGIC, {}, "no", "none"),
        (rule.STRATEGIC, {"names": "yes"}, "yes", "none"),
        (rule.EXTRAORDINARY, {"starts": "10:00"}, "yes", "none"),
        ("something of our own", {}, "yes", "accepted"),
    ],
)
def test_a_tier_does_what_its_kind_does_until_the_panel_says_otherwise(
    kind, kept, names, referrals
) -> None:
    does = rule.starting(kind, kept)
    assert (does[rule.NAMES], does[rule.REFERRALS]) == (names, referrals)


def test_a_tier_without_names_takes_places_and_themes_alone() -> None:
    for kind in (None, SubjectKind.PLACE, SubjectKind.THEME):
        rule.check_subject(GROUP, kind)
    for kind in (SubjectKind.CHILD, SubjectKind.PERSON, SubjectKind.GROUP, SubjectKind.PHONE):
        rule.check_subject(HIGH, kind)
        with pytest.raises(Refusal, match="no person by name"):
            rule.check_subject(GROUP, kind)


@pytest.mark.parametrize(
    ("there", "reason", "asked", "field"),
    [
        (None, "Beds", "Fund two", "series"),
        (PANEL, "Beds", "Fund two", "series"),
        (GROUP, " ", "Fund two", "reason"),
        (GROUP, "Beds", "", "asked"),
    ],
)
def test_what_goes_up_says_where_to_why_and_what_is_asked(there, reason, asked, field) -> None:
    with pytest.raises(Refusal) as refused:
        rule.check_escalation(1, there, reason, asked)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("series", "into", "feeds"), [(1, 1, {}), (1, 2, {2: 1}), (1, 2, {2: 3, 3: 1})]
)
def test_no_tier_feeds_into_itself_round_about(series, into, feeds) -> None:
    with pytest.raises(Refusal, match="itself"):
        rule.check_feeds(series, into, feeds)
    rule.check_feeds(4, into, {})


def test_the_history_goes_whole_with_a_name_and_in_numbers_without() -> None:
    agreed = (
        rule.Agreed("Visit the address.", "Jane Khan", "Police", DAY, True, "agreed"),
        rule.Agreed("Ring the school", None, "Education", None, False, "complete"),
    )
    assert rule.history("High", "Remain on panel", "No bed found.", agreed, named=True) == (
        "Risk: High",
        "Decided: Remain on panel. No bed found",
        "Action: Visit the address (Jane Khan, by 12 November; agreed)",
        "Action: Ring the school (Education; complete)",
    )
    assert rule.history("High", "Remain on panel", "R. has no bed", agreed, named=False) == (
        "Decided: Remain on panel",
        "2 actions agreed, 1 still open: Education, Police",
    )
    assert rule.history(None, None, None, (), named=False) == ()


def test_links_are_told_as_numbers_with_districts_of_children() -> None:
    kinds = {SubjectKind.CHILD: 3, SubjectKind.PERSON: 1, SubjectKind.PLACE: 0}
    assert rule.counted_words(kinds, {"Eden": 1, "Carlisle": 2}) == (
        "3 children (Carlisle 2, Eden 1)",
        "1 person of concern",
    )


@pytest.mark.parametrize(
    ("kind", "kept", "code", "has"),
    [
        (rule.OPERATIONAL, None, "referral_deadline", True),
        (rule.STRATEGIC, None, "referral_deadline", False),
        (rule.EXTRAORDINARY, None, "papers", True),
        (rule.TRIAGE, None, "papers", False),
        (rule.TRIAGE, "papers", "papers", True),
        (rule.TRIAGE, "papers", "meeting", True),
        (rule.TRIAGE, "papers", "action_list", False),
    ],
)
def test_a_tier_has_the_steps_of_its_kind_or_those_it_is_given(kind, kept, code, has) -> None:
    assert rule.has_step(kind, kept, code) is has


def test_steps_are_those_of_the_list() -> None:
    known = ("papers", "action_list")
    assert rule.steps_kept(" Papers, action list,papers", known) == "papers,action_list"
    with pytest.raises(Refusal, match="no step"):
        rule.steps_kept("papers, tea", known)
