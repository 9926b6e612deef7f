"""Intelligence in the window: entered, triaged, named, and linked in a whole sentence."""

import pytest

from ui.pages.referrals import ReferralsPage

TEXT = "Dean Pyke waits for Ivy Ashdown after school."


@pytest.fixture
def page(panel, qtbot):
    return panel.show(ReferralsPage(panel.desk), qtbot)


def entered(page):
    page.enter_intelligence()
    entry = page.intelligence.entry
    entry.editor_of("given_by").set_value("somebody of the community")
    entry.editor_of("text").setPlainText(TEXT)
    entry.keep()


def test_a_submission_goes_from_a_call_to_a_link_by_a_persons_word_alone(panel, page):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    entered(page)
    assert page.intelligence.list.hasFocus()
    card = page.intelligence.card
    assert card.record.text == TEXT
    assert "not verified" in card.words.text()
    assert [one.confirmed for one in card.record.mentions] == [False, False]
    assert card.linked.form.isHidden()
    for one in card.record.mentions:
        card.named._answer(one, True)
    card.triage.outcome.set_value("accepted")
    card.triage._decide()
    linked = card.linked
    linked.one.set_value(person)
    linked.other.set_value(child)
    linked._word()
    linked.relation.set_value("exploits")
    linked._word()
    assert linked.sentence.text() == "Dean Pyke exploits Ivy Ashdown."
    linked._keep()
    (link,) = panel.workspace.read.child(child).links
    assert (link.information, link.confirmed) == ("intelligence", False)
    assert [one.sentence for one in card.record.links] == ["Dean Pyke exploits Ivy Ashdown"]


def test_what_is_not_taken_needs_its_reason_beside_the_field(panel, page):
    entered(page)
    triage = page.intelligence.card.triage
    triage.outcome.set_value("not taken")
    triage._decide()
    assert "outcome_reason" in triage.form.errors()
    triage.reason.setText("Known to be another town")
    triage._decide()
    assert page.intelligence.card.record.row.state == "not taken"
    triage.again.confirmed.emit("It is this town after all")
    assert page.intelligence.card.record.row.state == "to triage"


def test_the_inbox_says_what_to_do_while_empty_and_shows_nothing_in_a_meeting(panel, page):
    page.show_record("submissions")
    assert "Enter it here" in page.intelligence.empty.accessibleName()
    entered(page)
    agenda, conduct = panel.workspace.agenda, panel.workspace.conduct
    meeting = agenda.plan_meeting(panel.workspace.store.clock.today())
    conduct.start(meeting)
    assert page.intelligence.list.lines.lines == ()
    assert "not shown while a meeting runs" in page.intelligence.empty.accessibleName()


def test_the_form_is_written_where_it_is_asked_for(panel, page, tmp_path):
    panel.dialogues.save_to = tmp_path / "form.docx"
    page.write_form()
    assert panel.dialogues.save_to.read_bytes().startswith(b"PK")
