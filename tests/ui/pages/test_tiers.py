"""Tiers in the window: made in Settings, chosen on Agenda, an item sent from one to another."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.pages.agenda import AgendaPage
from ui.pages.agenda.tier_pick import EVERY
from ui.pages.settings.tiers import TiersPart


def in_sight(widget):
    """Whether no part of a widget is scrolled out of sight."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_tier_is_made_set_seated_and_an_item_goes_up_to_it(planned, qtbot):
    workspace = planned.workspace
    page = planned.show(AgendaPage(planned.desk), qtbot)
    page._choose(planned.boy_item)
    assert not page.tiers.isVisible() and not page.item.tiers.isVisible()

    part = TiersPart(planned.desk)
    qtbot.addWidget(part)
    part.reload()
    part.entry.ask({"kind": "extraordinary"})
    part.entry.editor_of("name").setText("High risk group")
    part.entry.keep()
    part.reload()
    part.table.go_to(part.rows[1].id)
    part._change_field("starts", "2.30", None)
    part._change_field("minutes.review", 20, None)
    tier = workspace.read.series()[1]
    kept = workspace.read.own_settings(tier.id)
    assert kept["minutes.review"] == "20" and kept["starts"] in ("02:30", "14:30")
    member = workspace.read.members()[0]
    part.seats.who.set_value(member.id)
    part.seats._seat()
    assert (member.id, tier.id, None) in workspace.read.seats()

    page.reload()
    page._choose(planned.boy_item)
    page.item.tiers._ask()
    entry = page.item.tiers.entry
    entry.editor_of("reason").setPlainText("No bed in the county")
    entry.editor_of("asked").setPlainText("Fund a bed")
    entry.keep()
    (sent,) = workspace.read.escalations(planned.boy_item)
    assert (sent.to_tier, sent.standing) == ("High risk group", "waiting for their agenda")

    said: list[str] = []
    planned.desk.notice.said.connect(lambda words, _kind: said.append(words))
    there = workspace.agenda.plan_meeting(date(2026, 12, 1), series_id=tier.id)
    page.tiers.set_value(tier.id)
    page._pick_tier()
    assert page.meeting.id == there
    assert page.pool.list.lines.lines[0].words == "Sent by other tiers  1"
    page.tiers.lineEdit().setCursorPosition(3)
    page.reload()
    assert page.tiers.lineEdit().cursorPosition() == 0
    workspace.agenda.fill(there)
    page.reload()
    page._choose(workspace.read.running_order(there)[0].id)
    page.item.tiers._ask_answer(sent.id)
    page.item.tiers.entry.editor_of("answer").setPlainText("A bed from")
    qtbot.waitUntil(lambda: in_sight(page.item.tiers.entry.keep_button))
    other = workspace.agenda.add(there, workspace.register.add_child("Wren Holloway"))
    page.reload()
    page._choose(other)
    page._choose(workspace.read.running_order(there)[0].id)
    (go_on,) = [one for one in page.item.tiers.told.findChildren(QPushButton)
                if one.text() == "Go on with the answer"]  # fmt: skip
    go_on.click()
    assert page.item.tiers.entry.editor_of("answer").toPlainText() == "A bed from"
    page.item.tiers.entry.editor_of("answer").setPlainText("A bed from April")
    page.item.tiers.entry.keep()
    assert not [one for one in workspace.store.drafted() if one.startswith("answer to")]
    assert said[-1].startswith("Answered.")
    assert workspace.read.escalations(planned.boy_item)[0].answer == "A bed from April"
    page.tiers.set_value(EVERY)
    page._pick_tier()
    assert page.meeting.id == planned.meeting


def test_what_a_tier_without_names_refuses_stays_in_the_line(planned, qtbot):
    workspace = planned.workspace
    group = workspace.tiers.add("Strategic group", "strategic")
    workspace.agenda.plan_meeting(date(2026, 12, 1), series_id=group)
    page = planned.show(AgendaPage(planned.desk), qtbot)
    page.tiers.set_value(group)
    page._pick_tier()
    child = next(iter(workspace.read.child(planned.girl).row.name.split()))
    typed = f"{child} Byrne and the skatepark"
    page.pool.line.setText(typed)
    qtbot.keyClick(page.pool.line, Qt.Key.Key_Return)
    assert page.pool.line.text() == typed
    page.pool.line.setText("Transport to the skatepark")
    qtbot.keyClick(page.pool.line, Qt.Key.Key_Return)
    assert page.pool.line.text() == ""
    (row,) = workspace.read.running_order(page.meeting.id)
    assert row.label == "Transport to the skatepark"
