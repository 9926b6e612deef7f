"""What goes with a record is decided for every pointer of the file."""

import models.entities  # noqa: F401
from models.base import Base
from models.queries.pointers import pointers
from models.rules.parting import CHASED, OWNERS, PARTS, SUBJECTS, TRACKER

EMPTIED = {
    ("action_update", "item_id"), ("action_update", "meeting_id"), ("agency_return", "paper_id"),
    ("agenda_item", "carried_from_id"), ("agenda_item", "referral_id"),
    ("assessment", "paper_id"), ("line_question", "paper_id"), ("match_question", "paper_id"),
    ("improvement", "meeting_id"), ("improvement", "theme_id"),
    ("measure", "action_id"), ("move", "disclosure_id"), ("mention_answer", "link_id"),
    ("paper", "parent_id"), ("referral", "duplicate_of_id"), ("referral", "paper_id"),
    ("review", "done_item_id"), ("review", "item_id"), ("review", "referral_id"),
    ("submission", "paper_id"),
}  # fmt: skip
"""Pointers whose rows stand on without them."""
LASTING = {"agency", "member", "panel_series", "operation"}
"""What is no record that falls due."""


def optional() -> set[tuple[str, str]]:
    """Every pointer to a record that may be empty."""
    return {
        (one.table.name, one.column)
        for target, ones in pointers().items()
        if target not in LASTING
        for one in ones
        if one.table.c[one.column].nullable
    }


def test_for_every_pointer_that_may_be_empty_it_is_said_whether_its_row_goes() -> None:
    undecided = optional() - PARTS - EMPTIED
    assert not undecided, "say in models/rules/parting.py, or here, what becomes of these rows"


def test_no_pointer_is_both_and_none_is_of_the_past() -> None:
    assert not PARTS & EMPTIED
    assert optional() >= PARTS | EMPTIED


def test_the_tables_that_are_named_are_there() -> None:
    named = {*OWNERS, *TRACKER, *CHASED.values(), *SUBJECTS}
    assert named <= Base.metadata.tables.keys()
