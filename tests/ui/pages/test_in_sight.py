"""What is asked for comes into sight, also in the turn in which its page is first shown."""

import pytest
from PySide6.QtCore import QPoint

from ui import look
from ui.pages.agenda import AgendaPage
from ui.pages.children import ChildrenPage
from ui.pages.minutes import MinutesPage
from ui.pages.records.entering import EntryCard
from ui.pages.reports import ReportsPage
from ui.pages.reports.figures import LEAD
from ui.pages.reports.kinds import PERFORMANCE


def whole(widget):
    """Whether all of a widget is seen."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def top_of(widget):
    """Whether a widget is seen from its top on."""
    return widget.visibleRegion().boundingRect().contains(QPoint(0, 0))


@pytest.fixture
def adding(planned, qtbot):
    """Show a child's section for the first time and ask for its form in the same turn."""

    def added(section, height):
        page = ChildrenPage(planned.desk)
        qtbot.addWidget(page)
        page.resize(1000, height)
        page.reload()
        page.show_record(planned.boy)
        page.child.go_to_section(section)
        page.show()
        page.child.add()
        (form,) = [one for one in page.findChildren(EntryCard) if one.isVisible()]
        qtbot.wait(20)
        return form

    return added


@pytest.mark.parametrize("section", ["around", "moving", "nrm"])
def test_a_form_asked_for_as_its_page_is_shown_is_seen_whole(adding, section):
    form = adding(section, 450)
    assert whole(form.form) and whole(form.keep_button)


def test_a_form_that_is_too_tall_is_seen_from_its_first_field_on(adding):
    form = adding("episodes", 450)
    assert not whole(form.form) and top_of(form.form)


def test_a_form_with_room_around_it_is_seen_with_its_title(adding):
    form = adding("nrm", 700)
    assert whole(form)


def test_a_row_stood_on_as_the_report_is_shown_is_seen(planned, qtbot):
    page = ReportsPage(planned.desk)
    qtbot.addWidget(page)
    page.resize(1000, 500)
    page.reload()
    page.show()
    page.which.set_value(PERFORMANCE)
    page.which.changed.emit(PERFORMANCE)
    page.view.setCurrentIndex(page.model.index(page.model.rowCount() - 1, LEAD))
    qtbot.wait(20)
    row = page.view.visualRect(page.view.currentIndex())
    assert page.view.viewport().visibleRegion().boundingRect().contains(row)


@pytest.mark.parametrize("kind", [AgendaPage, MinutesPage])
def test_what_a_page_asks_makes_no_window_taller_at_large_text(kind, planned, qtbot, qapp, dressed):
    look.apply(qapp, "light", 1.5)
    page = planned.show(kind(planned.desk), qtbot)
    before = page.minimumSizeHint().height()
    card = page.issue_card if kind is MinutesPage else page.out.card
    card.ask("All of it.", open_still=False, doubts=(), by_mail=True)
    qtbot.waitUntil(lambda: whole(card.passphrase))
    assert page.minimumSizeHint().height() == before
