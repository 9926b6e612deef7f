"""What agencies say differently, as the item's panel shows it."""

from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.marks import Information
from models.rules.contradictions import Contradiction, Said
from ui.pages.agenda.differing import Differing


def test_each_source_stands_with_its_day_and_words_and_intelligence_is_unverified(
    qtbot: QtBot,
) -> None:
    card = Differing()
    qtbot.addWidget(card)
    said = (
        Said("On record", "02/01/2011", "Date of birth: 02/01/2011"),
        Said("Health", "03/01/2011", "DOB: 3/1/2011", date(2026, 12, 1)),
        Said("Police", "04/01/2011", "Born 4/1/2011", None, Information.INTELLIGENCE.value),
    )
    card.show_facts((Contradiction("Date of birth", said),))
    told = [one.text() for one in card.findChildren(QLabel)]
    assert told[told.index("Date of birth") :][:7] == [
        "Date of birth",
        "On record",
        "02/01/2011",
        "Health · 1 Dec 2026",
        "03/01/2011: “DOB: 3/1/2011”",
        "Police · intelligence, unverified",
        "04/01/2011: “Born 4/1/2011”",
    ]
    card.show_facts(())
    assert card.isHidden()
