"""The demo panel's papers say what is truly in them."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from models.intake.papers import ReadPaper

from .measure import read

TRUTH = Path(__file__).parents[3] / "data" / "panel"
REFERRALS = json.loads((TRUTH / "expected_referrals.json").read_text("utf-8"))
RETURNS = json.loads((TRUTH / "expected_returns.json").read_text("utf-8"))
FIELDS = [
    "received",
    "name",
    "dob",
    "gender",
    "ethnicity",
    "la_id",
    "postcode",
    "district",
    "plan",
    "school",
    "lead",
    "risk",
    "assessed",
    "missing90",
    "nrm",
]


def paper(path: str) -> ReadPaper:
    """Return a paper of the demo panel as understood."""
    return read(path, resources.files("resources").joinpath("demo", path).read_bytes())


def plain(value: Any) -> Any:
    """Return a value as JSON would have it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize(
    "expected", [r for r in REFERRALS if r["kind"] == "child"], ids=lambda r: r["la_id"]
)
def test_each_referral_tells_its_child_exactly(expected: dict[str, Any]) -> None:
    read_paper = paper(f"referrals/{expected['file']}")
    (record,) = read_paper.records
    assert read_paper.kind == "child"
    assert {name: plain(record.get(name)) for name in FIELDS} == {
        name: expected[name] for name in FIELDS
    }
    for name in ("types", "places"):
        assert list(record.get(name) or ()) == expected[name]
    assert sorted(record.get("indicators") or ()) == sorted(expected["indicators"])
    assert len(record.get("associates") or ()) == len(expected["adults"])
    assert read_paper.not_understood == ()


@pytest.mark.parametrize("file", sorted({r["file"] for r in REFERRALS if r["kind"] != "child"}))
def test_nominations_of_persons_and_places_are_told_apart(file: str) -> None:
    expected = next(r for r in REFERRALS if r["file"] == file)
    read_paper = paper(f"referrals/{file}")
    assert read_paper.kind == expected["kind"]
    for name, value in expected.items():
        if name not in ("file", "kind"):
            got = plain(read_paper.records[0].get(name))
            assert (list(got) if isinstance(got, tuple) else got) == value


def test_every_line_of_every_return_has_its_agency_child_kind_and_sharing() -> None:
    folder = resources.files("resources").joinpath("demo", "returns")
    lines = []
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        for record in paper(f"returns/{entry.name}").records:
            lines.append(as_expected(record))
    expected = [{**line} for line in RETURNS]
    for line in expected:
        if line["share"].startswith("Not shared"):
            line["text"] = None
    order = lambda line: json.dumps(line, sort_keys=True)  # noqa: E731
    assert sorted(map(order, lines)) == sorted(map(order, expected))


def as_expected(record: Any) -> dict[str, Any]:
    """Return a line in the form the truth is kept in."""
    shares = {"all panel": "All panel", "chair only": "Chair only"}
    shares |= {"not shared": f"Not shared: {record.get('reason')}"}
    return {
        "agency": record.get("agency"),
        "child": record.get("la_id"),
        "date": plain(record.get("date")),
        "text": record.get("text"),
        "kind": str(record.get("kind")).capitalize(),
        "share": shares.get(record.get("sharing"), "; ".join(record.get("agencies"))),
    }


@pytest.mark.parametrize(
    ("file", "kind", "count"),
    [
        ("members.csv", "members", 18),
        ("missing_episodes.csv", "missing", 48),
        ("action_log.csv", "actions", 18),
        ("tracker.xlsx", "tracker", 60),
    ],
)
def test_lists_give_a_record_for_each_row(file: str, kind: str, count: int) -> None:
    read_paper = paper(file)
    assert (read_paper.kind, len(read_paper.records)) == (kind, count)
    assert read_paper.not_understood == ()


def test_the_tracker_counts_a_child_by_cse_category_or_other_forms() -> None:
    records = paper("tracker.xlsx").records
    categories = [record.get("category") for record in records]
    assert [categories.count(name) for name in ("CSE1", "CSE2", "CSE3")] == [26, 10, 2]
    others = [r for r in records if r.get("category") is None and r.get("other_exploitation")]
    assert len(others) == 22
    assert sum(record.get("district") is None for record in records) == 1
