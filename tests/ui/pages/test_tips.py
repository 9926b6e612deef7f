"""Practice tips stand where the work is done, closed, and say what the panel's own list says."""

from models import codes
from tests.ui.pages.held import Planned
from ui.pages.records.tips import Tips
from ui.widgets.labels import SoftLabel, Words


def words(tips):
    return [one.text() for kind in (Words, SoftLabel) for one in tips.sheet.findChildren(kind)]


def test_tips_open_on_a_key_close_again_and_follow_the_panels_list(qapp, dressed, qtbot):
    panel = Planned()
    tips = Tips("mapping", "mapping")
    qtbot.addWidget(tips)
    assert tips.sheet.isHidden()
    tips.open.click()
    said = words(tips)
    assert any(one.startswith("How firm is it: ") for one in said)
    assert any(one.startswith("Source: ") for one in said)
    assert not [one for one in said if one.startswith("Early signs")]
    tips.open.click()
    assert tips.sheet.isHidden()
    panel.workspace.panel.change_code("practice_tips", "mapping_firm", "label", "Who saw it")
    panel.workspace.panel.add_code("practice_tips", "ours", "Ask the youth workers")
    panel.workspace.panel.change_code("practice_tips", "ours", "place", "mapping")
    tips.open.click()
    said = words(tips)
    assert any(one.startswith("Who saw it: ") for one in said)
    assert "Ask the youth workers" in said
    panel.hub.close()
    panel.workspace.close()


def test_every_tip_says_where_it_is_shown_and_something():
    places = {"referral", "mapping", "safety", "prevention", "all"}
    for name in ("practice_tips", "learning_links"):
        rows = [one for one in codes.load(name) if isinstance(one, codes.Tip)]
        assert rows and {one.place for one in rows} <= places
        assert all(one.text and len(one.text) < 200 for one in rows)
