"""A copy for a parent: the child's own words and lines on another child wait for a person."""

from datetime import datetime

import pytest

from exports import disclosing, disclosure, subject_copy
from exports.audience import Audiences
from exports.child_part import child_part
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Information, Sharing
from models.rules.own_words import asked_by_words
from tests.exports.plain_text import words_of
from tests.models.services.rooms import running_room

NOW = datetime(2026, 11, 12, 14, 5)
WISH = "Does not want mum to have the school's letter."
TWO = "Sleeps better since July. Amber Hill stayed with him at the flat. Attends every day."


@pytest.fixture
def room():
    made = running_room(SetClock(NOW))
    made.workspace.register.add_child("Amber Hill", system_id="LCS2")
    conduct, item = made.workspace.conduct, made.child_item
    conduct.write(item, "voice", WISH, "")
    for text in (TWO, "Robin told his nurse about the cuts", "Enjoys football"):
        conduct.say(item, made.health, text, information=Information.FACT,
                    sharing=Sharing.ALL_PANEL)  # fmt: skip
    yield made
    made.workspace.close()


def begun(room, asker):
    number = room.workspace.disclosure.begin(room.child, "Kim Ashdown, mother", asker=asker)
    return next(one for one in room.workspace.read.disclosures(room.child) if one.id == number)


def again(room, asked):
    rows = room.workspace.read.disclosures(room.child)
    return next(one for one in rows if one.id == asked.id)


def copy_of(room, asked):
    made = disclosing.prepare(room.workspace, asked)
    return made, words_of("one.docx", subject_copy.compose(made, asked).to_bytes())


def waiting(made):
    return {one.text: one.asks for one in made.file.lines if one.waits}


def decide_all(room, asked, reason):
    made = disclosing.prepare(room.workspace, asked)
    keys = [one.key for one in made.file.lines if one.waits]
    room.workspace.disclosure.withhold(asked.id, keys, reason)


@pytest.mark.parametrize("asker", ["parent", "other", None])
def test_what_the_child_told_waits_whoever_asks_but_the_child(room, asker) -> None:
    made, told = copy_of(room, begun(room, asker))
    waits = waiting(made)
    assert waits[WISH] == ("own words",)
    assert waits["Robin told his nurse about the cuts"] == ("own words",)
    assert WISH not in told and "nurse about" not in told and "Enjoys football" in told


def test_the_child_has_their_own_words_and_not_another_childs(room) -> None:
    made, told = copy_of(room, begun(room, "own"))
    assert waiting(made) == {TWO: ("another child",)}
    assert WISH in told and "nurse about" in told
    assert "Amber" not in told and "another young person" not in told


def test_where_the_child_is_waits_for_a_person_too(room) -> None:
    seen = room.workspace.read.child(room.child).placement
    room.workspace.register.change(room.child, "placement", "Beech House", seen)
    made, told = copy_of(room, begun(room, "parent"))
    assert waiting(made)["Beech House"] == ("whereabouts",) and "Beech House" not in told


def test_nothing_leaves_before_the_childs_rights_are_weighed_and_each_line_is_decided(room) -> None:
    asked, workspace = begun(room, "parent"), room.workspace
    seen = disclosing.digest(workspace, disclosing.prepare(workspace, asked), asked)
    with pytest.raises(Refusal, match="First decide about"):
        disclosing.confirm(workspace, asked, seen)
    decide_all(room, asked, "wishes")
    seen = disclosing.digest(workspace, disclosing.prepare(workspace, asked), asked)
    with pytest.raises(Refusal, match="not the child who asks"):
        disclosing.confirm(workspace, asked, seen)
    workspace.disclosure.consider(asked.id, "Robin is 15, understands, and agrees to this copy.")
    disclosing.confirm(workspace, asked, seen)
    assert again(room, asked).state == "confirmed"


def test_a_line_that_comes_later_waits_and_the_copy_does_not_go(room, tmp_path) -> None:
    asked, workspace = begun(room, "parent"), room.workspace
    decide_all(room, asked, "wishes")
    workspace.disclosure.consider(asked.id, "Robin agrees.")
    seen = disclosing.digest(workspace, disclosing.prepare(workspace, asked), asked)
    disclosing.confirm(workspace, asked, seen)
    workspace.conduct.say(room.child_item, room.health, "Robin says he is afraid at home",
                          information=Information.FACT, sharing=Sharing.ALL_PANEL)  # fmt: skip
    with pytest.raises(Refusal):
        disclosing.write(workspace, asked.id, room.child, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_line_about_two_is_given_without_the_other(room) -> None:
    asked = begun(room, "parent")
    made, _ = copy_of(room, asked)
    key = next(one.key for one in made.file.lines if one.text == TWO)
    room.workspace.disclosure.withhold(asked.id, [key], "", cut=True)
    _, told = copy_of(room, asked)
    assert "Sleeps better since July. […] Attends every day." in told
    assert "flat" not in told and "another young person" not in told


def test_a_sentence_over_a_line_end_is_left_out_whole(room) -> None:
    text = "Seen with another young\nperson in the park. Attends every day."
    room.workspace.conduct.say(room.child_item, room.health, text, information=Information.FACT,
                               sharing=Sharing.ALL_PANEL)  # fmt: skip
    asked = begun(room, "parent")
    made, _ = copy_of(room, asked)
    key = next(one.key for one in made.file.lines if "Attends every day" in one.text
               and "park" in one.text)  # fmt: skip
    room.workspace.disclosure.withhold(asked.id, [key], "", cut=True)
    _, told = copy_of(room, asked)
    assert "park" not in told and "person in" not in told


def test_what_is_asked_of_a_field_is_never_given_in_part(room) -> None:
    asked = begun(room, "parent")
    made, _ = copy_of(room, asked)
    key = next(one.key for one in made.file.lines if one.text == WISH)
    room.workspace.disclosure.withhold(asked.id, [key], "", cut=True)
    _, told = copy_of(room, asked)
    assert "letter" not in told


def test_who_decided_what_stands_in_the_panels_log_and_no_word_of_it(room) -> None:
    asked, workspace = begun(room, "parent"), room.workspace
    made, _ = copy_of(room, asked)
    keys = {one.text: one.key for one in made.file.lines if one.waits}
    workspace.disclosure.withhold(asked.id, [keys[WISH]], "wishes")
    workspace.disclosure.withhold(asked.id, [keys[TWO]], "", cut=True)
    workspace.disclosure.consider(asked.id, "Robin is 15 and agrees.")
    asked = again(room, asked)
    made = disclosing.prepare(workspace, asked)
    log = words_of("one.docx", subject_copy.compose_log(made, asked).to_bytes())
    for words in ("A parent, or who has parental responsibility", "Robin is 15 and agrees.",
                  "the child's own words", "held back: The child did not expect", "given in part",
                  workspace.person.name):  # fmt: skip
        assert words in log, words
    assert "letter" not in log and "Amber" not in log and "flat" not in log


def test_a_parent_is_not_told_that_the_child_told_something(room) -> None:
    asked = begun(room, "parent")
    decide_all(room, asked, "wishes")
    _, told = copy_of(room, asked)
    assert "Left out under schedule 3 of the Data Protection Act 2018" in told
    assert "expect" not in told and "own words" not in told


def test_a_persons_copy_never_gives_a_child_unasked(room) -> None:
    conduct = room.workspace.conduct
    conduct.write(room.person_item, "presentation", "Robin Ashdown was in his car.", "")
    number = room.workspace.disclosure.begin(room.person, "Darren Pike", asker="own")
    asked = next(one for one in room.workspace.read.disclosures(room.person) if one.id == number)
    made = disclosing.prepare(room.workspace, asked)
    assert waiting(made) == {"Robin Ashdown was in his car.": ("another child",)}


def test_a_pack_for_another_area_waits_for_nothing(room) -> None:
    move = room.workspace.moving.add_move(room.child, "out", "Southmoor")
    room.workspace.moving.begin_pack(move)
    asked = next(one for one in room.workspace.read.disclosures(room.child) if one.move_id)
    made = disclosing.prepare(room.workspace, asked)
    assert made.waiting == 0 and any(one.text == WISH for one in made.lines)


def test_the_copy_of_one_meeting_leaves_them_out_as_nobody_there_knows_who_asks(room) -> None:
    conduct = room.workspace.conduct
    conduct.write(room.child_item, "for_file", TWO, None)
    conduct.write(room.child_item, "protective", "A good aunt. Told school of the cuts; she says "
                  "AH knows.", None)  # fmt: skip
    conduct.record_action(room.child_item, "Visit Amber Hill", owner_id=room.nurse)
    conduct.record_action(room.child_item, "Visit Robin", owner_id=room.nurse)
    panel = Audiences(room.workspace, room.meeting).panel
    known = panel.known_names()
    part = child_part(next(iter(panel.papers_of_children([room.child_item], known))))
    copy = disclosure.of_copy(part)
    item = copy.papers.item
    assert item.voice is None and item.protective == "A good aunt. […]"
    assert item.for_file == "Sleeps better since July. […] Attends every day."
    assert [one.text for one in item.actions] == ["Visit Robin"]
    kinds = {(one.kind, one.where) for one in copy.findings if one.done == "left out"}
    assert {("the child's own words", "voice"),
            ("what is said of another child", "for the child's file")} <= kinds  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("She told school that he hits her", ["own words"]),
        ("She does not want dad to find out", ["own words"]),
        ("Jo confided in her youth worker", ["own words"]),
        ("“I am scared of him”", ["own words"]),
        ("Told school of the cuts", ["own words"]),
        ("Does not want to go home", ["own words"]),
        ("Reported missing and found at a friend's", []),
        ("She was told of the plan", []),
        ("She is pregnant and well supported", ["health"]),
        ("Seen with her sister", ["another child"]),
        ("Both girls were found together", ["another child"]),
        ("Both of the girls were found", ["another child"]),
        ("She was saying that her uncle hits her", ["own words"]),
        ("Jo is asking not to go home", ["own words"]),
        ("She's scared of her dad", ["own words"]),
        ("She'd rather live with her aunt", ["own words"]),
        ("He hates his stepdad", ["own words"]),
        ("Attends daily\nSays that dad hits him", ["own words"]),
        ("He was missing twice", []),
        ("Attendance is 90 per cent", []),
        ("Police visited twice", []),
    ],
)
def test_what_is_the_childs_own_is_known_by_its_words(text: str, asked: list[str]) -> None:
    assert list(asked_by_words(text, ("Jo Marsh",))) == asked
