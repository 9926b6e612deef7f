"""Steps of a flow in working days: due, left, late, done in time or not."""

from datetime import date

import pytest

from models import codes
from models.codes import Flow, FlowStep
from models.errors import Refusal
from models.rules.flows import check_done, check_steps, clock, due, following, foretold

BEGAN = date(2026, 12, 22)
"""A Tuesday before Christmas."""


@pytest.mark.parametrize(
    ("days", "closed", "by"),
    [
        (None, (), None),
        (0, (), BEGAN),
        (1, (), date(2026, 12, 23)),
        (3, (), date(2026, 12, 29)),
        (3, (date(2026, 12, 29),), date(2026, 12, 30)),
        (6, (), date(2027, 1, 4)),
    ],
)
def test_a_limit_runs_in_working_days_over_bank_holidays(days, closed, by) -> None:
    assert due(FlowStep(code="a", label="A", working_days=days), BEGAN, closed) == by


CLOCKS = [
    ("open", None, None, date(2026, 12, 29), "open for 3 working days; no limit set", "plain"),
    ("open", date(2026, 12, 31), None, BEGAN, "5 working days left", "plain"),
    ("open", date(2026, 12, 29), None, date(2026, 12, 24), "1 working day left", "medium"),
    ("open", date(2026, 12, 29), None, date(2026, 12, 29), "due today", "medium"),
    ("open", date(2026, 12, 29), None, date(2026, 12, 31), "2 working days late", "high"),
    ("open", date(2026, 12, 24), None, date(2026, 12, 26), "1 working day late", "high"),
    ("done", date(2026, 12, 29), date(2026, 12, 29), date(2027, 2, 1), "done Tue 29 Dec", "plain"),
    ("done", date(2026, 12, 24), date(2026, 12, 29), date(2027, 2, 1), "done Tue 29 Dec, late",
     "plain"),
    ("skipped", None, BEGAN, date(2027, 2, 1), "skipped", "plain"),
]  # fmt: skip


@pytest.mark.parametrize(("state", "by", "done", "today", "words", "urgency"), CLOCKS)
def test_a_step_says_how_it_stands(state, by, done, today, words, urgency) -> None:
    told = clock(state, BEGAN, by, done, today)
    assert told.words.startswith(words.split(",")[0])
    assert (", late" in told.words) == (", late" in words)
    assert told.urgency == urgency


@pytest.mark.parametrize(
    ("ends", "by", "on", "reason", "field"),
    [
        (True, None, BEGAN, "x", "state"),
        (False, None, date(2026, 12, 1), "", "done_on"),
        (False, BEGAN, date(2026, 12, 24), " ", "reason"),
        (False, BEGAN, date(2026, 12, 24), "The family was away.", None),
        (False, None, date(2027, 1, 9), "", None),
    ],
)
def test_a_late_step_says_why_and_the_last_one_is_no_mere_step(ends, by, on, reason, field) -> None:
    if field is None:
        check_done(ends, BEGAN, by, on, reason)
        return
    with pytest.raises(Refusal) as refused:
        check_done(ends, BEGAN, by, on, reason)
    assert refused.value.field == field


def _flow(*marks: str) -> Flow:
    steps = tuple(
        FlowStep(code=str(at), label=str(at), ends="e" in one, repeats="r" in one)
        for at, one in enumerate(marks)
    )
    return Flow(code="f", label="F", version="1", steps=steps)


@pytest.mark.parametrize(
    ("marks", "fits"),
    [((), True), (("", "e"), True), (("", ""), False), (("e", ""), False), (("r", "e"), True),
     (("", "re"), False), (("e", "e"), False)],
)  # fmt: skip
def test_only_the_last_step_ends_a_flow(marks, fits) -> None:
    if fits:
        check_steps(_flow(*marks).steps)
        return
    with pytest.raises(Refusal):
        check_steps(_flow(*marks).steps)


def test_the_cerar_flow_is_shipped_without_invented_limits() -> None:
    flow = codes.flow("cerar")
    assert flow is not None
    check_steps(flow.steps)
    assert [one.label for one in flow.steps] == [
        "Contact screened", "Vulnerability checklist", "Initial assessment meeting",
        "Safety plan", "Review", "Step down",
    ]  # fmt: skip
    assert {one.working_days for one in flow.steps} == {None}
    assert "set locally" in flow.note
    after = following(flow, "meeting")
    assert after is not None and after.code == "plan"
    assert following(flow, "step_down") is None


def test_a_flow_is_foretold_from_a_day() -> None:
    flow = Flow(code="f", label="F", version="1", steps=(
        FlowStep(code="a", label="Contact", who="Hub", working_days=1),
        FlowStep(code="b", label="Meeting"),
        FlowStep(code="c", label="Review", working_days=5, repeats=True),
        FlowStep(code="d", label="Step down", ends=True),
    ))  # fmt: skip
    lines = foretold(flow, BEGAN)
    assert lines[0].startswith("1. Contact, Hub: by Wed 23 Dec")
    assert lines[1] == "2. Meeting: no limit set"
    assert lines[2] == "3. Review: 5 working days after it begins; may repeat"
    assert lines[3] == "4. Step down: no limit set; with a reason and a second person"
