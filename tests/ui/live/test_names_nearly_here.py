"""Who holds a plan, typed with a slip: who is called nearly so is offered, and nobody is taken."""

from tests.ui.live.test_prompting import answer, closing


def to_the_lead(room, panel, qtbot):
    ask = closing(room, panel, qtbot)
    for said in ("I want to go home", "baines", "Her aunt must not know yet"):
        answer(ask, said, qtbot)
    return ask


def offered(ask):
    return [one.words for one in ask.found.lines.lines]


def test_a_member_called_nearly_so_stands_behind_what_was_typed_with_why(room, panel, qtbot):
    ask = to_the_lead(room, panel, qtbot)
    qtbot.keyClicks(ask.line, "Kay Bains")
    qtbot.waitUntil(lambda: len(offered(ask)) == 3)
    typed, near, _nobody = offered(ask)
    assert typed == "Kay Bains holds the plan"
    assert near.startswith("Kay Baines holds the plan: ") and "one letter apart" in near


def test_enter_keeps_the_name_typed_and_links_nobody(room, panel, qtbot):
    answer(to_the_lead(room, panel, qtbot), "Kay Bains", qtbot)
    header = panel.item("V1").header
    assert header.lead == "Kay Bains"
