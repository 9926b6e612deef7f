"""What a scheme asks, how it is answered, and how its score is told line by line."""

import pytest

from models import codes
from models.errors import Refusal
from models.records.assessing import Given
from models.rules.assessing import check_answers, check_judgement, moved, score_of
from models.rules.scheme_form import Question, questions, reckoned, word_of
from models.rules.scheme_sums import sums


def _asked(code: str) -> tuple[codes.Scheme, tuple[Question, ...]]:
    scheme = codes.scheme(code)
    assert scheme is not None
    return scheme, questions(scheme, codes.indicators())


def _given(asked: tuple[Question, ...], **keys: str) -> list[Given]:
    """Answers by the key that people press, or the number they type."""
    found = []
    for one in asked:
        if key := keys.get(one.code):
            choice = next((each for each in one.choices if each.key == key), None)
            answer, window = (choice.answer, choice.window) if choice else (key, "")
            found.append(Given(one.code, one.label, answer, window))
    return found


FORMS = [
    ("rfm", "ysnu", 20), ("seraf", "y", 20), ("ceraf", "12b", 20), ("merseyside", "", 8),
    ("cerar_checklist", "y", 20), ("zero_three", "", 20),
]  # fmt: skip


@pytest.mark.parametrize(("code", "keys", "least"), FORMS)
def test_a_scheme_asks_its_indicators_by_its_own_keys(code: str, keys: str, least: int) -> None:
    _, asked = _asked(code)
    assert len(asked) >= least
    assert "".join(one.key for one in asked[0].choices) == keys
    assert len({one.code for one in asked}) == len(asked)


@pytest.mark.parametrize("code", ["cumbria", "plain", "london", "city", "norfolk", "durham"])
def test_levels_alone_ask_nothing(code: str) -> None:
    assert _asked(code)[1] == ()


def test_only_a_significant_indicator_of_seraf_is_asked_for_its_time() -> None:
    _, asked = _asked("seraf")
    timed = {one.group for one in asked if len(one.choices) == 3}
    assert timed == {"Significant"}
    assert [one.word for one in asked[-1].choices] == [
        "Past 6 months", "6 to 12 months ago", "Both",
    ]  # fmt: skip


EIGHT = "missing", "attendance", "needs", "home", "peers", "substances", "recognises", "health"
SUMS = [
    ("seraf", {"self_esteem": "y", "late_home": "y", "drugs": "y", "missing": "b", "vehicles": "1"},
     14, ["Vulnerability: 1 × 1 = 1", "Moderate: 2 × 1 = 2",
          "Significant, past 6 months: 2 × 5 = 10",
          "Significant, 6 to 12 months ago: 1 × 1 = 1",
          "Score 14: Category 3: moderate risk (11 to 15)."]),
    ("merseyside", {**dict.fromkeys(EIGHT, "2"), "health": "5"},
     19, ["2 + 2 + 2 + 2 + 2 + 2 + 2 + 5", "Score 19: Medium (19 to 34)."]),
    ("merseyside", {"missing": "3"}, 3,
     ["Score 3: 1 of 8 scored. Professional judgement."]),
    ("rfm", {"debt": "y", "gang": "s", "absent": "n", "trusted_adult": "y"}, 1,
     ["1 present", "1 suspected, not counted", "Score 1: Low (1 to 4)."]),
    ("rfm", dict.fromkeys(["debt", "gang", "absent", "vehicles", "sims"], "y"), 5,
     ["5 present", "Score 5: no band holds it (Low is 1 to 4); professional judgement."]),
    ("ceraf", {"debt": "1", "gang": "b"}, None,
     ["2 present, counted for the picture only.", "Professional judgement."]),
    ("zero_three", {"debt": "3", "gang": "2"}, 5,
     ["2 + 3", "Score 5: no bands are set; professional judgement."]),
    ("cerar_checklist", {}, None, ["Professional judgement."]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "keys", "points", "lines"), SUMS)
def test_the_arithmetic_is_told_line_by_line(code, keys, points, lines) -> None:
    scheme, asked = _asked(code)
    given = _given(asked, **keys)
    check_answers(asked, given)
    found = sums(scheme, [reckoned(one, each) for one, each in _pairs(asked, given)])
    assert list(found) == lines
    assert score_of(scheme, asked, given).points == points


def _pairs(asked, given):
    known = {one.code: one for one in asked}
    return [(known[one.code], one) for one in given]


@pytest.mark.parametrize(
    ("code", "given", "words"),
    [
        ("zero_three", Given("debt", "Debt", "4"), "0 to 3"),
        ("merseyside", Given("needs", "Needs", "much"), "whole number"),
        ("rfm", Given("debt", "Debt", "perhaps"), "no answer"),
        ("seraf", Given("missing", "Missing", "present"), "no answer"),
        ("rfm", Given("no_such", "Made up", "present"), "does not ask"),
    ],
)
def test_an_answer_that_the_form_does_not_know_is_refused(code, given, words) -> None:
    with pytest.raises(Refusal, match=words):
        check_answers(_asked(code)[1], [given])


@pytest.mark.parametrize(
    ("computed", "judged", "reason", "field"),
    [
        (None, None, None, "judgement"),
        ("Low", "High", "", "rationale"),
        ("Low", "High", "Two adults keep coming back.", None),
        ("Low", "low ", None, None),
        ("Low", None, None, None),
        (None, "High", None, None),
    ],
)
def test_a_judgement_that_differs_says_why(computed, judged, reason, field) -> None:
    if field is None:
        check_judgement(computed, judged, reason)
        return
    with pytest.raises(Refusal) as refused:
        check_judgement(computed, judged, reason)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("before", "now", "word"),
    [
        ("Category 1", "Category 3", "increased"),
        ("CSE 2", "Category 2", "same"),
        ("Category 3", "cat 1", "decreased"),
        ("High", "Category 2", None),
    ],
)
def test_direction_follows_the_scheme_s_own_order(before, now, word) -> None:
    assert moved(codes.scheme("cumbria"), before, now) == word


def test_an_answer_is_worded_as_it_was_asked() -> None:
    _, asked = _asked("ceraf")
    both = Given("debt", "Debt", "present", "now or past 3 months; 3 to 6 months ago")
    question = next(one for one in asked if one.code == "debt")
    assert word_of(question, both) == "Both"
    assert word_of(question, Given("debt", "Debt", "as told")) == "as told"
