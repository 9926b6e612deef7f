"""The view of a document shows its pictures as well, each with its words."""

from dataclasses import replace

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from exports import minutes
from tests.exports import papers as panel
from ui.pages.minutes.preview import Preview

IMAGE = QTextDocument.ResourceType.ImageResource


def test_the_pictures_of_the_minutes_stand_where_the_file_has_them(qtbot) -> None:
    drawn = replace(panel.papers(), panel=replace(panel.PANEL, pictures=True))
    view = Preview("Minutes")
    qtbot.addWidget(view)
    view.resize(600, 800)
    view.show()
    view.show_document("minutes.docx", minutes.compose(drawn).to_bytes())
    found = [one.charFormat().toImageFormat() for one in fragments(view)]
    found = [one for one in found if one.isValid()]
    assert found and all(0 < one.width() <= 480 for one in found)
    assert all(not view.document().resource(IMAGE, QUrl(one.name())).isNull() for one in found)
    assert "Risk before the meeting Medium, after it High (increased)." in view.toPlainText()
    assert view.horizontalScrollBar().maximum() == 0
    view.show_document("minutes.docx", minutes.compose(panel.papers()).to_bytes())
    assert not any(one.charFormat().toImageFormat().isValid() for one in fragments(view))


def fragments(view: Preview):
    block = view.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment()
            at += 1
        block = block.next()
