"""People and places: links read in the right direction, and sameness only as people say it."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ui.desk import Desk
from ui.pages.line_places import place_of
from ui.pages.people import PeoplePage
from ui.pages.people.named import NamedList
from ui.pages.people.record import AT_PLACE, SECTIONS
from ui.pages.people.unlisted import UnlistedList
from ui.pages.records.links import WHY


@pytest.fixture
def page(panel, qtbot):
    return panel.show(PeoplePage(panel.desk), qtbot)


def choose(entry, panel, name):
    entry.other.choose(panel.workspace.read.find(name, 5)[0])


def test_each_list_has_its_own_and_says_what_to_do_while_empty(panel, page):
    panel.workspace.register.add_place("Harbour skatepark", place_type="Skatepark")
    assert page.lists.model.total == 0
    assert "No people yet." in page.lists.empty.accessibleName()
    page.next_part()
    assert [row.label for row in page.lists.model.rows] == ["Harbour skatepark"]


def test_a_link_is_said_in_a_whole_sentence_before_it_is_kept(panel, page):
    child = panel.child("Ivy Ashdown")
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    entry = page.record.links.entry
    entry.ask()
    entry.relation.set_value(("out", "exploits"))
    choose(entry, panel, "Ashdown")
    entry._word()
    assert entry.sentence.text() == "Dean Pyke exploits Ivy Ashdown."
    entry.keep()
    assert entry.form.errors() == {"source": "Say who says so: the source, or the agency."}
    entry.source.setText("Missing meeting")
    entry.keep()
    made = panel.workspace.read.child(child).links[0]
    assert (made.relation, made.other_label, made.outgoing) == (
        "is exploited by", "Dean Pyke", False,
    )  # fmt: skip


def test_ctrl_enter_in_a_field_keeps_the_link(panel, page, qtbot):
    panel.child("Ivy Ashdown")
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    entry = page.record.links.entry
    entry.ask()
    entry.relation.set_value(("out", "exploits"))
    choose(entry, panel, "Ashdown")
    entry.source.setText("Missing meeting")
    qtbot.keyClick(entry.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (link,) = panel.workspace.read.person(person).links
    assert link.other_label == "Ivy Ashdown" and not entry.isVisible()


def test_a_link_without_its_other_end_is_refused_beside_the_field(panel, page):
    page.show_record(panel.workspace.register.add_person("Dean Pyke"))
    entry = page.record.links.entry
    entry.ask()
    entry.relation.set_value(("out", "exploits"))
    entry.keep()
    assert "to_id" in entry.form.errors()


def test_only_records_that_can_stand_there_are_offered(panel, page):
    panel.child("Sam Skate")
    place = panel.workspace.register.add_place("Skate park")
    page.show_record(panel.workspace.register.add_person("Dean Pyke"))
    entry = page.record.links.entry
    entry.ask()
    entry.relation.set_value(("out", "frequents"))
    assert [row.id for row in entry._find("skate")] == [place]
    entry.other._look("sam")
    assert entry.other.none.text() == "Sam Skate is on record as a child and cannot stand here."


def test_who_cannot_stand_at_this_end_is_named_with_the_way_that_fits(panel, page):
    panel.workspace.register.add_person("Nathan Frith", aliases=("Nate",))
    links = page.record.links
    links.entry.stand_on(panel.child("Ivy Ashdown"), "child", "Ivy Ashdown")
    codes_ = [links.entry.relation.itemText(at) for at in range(2)]
    assert codes_ == ["is exploited by …", "exploits …"]
    links.entry.relation.set_value(("out", "exploits"))
    links.entry.other._look("Nate")
    assert links.entry.other.none.text() == (
        "Nathan Frith is on record as a person of concern and cannot stand here. "
        "Choose “is exploited by …” where that is meant."
    )


def test_a_link_that_runs_both_ways_says_so_from_its_second_end_and_leads_to_its_links(panel, page):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    link = panel.workspace.register.link(child, "associates", person, sharing="chair only")
    page.show_record((person, "links"))
    links = page.record.links
    assert page.record.sections.current == 0
    assert links.shown.itemText(1).endswith(": no panel yet (1)")
    assert [one.written(links.model.rows[0]) for one in links.model.columns][2] == "chair only"
    links.table.go_to(link)
    links._change()
    assert links.card.way.value() == ("out", "associates")
    links.card._relate()
    assert panel.workspace.read.link_detail(link).from_id == child
    links._open(link)
    assert panel.went == [("children", (child, "links"))]


def test_a_link_ends_with_its_reason(panel, page):
    child = panel.child()
    person = panel.workspace.register.add_person("Dean Pyke")
    panel.workspace.register.link(person, "exploits", child)
    page.show_record(person)
    links = page.record.links
    links.table.go_to(links.model.rows[0].id)
    links.end.confirmed.emit("Moved away")
    assert links.model.total == 0


def test_a_new_place_is_added_and_its_facts_mended_in_place(panel, page):
    page.next_part()
    page.add_record()
    entry = page.entries[1]
    entry.editor_of("name").setText("Bus interchange")
    entry.keep()
    page.record.sections.go_to(1)
    page.record.forms["location"].editor_of("what_happens").setPlainText("Touting after school")
    assert page.may_leave()
    place = panel.workspace.read.places()[0].id
    assert panel.workspace.read.place(place).what_happens == "Touting after school"


def question(panel, why="Same vehicle"):
    from models.entities import MatchQuestion

    one, other = (panel.workspace.register.add_person(name) for name in ("Dean Pyke", "Dean Pike"))
    with panel.workspace.store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=other, with_id=one, weight=9.0, why=why))
    return one, other


def test_a_question_of_sameness_shows_why_and_is_answered_by_a_person(panel, page):
    question(panel)
    page.show_record("matches")
    listed = page.lists.matches
    assert "same vehicle" in words_of(listed.card)
    listed.card.reason.setText("Seen together")
    page.answer("say_apart")
    assert panel.workspace.read.match_questions() == () and not listed.pairs
    assert len(panel.workspace.read.people()) == 2
    panel.workspace.store.undo()
    assert len(panel.workspace.read.match_questions()) == len(listed.pairs) == 1


def test_the_name_that_stands_for_two_joined_records_is_chosen(panel, page):
    one, other = question(panel)
    panel.workspace.register.change(one, "birth_date", date(2001, 2, 3), None)
    panel.workspace.register.change(other, "grounds", "Seen with two children", None)
    page.show_record("matches")
    offered = [each.accessibleName() for each in page.lists.matches.card.findChildren(QPushButton)]
    assert "The same: keep “Dean Pyke”" in offered and "The same: keep “Dean Pike”" in offered
    page.answer("say_same_other")
    assert [row.label for row in panel.workspace.read.people()] == ["Dean Pike"]
    page.show_record(other)
    read = page.record.record
    assert (read.birth_date, read.grounds) == (date(2001, 2, 3), "Seen with two children")
    assert page.record.names.text() == "Known as Dean Pyke"


def test_the_register_is_looked_through_and_each_pair_stands_side_by_side(panel, page):
    panel.child("Oliver Marsh", school="Harbour High")
    panel.child("Ollie Marsh", school="Northmoor High")
    page.show_record("matches")
    listed = page.lists.matches
    assert [line.words for line in listed.list.lines.lines][0] == "Likely (1)"
    said = words_of(listed.view)
    assert "Harbour High" in said and "Northmoor High" in said and "differs" in said
    assert "same date of birth" in said.lower()


def test_what_is_left_for_later_stands_last_and_says_by_whom(panel, page):
    question(panel)
    page.show_record("matches")
    page.answer("say_later")
    listed = page.lists.matches
    assert [line.words for line in listed.list.lines.lines][0] == "Left for later (1)"
    listed.list.go_to(next(iter(listed.pairs)))
    listed._stand(listed.list.current_key())
    assert "Left for later by Ada Administrator on 12 Nov 2026" in words_of(listed.card)
    assert panel.workspace.read.match_questions() == ()


def test_a_joined_record_is_taken_apart_from_the_list(panel, page):
    question(panel)
    page.show_record("matches")
    page.answer("say_same")
    listed = page.lists.matches
    page.answer("take_apart")
    listed.card.ask.confirmed.emit("Two brothers")
    assert len(panel.workspace.read.people()) == 2 and not listed.joined and not listed.pairs


def test_an_answer_not_the_same_is_looked_at_again_and_taken_back_by_one_key(panel, page):
    question(panel)
    page.show_record("matches")
    listed = page.lists.matches
    listed.card.reason.setText("Seen together")
    page.answer("say_apart")
    assert "Not the same (1)" in [line.words for line in listed.list.lines.lines]
    assert words_of(listed.card).count("Dean Pyke and Dean Pike") == 1
    said = words_of(listed.view)
    assert "by Ada Administrator on 12 Nov 2026. Reason: Seen together." in said
    assert "What each record says" in said
    page.answer("take_apart")
    assert not listed.apart and len(listed.pairs) == 1
    assert "Taken back" in panel.said[-1][0]
    panel.workspace.store.undo()
    assert len(listed.apart) == 1 and not listed.pairs


def words_of(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_what_a_joined_record_says_otherwise_is_shown(panel, page):
    one, other = question(panel)
    panel.workspace.register.change(one, "birth_date", date(2001, 2, 3), None)
    panel.workspace.register.change(other, "birth_date", date(2002, 3, 4), None)
    panel.workspace.register.same(one, other, "Same vehicle and phone")
    page.show_record(one)
    said = page.record.otherwise
    assert not said.isHidden()
    assert "Dean Pike" in said.text() and "Date of birth: 4 Mar 2002" in said.text()


def test_a_person_who_is_a_child_is_said_to_be_one(panel, page):
    child = panel.child("Ivy Ashdown")
    person = panel.workspace.register.add_person("Ivy Ashdown", child_id=child)
    page.show_record(person)
    assert "A child: child first" in page.record.tags.words()


def a_group(panel, *names):
    group = panel.workspace.register.add_group("Canal Boys")
    for name in names:
        panel.workspace.register.link(panel.child(name, lead_name="Jo Reed"), "member of", group)
    return group


def test_a_group_is_assessed_and_says_who_was_drawn_in_since(panel, page):
    group = a_group(panel, "Ivy Ashdown")
    ivy = panel.workspace.read.group(group).members[0].subject_id
    page.show_record(group)
    page.record.sections.go_to(5)
    section = page.record.group
    section.ask()
    section.entry.editor_of("people").setPlainText("Friends from school")
    section.entry.editor_of(f"role.{ivy}").set_value("Core")
    section.entry.keep()
    assert section.entry is None
    assert panel.workspace.read.group(group).members[0].role == "core"
    panel.workspace.store.clock.move(timedelta(days=40))
    panel.workspace.register.link(panel.child("Robin Marlow"), "member of", group)
    assert section.figure.accessibleName().startswith("1 further young person was drawn in")
    panel.workspace.store.undo()
    assert section.figure.accessibleName().startswith("No further young people were drawn in")


def test_what_is_told_of_a_group_is_ticked_off(panel, page):
    group = a_group(panel, "Ivy Ashdown")
    panel.workspace.register.assess_group(group, people="Friends")
    page.show_record(group)
    page.record.sections.go_to(5)
    page.record.group.telling.ask({"whom": "The school", "text": "Watch the gate"})
    page.record.group.telling.keep()
    done = next(
        one for one in page.record.group.findChildren(QPushButton) if one.text() == "Told today"
    )
    done.click()
    told = panel.workspace.read.group(group).versions[0].told[0]
    assert told.told_on == panel.workspace.store.clock.today()


def test_what_is_still_to_be_told_is_not_lost_with_a_new_assessment(panel, page):
    group = a_group(panel, "Ivy Ashdown")
    first = panel.workspace.register.assess_group(group, people="Friends")
    panel.workspace.register.tell_of_group(first, "The school", "Watch the gate")
    panel.workspace.store.clock.move(timedelta(days=40))
    panel.workspace.register.assess_group(group, people="Friends and more")
    page.show_record(group)
    page.record.sections.go_to(5)
    section = page.record.group
    done = [one for one in section.findChildren(QPushButton) if one.text() == "Told today"]
    assert [one.accessibleName() for one in done] == ["The school: told today"]
    assert "said 12 Nov 2026" in words_of(section.cards)
    done[0].click()
    assert panel.workspace.read.group(group).telling == ()


def test_a_new_assessment_begins_with_the_day_of_review(panel, page):
    group, register = a_group(panel, "Ivy Ashdown"), panel.workspace.register
    page.show_record(group)
    page.record.sections.go_to(5)
    section = page.record.group

    def begun() -> date:
        section.ask()
        return section.entry.editor_of("review_on").value()

    assert begun() == panel.workspace.read.next_review()
    register.assess_group(group, people="Friends", review_on=date(2026, 12, 20))
    assert begun() == date(2026, 12, 20)
    panel.workspace.store.clock.move(timedelta(days=60))
    assert begun() == panel.workspace.read.next_review()


@pytest.mark.parametrize("made", [UnlistedList, NamedList])
def test_a_list_that_reads_every_paper_says_that_it_looks(panel, qtbot, made):
    waiting = SimpleNamespace(run=lambda *_work: None)
    shown = made(Desk(panel.workspace, panel.hub, panel.desk.notice, waiting))
    qtbot.addWidget(shown)
    shown.reload()
    assert "Looking through the papers" in words_of(shown.view)


def test_the_case_holders_of_a_group_are_copied_as_addresses(panel, page):
    panel.workspace.panel.add_member("Jo Reed", None, "Social worker", email="jo@north.gov.uk")
    group = a_group(panel, "Ivy Ashdown", "Robin Marlow")
    page.show_record(group)
    page.record.sections.go_to(6)
    page.record.holding.copy.click()
    assert QGuiApplication.clipboard().text() == "Jo Reed <jo@north.gov.uk>"


def test_only_a_group_has_an_assessment_of_a_group(panel, page):
    page.show_record(a_group(panel, "Ivy Ashdown"))
    page.record.sections.go_to(6)
    page.show_record(panel.workspace.register.add_place("Skatepark"))
    assert page.record.sections.current == AT_PLACE
    page.record.step(-1)
    assert SECTIONS[page.record.sections.current] == "Papers"


def test_a_link_is_mended_in_place_and_its_changes_are_told(panel, page):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    link = panel.workspace.register.link(person, "exploits", child)
    page.show_record(person)
    links = page.record.links
    links.table.go_to(link)
    links._change()
    card = links.card
    card.form._change("confidence", "confirmed", "suspected")
    assert "how sure suspected → confirmed" in card.told.words.text()
    card._change("expires_on", date(2026, 10, 1), None)
    card.leave()
    links.shown.set_value("out of date")
    links._show()
    assert [links._standing(one) for one in links.model.rows] == ["out of date since 1 Oct 2026"]
    links._end("Moved away")
    links.shown.set_value("ended")
    links._show()
    assert [one.id for one in links.model.rows] == [link]
    assert links.model.columns[WHY].written(links.model.rows[0]) == "Moved away"
    assert not links.table.view.isColumnHidden(WHY)
    links._let_stand("Back again")
    assert panel.workspace.read.person(person).links[0].id == link


def test_a_link_of_intelligence_becomes_a_fact_with_who_verified_it(panel, page, qtbot):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    link = panel.workspace.register.link(person, "exploits", child, information="intelligence")
    page.show_record(person)
    page.record.links._open_card(link)
    card, read = page.record.links.card, panel.workspace.read
    kind = card.form.editor_of("information")
    kind.set_value("fact")
    kind.changed.emit("fact")
    qtbot.waitUntil(card.why.isVisible)
    assert kind.value() == "intelligence" and "Say why" in card.form.errors()["information"]
    card.why.keep()
    assert "Say why" in card.why.form.general.text()
    card.why.editor_of("reason").setPlainText("DC Moore saw them")
    card.why.keep()
    assert (read.link_detail(link).information, kind.value()) == ("fact", "fact")
    assert card.why.isHidden() and card.form.errors() == {}
    assert card.because.text() == "Intelligence no longer: DC Moore saw them"
    panel.workspace.store.undo()
    assert kind.value() == "intelligence" and card.because.isHidden()


def test_new_links_are_a_list_that_opens_either_end(panel, page):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    link = panel.workspace.register.link(person, "exploits", child)
    page.show_record("new_links")
    new = page.lists.others[page.lists.tabs.current]
    new.table.go_to(link)
    assert (new.one.text(), new.other.text()) == ("Open Dean Pyke", "Open Ivy Ashdown")
    new._open(True)
    assert panel.went == [("children", child)]


def test_several_new_links_are_named_and_confirmed_as_one_step(panel, page):
    person, links = panel.workspace.register.add_person("Dean Pyke"), []
    for name in ("Ivy Ashdown", "Tia Oakes", "Robin Marlow"):
        links.append(panel.workspace.register.link(person, "exploits", panel.child(name)))
    page.show_record("new_links")
    new = page.lists.others[page.lists.tabs.current]
    new.table.go_to(links[0])
    assert new.several.isHidden() and not new.confirm.isHidden()
    new.table.view.selectAll()
    assert new.confirm.isHidden() and "3 links chosen" in words_of(new.several)
    assert "Dean Pyke exploits Tia Oakes." in words_of(new.several)
    new.several.yes.click()
    assert all(one.link.confirmed for one in panel.workspace.read.new_links().rows)
    assert panel.workspace.store.undo_label == "Undo “Confirm 3 links”"
    panel.workspace.store.undo()
    assert not any(one.link.confirmed for one in panel.workspace.read.new_links().rows)


def test_more_links_than_a_person_reads_at_once_are_not_confirmed_together(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    for at in range(21):
        place = panel.workspace.register.add_place(f"{at} Mill Lane")
        panel.workspace.register.link(person, "frequents", place)
    page.show_record("new_links")
    new = page.lists.others[page.lists.tabs.current]
    new.table.view.selectAll()
    assert "Choose 20 or fewer" in words_of(new.several) and new.several.yes.isHidden()


def test_several_links_of_a_record_are_confirmed_but_never_intelligence(panel, page):
    person, register = panel.workspace.register.add_person("Dean Pyke"), panel.workspace.register
    first = register.link(person, "exploits", panel.child("Ivy Ashdown"))
    told = register.link(person, "exploits", panel.child("Tia Oakes"), information="intelligence")
    page.show_record(person)
    links = page.record.links
    links.table.view.selectAll()
    assert links.change.isHidden() and "intelligence, which nobody" in words_of(links.several)
    links.several.yes.click()
    found = {one.id: one.confirmed for one in panel.workspace.read.person(person).links}
    assert found == {first: True, told: False}


def test_who_was_removed_leaves_the_list_and_is_shown_when_asked_for(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    assert "Lacks grounds, a source, a day of review" in page.record.tags.words()
    panel.workspace.register.close(person, "No grounds were found", "Bo Second")
    page.show_all()
    assert page.lists.model.total == 0
    page.lists.closed.click()
    assert [row.label for row in page.lists.model.rows] == ["Dean Pyke"]


def test_a_review_is_kept_with_its_reason_and_the_next_day(panel, page):
    person = panel.workspace.register.add_person(
        "Dean Pyke", grounds="Two reports", source="Police", review_on=date(2026, 11, 1)
    )
    page.show_record(person)
    page.record.sections.go_to(1)
    concern = page.record.concern
    concern.adopting._enter({"reason": "Two reports", "review_on": date(2026, 12, 1)})
    concern.reviewing._enter({"reason": "Seen again", "next_review_on": date(2027, 1, 8)})
    assert "still of concern" in concern.decided.text()
    assert panel.workspace.read.person(person).review_on == date(2027, 1, 8)


def test_a_name_in_a_paper_is_linked_as_its_sentence_says_or_not_meant(panel, page):
    child = panel.child("Ivy Ashdown")
    person = panel.workspace.register.add_person("Dean Pyke")
    for text in ("Seen with Dean Pyke.", "And Dean Pyke again."):
        panel.workspace.referrals.add(child, reason=text)
    page.show_record("in_papers")
    listed = page.lists.named
    assert listed.card.sentence.text() == "Ivy Ashdown associates with Dean Pyke."
    page.answer("say_apart")
    assert len(listed.offers) == 1
    panel.workspace.store.undo()
    assert len(listed.offers) == 2
    page.answer("say_apart")
    page.answer("say_yes")
    assert not listed.offers and listed.card is None
    (link,) = panel.workspace.read.child(child).links
    assert (link.other_id, link.confirmed) == (person, True)


def test_a_name_said_not_to_be_meant_is_looked_at_again_and_offered_by_one_key(panel, page):
    child = panel.child("Ivy Ashdown")
    panel.workspace.register.add_person("Dean Pyke")
    panel.workspace.referrals.add(child, reason="Seen with Dean Pyke.")
    page.show_record("in_papers")
    page.answer("say_apart")
    listed = page.lists.named
    assert [one.words for one in listed.list.lines.lines] == [
        "Not meant (1)", "Dean Pyke · Ivy Ashdown",
    ]  # fmt: skip
    assert "Said not to be meant by Ada Administrator on 12 Nov 2026." in words_of(listed.view)
    page.answer("say_yes")
    assert not panel.workspace.read.child(child).links
    page.answer("take_apart")
    assert len(listed.offers) == 1 and not listed.denied
    panel.workspace.store.undo()
    assert len(listed.denied) == 1 and not listed.offers


def test_names_that_are_ticked_are_each_said_and_linked_as_one_step(panel, page):
    child, register = panel.child("Ivy Ashdown"), panel.workspace.register
    for name in ("Dean Pyke", "Al Hunt", "Cy Moss"):
        register.add_person(name)
    text = "Seen with Dean Pyke and Cy Moss. Ivy is thought to be exploited by Al Hunt."
    panel.workspace.referrals.add(child, reason=text)
    page.show_record("in_papers")
    listed = page.lists.named
    assert not listed.ticked
    for name in ("Dean Pyke", "Al Hunt"):
        listed.list.go_to(next(key for key, one in listed.offers.items() if one.label == name))
        listed._stand(listed.list.current_key())
        QTest.keyClick(listed.list, Qt.Key.Key_Space)
    assert "2 names ticked" in words_of(listed.view)
    assert "Ivy Ashdown associates with Dean Pyke." in words_of(listed.view)
    assert listed.card.answers[0].isHidden()
    page.answer("say_yes")
    assert [one.label for one in listed.offers.values()] == ["Cy Moss"]
    assert panel.workspace.store.undo_label == "Undo “Link 2 names in texts”"
    relations = {one.other_label: one.relation for one in panel.workspace.read.child(child).links}
    assert relations == {"Dean Pyke": "associates with", "Al Hunt": "is exploited by"}
    panel.workspace.store.undo()
    assert len(listed.offers) == 3 and not panel.workspace.read.child(child).links


def test_one_of_several_that_is_refused_leaves_all_as_they_were(panel, page):
    child = panel.child("Ivy Ashdown")
    for name in ("Dean Pyke", "Al Hunt"):
        panel.workspace.register.add_person(name)
    panel.workspace.referrals.add(child, reason="Seen with Dean Pyke and Al Hunt.")
    page.show_record("in_papers")
    listed = page.lists.named
    listed.ticked = dict.fromkeys(listed.offers, ("out", "exploits"))
    page.answer("say_yes")
    assert len(listed.offers) == len(listed.ticked) == 2
    assert not panel.workspace.read.child(child).links
    page.answer("say_apart")
    assert not listed.offers and not listed.ticked


def test_a_name_is_answered_once_while_the_papers_are_read_again(panel, page, monkeypatch):
    child = panel.child("Ivy Ashdown")
    panel.workspace.register.add_person("Dean Pyke")
    for text in ("Seen with Dean Pyke.", "And Dean Pyke again."):
        panel.workspace.referrals.add(child, reason=text)
    page.show_record("in_papers")
    reading = []
    monkeypatch.setattr(panel.desk.tasks, "run", lambda *work: reading.append(work))
    for _ in range(2):
        page.answer("say_apart")
    assert len(panel.workspace.read.mentions()) == 1
    work, done, _failed = reading[-1]
    done(work(None))
    assert page.lists.named.card.offer.key in page.lists.named.offers


def test_harm_that_a_text_says_is_proposed_as_suspected_with_its_direction(panel, page):
    child = panel.child("Ivy Ashdown")
    panel.workspace.register.add_person("Dean Pyke")
    panel.workspace.referrals.add(child, reason="Ivy is thought to be exploited by Dean Pyke.")
    page.show_record("in_papers")
    sentence = page.lists.named.card.sentence
    assert sentence.text() == "Dean Pyke exploits Ivy Ashdown (suspected; so the text says)."
    page.answer("say_yes")
    (link,) = panel.workspace.read.child(child).links
    assert (link.relation, link.confidence) == ("is exploited by", "suspected")


def test_one_key_refers_one_of_the_unlisted_and_the_evidence_stands_beside_it(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    for name in ("Ivy Ashdown", "Tia Oakes"):
        panel.workspace.register.link(panel.child(name), "associates", person)
    page.show_record("unlisted")
    listed = page.lists.unlisted
    assert "named in the papers of 2 others" in words_of(listed.view).lower()
    assert "Tia Oakes associates with Dean Pyke" in words_of(listed.view)
    page.answer("refer")
    (referral,) = panel.workspace.read.referrals()
    assert panel.went == [("referrals", referral.id)] and referral.label == "Dean Pyke"
    assert not listed.rows


def test_a_name_on_no_record_is_nobody_for_us_with_a_reason(panel, page):
    for name in ("Ivy Ashdown", "Tia Oakes"):
        child = panel.child(name)
        panel.workspace.register.change(child, "note", "Jordan Pickersgill drives her.", seen=None)
    page.show_record("unlisted")
    listed = page.lists.unlisted
    page.answer("say_apart")
    listed._ask.reason.setText("The school's bus driver")
    listed._ask.yes.click()
    assert "until another paper gives the name" in panel.said[-1][0]
    assert "Reason: The school's bus driver." in words_of(listed.view)
    assert not [one for one in panel.workspace.read.noticed() if one.goes_to == "unlisted"]
    page.answer("refer")
    assert not panel.workspace.read.referrals()
    page.answer("take_apart")
    assert "and on no record" in words_of(listed.view)
    assert [one for one in panel.workspace.read.noticed() if one.goes_to == "unlisted"]


def test_a_person_of_concern_who_is_a_child_on_record_is_a_child_first(panel, page):
    from models.entities import MatchQuestion

    child = panel.child("Ivy Ashdown", birth_date=None)
    person = panel.workspace.register.add_person("Ivy Ashdown")
    with panel.workspace.store.work("ask", "Ask") as session:
        session.add(MatchQuestion(subject_id=person, with_id=child, why="A child of that name"))
    page.show_record("matches")
    page.answer("say_same")
    assert panel.workspace.read.match_questions() == ()
    assert panel.workspace.read.person(person).is_child
    assert len(panel.workspace.read.people()) == 1


def test_a_link_of_intelligence_is_for_the_chair_until_somebody_says_otherwise(panel, page):
    child, person = panel.child(), panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    entry = page.record.links.entry
    entry.ask()
    entry._narrow_intelligence("intelligence")
    assert entry.sharing.value() == "chair only"
    entry.relation.set_value(("out", "exploits"))
    choose(entry, panel, "Ashdown")
    entry.information.set_value("intelligence")
    entry.sharing.set_value("named agencies")
    entry._shared_by_hand("named agencies")
    entry.source.setText("A call")
    entry.keep()
    assert "shared_with" in entry.form.errors()
    entry.sharing.set_value("chair only")
    entry.keep()
    (link,) = panel.workspace.read.child(child).links
    assert (link.sharing, link.information) == ("chair only", "intelligence")


def test_a_half_written_assessment_of_a_group_waits_where_it_was_left(panel, page):
    group = a_group(panel, "Ivy Ashdown")
    page.show_record(group)
    page.record.sections.go_to(5)
    page.record.group.ask()
    page.record.group.entry.editor_of("risk").setPlainText("Knives seen tw")
    page.show_record(panel.workspace.register.add_place("Skatepark"))
    page.show_record(group)
    page.record.sections.go_to(5)
    entry = page.record.group.entry
    assert entry.editor_of("risk").toPlainText() == "Knives seen tw"
    entry.keep()
    assert panel.workspace.read.group(group).versions[0].risk == "Knives seen tw"
    assert panel.workspace.store.drafted() == ()


def test_choosing_removed_leads_to_the_reason_and_the_second_person(panel, page, qtbot):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    page.record.sections.go_to(1)
    status, closing = (
        page.record.forms["person_of_concern"].editor_of("status"),
        page.record.closing,
    )
    status.set_value("Removed")
    status.changed.emit("Removed")
    qtbot.waitUntil(closing.entry.isVisible)
    assert status.value() == "Unverified"
    assert panel.workspace.read.person(person).status == "unverified"
    assert closing.entry.accessibleName() == "Remove this person"
    qtbot.waitUntil(lambda: not closing.entry.keep_button.visibleRegion().isEmpty())


def test_why_a_removal_is_refused_stands_where_the_second_person_is_asked_for(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    page.record.sections.go_to(1)
    entry = page.record.closing.entry
    page.record.closing.begin()
    for asked, field, says in (
        ({}, "reason", "Give the reason"),
        ({"reason": "No grounds were found"}, "second_person", "A second person must agree"),
    ):
        for name, value in asked.items():
            entry.editor_of(name).setText(value)
        entry.keep()
        ((at, words),) = entry.form.errors().items()
        assert at == field and says in words


def test_nobody_is_removed_by_words_that_are_no_name(panel, page, qtbot):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    page.record.sections.go_to(1)
    entry = page.record.closing.entry
    page.record.closing.begin()
    entry.editor_of("reason").setText("No grounds were found")
    qtbot.keyClicks(entry.editor_of("second_person").lineEdit(), "everybody here")
    entry.keep()
    assert set(entry.form.errors()) == {"second_person"}
    assert entry.editor_of("second_person").currentText() == "everybody here"
    assert entry.editor_of("reason").text() == "No grounds were found"
    assert not page.record.closing.ask.isHidden()
    assert panel.workspace.read.person(person).status == "unverified"


def test_what_a_record_lacks_is_said_in_the_form_that_adopts(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    page.record.sections.go_to(1)
    concern = page.record.concern
    concern.adopt.click()
    concern.adopting.editor_of("reason").setPlainText("Two reports")
    concern.adopting.keep()
    assert "lacks grounds and a source" in concern.adopting.form.general.text()
    assert not concern.adopting.isHidden()


def test_no_form_of_adopting_stands_open_on_who_was_removed(panel, page):
    person = panel.workspace.register.add_person("Dean Pyke")
    page.show_record(person)
    page.record.sections.go_to(1)
    concern, closing = page.record.concern, page.record.closing
    concern.adopt.click()
    closing.begin()
    panel.workspace.register.close(person, "No grounds were found", "Bo Second")
    assert concern.adopting.isHidden() and closing.entry.isHidden() and concern.adopt.isHidden()
    panel.workspace.store.undo()
    assert concern.adopting.isHidden() and not concern.adopt.isHidden()


def test_a_line_of_today_leads_to_where_the_record_is_reviewed(panel, page, qtbot):
    register, day = panel.workspace.register, date(2026, 11, 1)
    register.add_person("Dean Pyke", review_on=day)
    register.add_place("Skatepark", review_on=day)
    group = a_group(panel, "Ivy Ashdown")
    register.assess_group(group, people="Friends", review_on=day)
    lines = {one.text: one for one in panel.workspace.read.today()}
    for text, section in (
        ("Review of a person of concern: D.P.", "Details"),
        ("Review of a group: Canal Boys", "Assessment"),
        ("Review of a place: Skatepark", "Assessment"),
    ):
        where, key = place_of(lines[text])
        page.show_record(key)
        assert where == "people" and SECTIONS[page.record.sections.current] == section
    page.record.sections.go_to(1)
    along = page.record.details.verticalScrollBar()
    page.show_record(place_of(lines["Review of a person of concern: D.P."])[1])
    along.setValue(along.maximum())
    page.show_record(place_of(lines["Review of a person of concern: D.P."])[1])
    qtbot.waitUntil(lambda: not page.record.concern.standing.visibleRegion().isEmpty())
    _, key = place_of(lines["Persons of concern: 1 not verified yet"])
    page.show_record(key)
    assert page.stack.currentWidget() is page.lists and page.lists.tabs.current == 0


def test_what_is_typed_after_a_refused_field_was_left_is_the_next_fields(panel, page, qtbot):
    register, day = panel.workspace.register, panel.workspace.store.clock.today()
    person = register.add_person(
        "Dean Pyke", status="suspect", grounds="Two reports", source="Police", review_on=day
    )
    page.show_record(person)
    page.record.sections.go_to(1)
    form = page.record.forms["person_of_concern"]
    grounds, category = form.editor_of("grounds"), form.editor_of("category")
    grounds.setFocus()
    grounds.selectAll()
    qtbot.keyClick(grounds, Qt.Key.Key_Delete)
    category.setFocus(Qt.FocusReason.MouseFocusReason)
    assert "grounds" in form.errors()
    QTest.keyClicks(page.window().focusWidget(), "Street dealer")
    form.settle()
    found = panel.workspace.read.person(person)
    assert (found.grounds, category.text()) == ("Two reports", "Street dealer")
