"""The guide tells of what can be set, under the name that it has in the window."""

from pathlib import Path

from ui.pages.settings.panel import PICTURES, _panel_fields

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"


def test_the_guide_says_where_pictures_are_turned_on() -> None:
    (label,) = [one.label for one in _panel_fields() if one.name == "pictures"]
    told = GUIDE.read_text(encoding="utf-8")
    assert f"Settings › Panel › {label}" in told
    assert all(f"*{words}*" in told for _, words in PICTURES)
