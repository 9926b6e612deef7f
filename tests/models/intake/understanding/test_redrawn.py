"""What a paper says comes out the same however it is laid out: known papers, drawn in others.

`MACEDESK_REDRAWN=20` draws twenty papers in each layout instead of the few of every run.
"""

import os
import random
from collections.abc import Callable, Iterable
from functools import cache

import pytest

from models.intake.papers import ReadPaper

from . import redrawn_below
from .measure import read
from .redrawn_boxed import BOXED
from .redrawn_forms import LAYOUTS, drawn_form, mailed
from .redrawn_groups import districts_across, three_rows_deep, under_items
from .redrawn_guided import GUIDED
from .redrawn_lists import PARTED, WAYS, Way, in_csv, in_excel, in_word
from .redrawn_messages import MESSAGES
from .redrawn_sections import DRAWN, fits
from .redrawn_sheets import SHEETS, drawn_sheet
from .taken_apart import Apart, Listed, is_form, is_plain_list, taken_apart
from .test_invented_papers import PAPERS, TRUTH

OFTEN = int(os.environ.get("MACEDESK_REDRAWN", "3"))
SEED = 26
FEW, SLACK = 20, 0.05  # papers of one layout, of which a single fault weighs more
LEAST = 0.97 - (SLACK if OFTEN < FEW else 0.0)  # the share of fields that comes out
KINDS = frozenset({"child", "assessment", "location", "group", "person_of_concern", "update"})
EVERY = LAYOUTS | GUIDED | BOXED
NEVER_ANOTHER = ("name", "dob")
Draw = Callable[[Apart, Listed, Way], bytes]
Right = frozenset[tuple[int, str]]


def papers(fits: Callable[[Apart], bool], names: Iterable[str]) -> list[Apart]:
    """Return some papers that fit, taken apart, the same in each run."""
    order = sorted(names)
    random.Random(SEED).shuffle(order)
    found: list[Apart] = []
    for name in order:
        one = taken_apart(PAPERS / name, TRUTH[name])
        if fits(one):
            found.append(one)
        if len(found) == 2 * OFTEN:
            break
    return found


@cache
def forms() -> list[Apart]:
    """Return forms of one record, as their labels with their answers."""
    names = (name for name, truth in TRUTH.items() if truth["kind"] in KINDS)
    return papers(is_form, names)


@cache
def children() -> list[Apart]:
    """Return forms about a child whose labels say themselves whose details they ask."""
    names = (name for name, truth in TRUTH.items() if truth["kind"] == "child")
    return papers(lambda one: is_form(one) and fits(one), names)


@cache
def lists() -> list[Apart]:
    """Return lists of several records, as their heads and rows."""
    names = (name for name, truth in TRUTH.items() if truth["kind"] not in KINDS)
    return papers(is_plain_list, names)


def some(found: list[Apart], layout: str) -> list[Apart]:
    """Return which papers are drawn in a layout: not the same for all."""
    return random.Random(f"{SEED} {layout}").sample(found, min(OFTEN, len(found)))


@cache
def right_as_it_is(name: str) -> Right:
    """Return what is right of a form in two columns."""
    one = next(one for one in (*forms(), *children()) if one.name == name)
    return one.right(read("paper.docx", drawn_form(one, LAYOUTS["two_columns"])))


def right_as_listed(one: Apart, ending: str, draw: Draw) -> Right:
    """Return what is right of a list as it is."""
    return one.right(read(f"paper.{ending}", draw(one, list_of(one), WAYS["as_it_is"])))


def list_of(one: Apart) -> Listed:
    """Return the list of a paper that is one."""
    assert one.listed is not None
    return one.listed


def others_named(one: Apart, paper: ReadPaper) -> list[tuple[str, object, object]]:
    """Return whom a paper is not about and yet was said to be."""
    if len(paper.records) != len(one.records):
        return []
    both = zip(paper.records, one.records, strict=True)
    wrong = frozenset((at, f) for at, r in enumerate(one.records) for f in r) - one.right(paper)
    return [
        (field, true.get(field), record.get(field))
        for at, (record, true) in enumerate(both)
        for field in NEVER_ANOTHER
        if (at, field) in wrong and paper.kind == one.kind and record.get(field) is not None
    ]


def hold(drawn: Iterable[tuple[Apart, Right, ReadPaper]]) -> None:
    """Hold that papers drawn otherwise tell what is known to come out, and of nobody else."""
    right = asked = 0
    for one, known, paper in drawn:
        asked += len(known)
        right += len(known & one.right(paper))
        assert not others_named(one, paper), one.name
    assert right >= LEAST * asked, f"{right} of {asked}"


@pytest.mark.parametrize("layout", EVERY)
def test_forms_are_read_in_any_layout(layout: str) -> None:
    hold(
        (one, right_as_it_is(one.name), read("paper.docx", drawn_form(one, EVERY[layout])))
        for one in some(forms(), layout)
    )


@pytest.mark.parametrize("layout", SHEETS)
def test_forms_are_read_on_worksheets(layout: str) -> None:
    hold(
        (one, right_as_it_is(one.name), read("paper.xlsx", drawn_sheet(one, SHEETS[layout])))
        for one in some(forms(), layout)
    )


@pytest.mark.parametrize("drawing", DRAWN)
def test_sections_say_whose_details_follow(drawing: str) -> None:
    hold(
        (one, right_as_it_is(one.name), read(*DRAWN[drawing](one)))
        for one in some(children(), drawing)
    )


@pytest.mark.parametrize("forwarded", [False, True], ids=["written", "passed on"])
@pytest.mark.parametrize("mark", [": ", " - "], ids=["colons", "dashes"])
def test_messages_tell_what_forms_do(mark: str, forwarded: bool) -> None:
    hold(
        (one, right_as_it_is(one.name), read("message.eml", mailed(one, mark, forwarded)))
        for one in some(forms(), f"{mark}{forwarded}")
    )


@pytest.mark.parametrize("answered", MESSAGES)
def test_messages_are_read_that_answer_in_what_they_quote(answered: str) -> None:
    hold(
        (one, right_as_it_is(one.name), read("message.eml", MESSAGES[answered](one)))
        for one in some(forms(), answered)
    )


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("draw", [in_word, in_excel], ids=["word", "excel"])
def test_lists_are_read_in_any_layout(way: str, draw: Draw) -> None:
    ending = "docx" if draw is in_word else "xlsx"
    hold(
        (
            one,
            right_as_listed(one, ending, draw),
            read(f"paper.{ending}", draw(one, list_of(one), WAYS[way])),
        )
        for one in some(lists(), way + ending)[: max(2, OFTEN - 1)]
    )


@pytest.mark.parametrize("group", [under_items, districts_across, three_rows_deep])
def test_lists_are_read_under_their_headings(group: Callable[[Apart], bytes | None]) -> None:
    ending, draw = ("docx", in_word) if group is under_items else ("xlsx", in_excel)
    drawn = [(one, data) for one in lists() if (data := group(one)) is not None][:OFTEN]
    hold(
        (one, right_as_listed(one, ending, draw), read(f"paper.{ending}", data))
        for one, data in drawn
    )


@pytest.mark.parametrize("below", [redrawn_below.bare, redrawn_below.led])
@pytest.mark.parametrize("draw", [in_word, in_excel], ids=["word", "excel"])
def test_lists_are_read_whose_texts_stand_across_below(below: Way, draw: Draw) -> None:
    ending = "docx" if draw is in_word else "xlsx"
    told = [one for one in lists() if redrawn_below.longest(list_of(one)) is not None][:OFTEN]
    hold(
        (
            one,
            right_as_listed(one, ending, draw),
            read(f"paper.{ending}", draw(one, list_of(one), below)),
        )
        for one in told
    )


@pytest.mark.parametrize("mark", PARTED)
def test_lists_are_read_whatever_parts_their_cells(mark: str) -> None:
    hold(
        (
            one,
            right_as_listed(one, "csv", in_csv),
            read("paper.csv", in_csv(one, list_of(one), WAYS["titles"], PARTED[mark])),
        )
        for one in some(lists(), mark)
    )
