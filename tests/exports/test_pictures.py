"""Pictures of an item and of the actions, each with the same in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from exports import action_list, minutes, network_picture, pictures
from exports.naming import naming_of
from models.records.network import Network
from tests.exports import papers as panel
from tests.exports import reading

DRAWN = replace(panel.PANEL, pictures=True)


def words_of_pictures(document: object) -> list[str]:
    found = document.element.body.iter(  # type: ignore[attr-defined]
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    )
    return [one.get("descr") for one in found]


def test_risk_links_and_actions_are_drawn_where_the_panel_wants_it() -> None:
    document = reading.document(lambda to: minutes.write(panel.papers(panel=DRAWN), to))
    told = words_of_pictures(document)
    assert "Risk before the meeting Medium, after it High (increased)." in told
    assert (
        "Links of A.R., LCS620625: is exploited by Darren Pike; is a friend of T.K., unverified."
        in told
    )
    lists = reading.document(lambda to: action_list.write(panel.papers(panel=DRAWN), to))
    assert words_of_pictures(lists) == ["Actions by how they stand: 1 late and 3 on time."]


def test_no_picture_is_drawn_where_the_panel_does_not_want_it() -> None:
    document = reading.document(lambda to: minutes.write(panel.papers(), to))
    assert words_of_pictures(document) == []


def test_a_picture_names_children_by_initials_alone() -> None:
    papers = panel.papers()
    made = pictures.link_chart(panel.aidan(), naming_of(papers))
    assert made is not None
    assert "Kerr" not in made.words and "Ravenscroft" not in made.words


def test_an_arrow_goes_from_who_harms_to_who_is_harmed(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Network] = []
    monkeypatch.setattr(pictures, "network_png", lambda made, names: drawn.append(made) or b"")
    pictures.link_chart(panel.aidan(), naming_of(panel.papers()))
    harm, friends = drawn[0].ties
    assert (harm.words, harm.to_id, harm.confirmed) == ("exploits", pictures.SUBJECT, True)
    assert (friends.words, friends.confirmed) == ("is a friend of", False)
    assert [node.kind for node in drawn[0].nodes] == ["child", "person_of_concern", "child"]


def test_the_same_item_gives_the_same_picture() -> None:
    once, again = (pictures.risk_movement(panel.aidan()) for _ in range(2))
    assert once == again and once is not None and once.png.startswith(b"\x89PNG")


def test_an_unknown_level_is_not_drawn() -> None:
    item = panel.aidan()
    odd = replace(item, risk=replace(item.risk, after="Tier 3"))
    assert pictures.risk_movement(odd) is None


def test_the_module_itself_imports_no_drawing() -> None:
    for one in (pictures, network_picture):
        head = Path(one.__file__).read_text("utf-8").split("TYPE_CHECKING:")[0]
        assert "import matplotlib" not in head and "from matplotlib" not in head


def test_risk_that_has_not_moved_is_told_and_not_drawn() -> None:
    item = panel.aidan()
    assert item.risk is not None
    same = replace(item, risk=replace(item.risk, before="High", after="High"))
    assert pictures.risk_movement(same) is None
    moved = replace(item, risk=replace(item.risk, before="High", after="Medium"))
    assert pictures.risk_movement(moved) is not None
