"""The care-plan feed as a person reads it before it goes: every word of it, in few lines."""

import json

from ui.pages.minutes.feed_shown import feed_of, lines_of
from ui.pages.minutes.rendering import html_of

CHILD = {"id": "c" * 32, "system_id": "LCS1", "nhs_number": "9991234567", "initials": "R.A."}
RECORD = {
    "id": "a" * 32, "version": 2, "change": "changed", "reference": "R001", "child": CHILD,
    "text": "See ‹Marshy?› each week", "to_plan": "CiN plan", "plan_code": "CIN",
    "plan_domain": None, "outcome": "R.A. is safe", "by_date": "2026-11-23",
    "past_due": True, "evidence": None,
    "addressed_to": "Sam Lee", "status": "issued", "reply_by": "2026-11-27",
    "meeting_date": "2026-11-12", "item_id": "b" * 32,
    "lawful_basis": "Crime prevention",
    "ssd": {"pers_person_id": "LCS1", "pers_common_child_id": "9991234567",
            "cinf_assessment_factors_json": ["13A"]},
}  # fmt: skip
FEED = {
    "schema": "urn:macedesk:care-plan-feed:1.4", "panel": "Northmoor MACE", "marking": "OFFICIAL",
    "meeting": {"id": "d" * 32, "date": "2026-11-12"},
    "minutes": {"version": 1, "state": "approved"}, "made_at": "2026-11-14T11:00:00",
    "status": "final", "lawful_basis": "Public task", "records": [RECORD],
}  # fmt: skip
BLOB = json.dumps(FEED).encode()


def leaves(value):
    """Every word and number that a feed holds, dates as they are shown."""
    if isinstance(value, dict | list):
        inside = value.values() if isinstance(value, dict) else value
        return {leaf for one in inside for leaf in leaves(one)}
    return set() if value is None else {str(value)}


def test_every_word_of_the_feed_is_shown():
    told = " ".join(line for _, line in lines_of(FEED))
    said = {"2026-11-23": "23 Nov 2026", "2026-11-27": "27 Nov 2026", "True": "past due"}
    missing = [one for one in leaves(FEED) if one not in told and said.get(one, one) not in told]
    assert not missing
    assert "empty: part, shown by" in told


def test_a_recommendation_is_a_block_of_four_lines_with_its_marks_tinted(qapp):
    kinds = [kind for kind, _ in lines_of(FEED)]
    assert kinds == ["title", "quiet", "quiet", "heading", "text", "text", "quiet", "quiet"]
    told = html_of("care-plan-feed.json", BLOB)
    assert (
        '<span class="doubt">‹Marshy?›</span>' in told and "{" not in told.partition("</style>")[2]
    )


def test_another_file_is_no_feed_and_none_of_its_lines_runs_out_of_the_view(qapp):
    assert feed_of(b"[1]") is None and feed_of(b"not json") is None
    assert "pre-wrap" in html_of("care-plan-feed.fhir.json", b'{"resourceType": "Bundle"}')
