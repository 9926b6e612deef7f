"""Every text can be read on its ground, and every token has its place."""

import re
from importlib.resources import files

import pytest

from ui.look.sheet import sheet_of
from ui.look.tokens import DARK, KINDS, LIGHT, TEXT_ON_GROUND, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(tokens, text, ground):
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("edge", ["edge", "accent", "high"])
def test_the_edge_of_a_field_can_be_seen(tokens, edge):
    assert contrast(getattr(tokens, edge), tokens.card) >= 3


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_every_kind_of_tag_has_its_two_colours():
    for kind in KINDS:
        assert len(LIGHT.of_kind(kind)) == 2


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_the_style_sheet_is_filled_in_whole(scale):
    sheet = sheet_of(LIGHT, scale)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert f"font-size: {round(22 * scale)}px" in sheet


def test_no_colour_is_written_into_the_style_sheet_itself():
    template = (files("resources.style") / "macedesk.qss").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", template)
