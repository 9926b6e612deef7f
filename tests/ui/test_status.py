"""The line at the foot says everything that it says."""

import pytest

from ui.status import StatusLine

SAID = (
    "Immediate risk kept: tell MASH or the police now (Esc when it is done) · Recommendation kept"
)
FACTS = ["Signed in: Demo administrator", "Kept 10:21:41", "no backup yet"]


@pytest.mark.parametrize("way_back", [False, True], ids=["navigation", "way back to the pages"])
def test_what_was_said_is_never_cut_off(qtbot, dressed, qapp, way_back):
    foot = StatusLine()
    qtbot.addWidget(foot)
    foot.pages.setVisible(way_back)
    foot.say(SAID, "high")
    foot.tell(FACTS, "Undo “Record recommendation”")
    foot.show()
    for width in range(1000, 1500, 20):
        foot.resize(width, foot.minimumSizeHint().height())
        qapp.processEvents()
        message = foot.message
        assert message.height() >= message.heightForWidth(message.width()), width
