"""Records fall due, are held, kept on, and disposed of so that nothing of them is left."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.entities import (
    Action,
    AgendaItem,
    MinutesVersion,
    MinutesWords,
    Paper,
    PaperContent,
    Referral,
    Subject,
    WrittenMinutes,
)
from models.errors import Refusal, Trouble
from models.marks import RetentionState, Role
from models.queries.parting import parting
from models.storage import disposing
from models.storage.check import check
from models.storage.engine import trusted
from models.storage.tables import change
from models.workspace import Workspace
from tests.models.services.old_panel import (
    CHEAP,
    NOW,
    PASSPHRASE,
    REASON,
    SECOND,
    THEN,
    old_panel,
    pages,
    texts,
    words,
)


@pytest.fixture(scope="module")
def disposed(tmp_path_factory):
    """The panel after the disposal, with the words of what went and of what stays."""
    folder = tmp_path_factory.mktemp("old")
    panel = old_panel(folder / "panel.mace")
    with panel.workspace.store.reading() as session:
        told = parting(session, "subject", panel.due)
    went = texts(panel.workspace, told.rows) - texts(panel.workspace, without=told.rows)
    panel.before = pages_now(panel.workspace)
    bare = empty(folder / "empty.mace")
    panel.went = {one for one in went if one.encode() not in bare}
    panel.references = panel.dispose()
    yield panel
    panel.workspace.close()


def pages_now(workspace):
    with workspace.store.resting():
        return pages(workspace.store)


def empty(path):
    """The pages of a file in which nothing stands: words of its tables are in every file."""
    workspace = Workspace.create(path, PASSPHRASE, "Ada Administrator", cost=CHEAP)
    bare = pages_now(workspace)
    workspace.close()
    return bare


@pytest.fixture
def panel():
    made = old_panel()
    yield made
    made.workspace.close()


HIDDEN = {"mistakenalias", "bramblecote", "hazelwick", "fennelpart", "thrushdiary", "wrenfold"}
"""Of an alias that was undone, a kept paper, kept words, a part of a shared action, a note."""


def test_what_went_was_there_before(disposed):
    assert {"ashdown", "lcs77001", "vixenette", "quillstone", "saffronjacket"} <= disposed.went
    assert all(one.encode() in disposed.before for one in HIDDEN)


def test_no_page_of_the_file_holds_a_word_of_it(disposed):
    left = pages_now(disposed.workspace)
    assert b"corncockle" in left
    assert [one for one in sorted(disposed.went | HIDDEN) if one.encode() in left] == []


def test_what_stands_beside_the_file_holds_nothing_of_it(disposed):
    with disposed.workspace.store.resting():
        folder = disposed.workspace.store.file.path.parent
        left = {one.name for one in folder.iterdir() if one.stat().st_size}
    assert left == {"panel.mace", "panel.mace.keys", "panel.mace.lock", "empty.mace",
                    "empty.mace.keys", "empty.mace.lock"}  # fmt: skip


def test_the_journal_still_verifies_and_the_file_is_sound(disposed):
    found = check(disposed.workspace.store)
    assert found.sound, found.problems
    assert found.disposed > 20


def test_the_search_finds_nothing_of_it(disposed):
    assert disposed.read.find("Ivy Ashdown") == ()
    assert disposed.read.find("saffronjacket") == ()


def test_the_certificate_says_what_class_by_whom_and_why_and_nothing_of_the_record(disposed):
    (one,) = disposed.read.certificates()
    assert (one.reference, one.kind) == (disposed.references[0], "Child")
    assert one.basis.startswith("Child in need records, 3 years from 18th birthday")
    assert (one.by_name, one.second_person, one.reason) == ("Ada Administrator", SECOND, REASON)
    assert one.rows > 20 and one.papers == 1 and "ackups" in one.backups
    told = words(" ".join(map(str, vars(one).values())))
    assert not told & disposed.went


def test_shared_records_survive(disposed):
    with disposed.workspace.store.reading() as session:
        assert session.get(Subject, disposed.due) is None
        left = session.scalars(select(AgendaItem.id)).all()
        action = session.get_one(Action, disposed.shared_action)
        papers = session.scalars(select(Paper.id)).all()
        contents = session.scalars(select(PaperContent.content)).all()
    assert left == [disposed.items[1]]
    assert action.subject_id == disposed.other and "weir" in action.text
    assert papers == [disposed.shared_paper] and contents == [b"both stand in it"]
    assert disposed.read.meeting(disposed.meeting) is not None
    assert [row.label for row in disposed.read.people()] == ["Darren Pike"]


def test_what_was_said_of_names_in_its_texts_goes_with_it(panel):
    with panel.workspace.store.reading() as session:
        about_it = select(Referral.id).where(Referral.subject_id == panel.due)
        referral = session.scalars(about_it).one()
    panel.workspace.register.not_meant("referral", referral, panel.other)
    panel.workspace.register.nobody_for_us("Jo Pick", (("referral", referral),), "Bus driver")
    with panel.workspace.store.reading() as session:
        rows = parting(session, "subject", panel.due).rows
        assert rows["mention_answer"] != set() and rows["name_answer"] != set()


def test_nothing_takes_it_back(disposed):
    with pytest.raises(Refusal, match="cannot be undone"):
        disposed.workspace.store.undo()


def test_an_operation_before_it_cannot_be_undone_either(panel):
    panel.workspace.register.add_alias(panel.due, "Late", "nickname")
    panel.dispose()
    with pytest.raises(Refusal):
        panel.workspace.store.undo()


def test_kept_words_of_shared_minutes_go_with_the_item(disposed):
    with disposed.workspace.store.reading() as session:
        assert session.scalars(select(MinutesVersion.text_sha256)).all() == [None]


def test_kept_words_of_a_later_meeting_at_which_its_action_stood_open_go_as_well(panel):
    agenda, held = panel.workspace.agenda, panel.workspace.read.meeting(panel.meeting).held_on
    later = [agenda.plan_meeting(held + timedelta(days=days)) for days in (42, 84)]
    with panel.workspace.store.work("keep", "Keep words") as session:
        for one in session.scalars(select(Action)):
            one.status_on = held + timedelta(days=60)
        session.add_all(
            MinutesVersion(meeting_id=one, number=1, made_at=THEN, state="issued",
                           approved_at=THEN, text_sha256="words")
            for one in later
        )  # fmt: skip
    panel.dispose()
    with panel.workspace.store.reading() as session:
        kept = dict(
            session.execute(select(MinutesVersion.meeting_id, MinutesVersion.text_sha256)).all()
        )
    assert kept == {panel.meeting: None, later[0]: None, later[1]: "words"}


def test_what_minutes_said_as_they_were_written_goes_with_the_item(disposed):
    with disposed.workspace.store.reading() as session:
        for one in (WrittenMinutes, MinutesWords):
            assert session.scalars(select(one.id)).all() == []
        assert not {"lines", "sent"} & set(session.scalars(select(PaperContent.sha256)))


def test_the_disposals_own_entry_holds_no_values(disposed):
    store = disposed.workspace.store
    with store.reading() as session:
        rows = session.execute(
            select(change.c.before, change.c.after).where(
                change.c.operation == store.last_operation, change.c.table == "child"
            )
        ).all()
    assert rows == [(None, None)]


def test_the_child_is_due_three_years_after_eighteen_and_not_before_the_minutes(panel):
    row = panel.row("subject", panel.due)
    assert (row.state, row.due_on) == (RetentionState.DUE, date(2022, 11, 10))


def test_a_child_that_is_open_or_has_no_period_is_not_due(panel):
    other = panel.row("subject", panel.other)
    assert other.state is RetentionState.WAITS and other.why == "It is not closed."
    person = panel.row("subject", panel.person)
    assert person.state is RetentionState.WAITS and "set it locally" in person.why


def test_a_meeting_waits_for_the_longest_of_those_it_names(panel):
    row = panel.row("meeting", panel.meeting)
    assert (
        row.state is RetentionState.WAITS
        and row.why == "Its actions or those it names: It is not closed."
    )


def test_a_record_with_an_open_action_waits(panel):
    with panel.workspace.store.work("again", "Open an action again") as session:
        session.get_one(Action, panel.shared_action).status = "in progress"
    assert panel.row("subject", panel.due).state is RetentionState.WAITS


def test_comments_wait_while_their_minutes_are_open_again(panel):
    panel.workspace.panel.change_code("retention", "drafts", "months", 1)
    minutes = panel.workspace.minutes
    version = panel.read.minutes(panel.meeting)[0]
    minutes.comment(version.id, "Recalled for a name")
    assert panel.row("minutes_version", version.id).state == RetentionState.DUE
    minutes.correct(version.id, "A name")
    assert panel.row("minutes_version", version.id).state == RetentionState.WAITS


def test_what_is_kept_on_keeps_what_names_it(panel):
    panel.workspace.retention.keep_on(("meeting", panel.meeting), date(2030, 1, 1), "A case")
    assert panel.row("subject", panel.due).state is RetentionState.KEPT_ON


def test_only_what_is_due_goes_and_two_people_agree(panel):
    dispose = panel.workspace.retention.dispose
    for record, reason, second in (
        (("subject", panel.other), REASON, SECOND),
        (("subject", panel.due), REASON, None),
        (("subject", panel.due), REASON, "Ada Administrator"),
        (("subject", panel.due), REASON, "Nobody Known"),
        (("subject", panel.due), "Ivy is grown up", SECOND),
        (("subject", panel.due), "", SECOND),
        (("subject", 999), REASON, SECOND),
    ):
        with pytest.raises(Refusal):
            dispose([record], reason, second)
    assert panel.row("subject", panel.due).state is RetentionState.DUE
    assert panel.read.certificates() == ()


def test_all_go_or_none(panel):
    with pytest.raises(Refusal):
        panel.workspace.retention.dispose(
            [("subject", panel.due), ("subject", panel.other)], REASON, SECOND
        )
    assert panel.read.child(panel.due).row.name == "Ivy Ashdown"
    assert panel.read.certificates() == ()


def test_several_go_together_each_with_its_certificate(panel):
    register = panel.workspace.register
    second = register.add_child("Una Fell", birth_date=date(1990, 1, 1), plan="CiN plan")
    register.set_status(second, date(2000, 1, 1), plan="CiN plan")
    register.close(second, "Long an adult, nothing open", SECOND)
    panel.workspace.panel.change_code("retention", "cin", "trigger", "birth")
    panel.workspace.panel.change_code("retention", "cin", "years", 18)
    records = [("subject", panel.due), ("subject", second)]
    references = panel.workspace.retention.dispose(records, REASON, SECOND)
    assert references == ("D2026-0001", "D2026-0002")
    assert {one.kind for one in panel.read.certificates()} == {"Child"}
    assert panel.read.find("Una Fell") == panel.read.find("Ivy Ashdown") == ()
    assert check(panel.workspace.store).sound


def test_intelligence_has_a_class_of_its_own_and_goes_with_its_text(panel):
    workspace, told = panel.workspace, "A man waits by the copperbeech gate."
    submission = workspace.intelligence.submit(told, received_on=date(2020, 3, 2))
    workspace.intelligence.name(submission, panel.person, "a man")
    row = panel.row("submission", submission)
    assert (row.kind, row.name) == ("Intelligence submission", "I-0001")
    assert row.state is RetentionState.WAITS  # no period is set for it
    workspace.panel.change_code("retention", "submission", "years", 6)
    assert panel.row("submission", submission).state is RetentionState.DUE
    panel.dispose("submission", submission)
    assert workspace.read.submissions() == ()
    assert "copperbeech" not in texts(workspace)
    assert workspace.read.person(panel.person)


def test_nothing_that_was_read_of_it_is_kept_in_mind(panel):
    read, answers = panel.workspace.read, panel.workspace.store.answers
    read.everybody()
    read.child(panel.due)
    assert len(answers)
    panel.dispose()
    assert not len(answers)


def test_who_stops_it_has_lost_nothing(panel):
    class Stop(Exception):
        pass

    def stop(done, of):
        raise Stop

    with pytest.raises(Stop):
        panel.dispose(tell=stop)
    assert panel.row("subject", panel.due).state is RetentionState.DUE


@pytest.mark.parametrize(
    "scope", ["everything", "children", "exploitation:CSE", "record", "meeting"]
)
def test_a_hold_stops_it_until_it_is_lifted(panel, scope):
    retention = panel.workspace.retention
    records = {"record": ("subject", panel.due), "meeting": ("meeting", panel.meeting)}
    held = retention.hold("Inquiry", record=records.get(scope), scope=scope)
    row = panel.row("subject", panel.due)
    assert (row.state, row.held_for) == (RetentionState.HELD, "Inquiry")
    with pytest.raises(Refusal, match="on hold"):
        panel.dispose()
    retention.lift(held, "Inquiry closed")
    assert panel.row("subject", panel.due).state is RetentionState.DUE
    (told,) = panel.read.holds()
    assert not told.in_force and "Inquiry closed" in told.lifted


def test_a_hold_of_other_exploitation_does_not_stop_it(panel):
    panel.workspace.retention.hold("Inquiry", scope="exploitation:FM")
    assert panel.row("subject", panel.due).state is RetentionState.DUE


def test_an_inquiry_about_children_holds_the_person_linked_to_one(panel):
    panel.workspace.retention.hold("Inquiry", scope="exploitation:CSE")
    assert panel.row("subject", panel.person).state is RetentionState.HELD
    assert panel.row("meeting", panel.meeting).state is RetentionState.HELD
    assert panel.row("subject", panel.other).state is not RetentionState.HELD


def test_a_hold_and_a_keeping_on_can_be_undone(panel):
    panel.workspace.retention.hold("Inquiry", scope="everything")
    panel.workspace.store.undo()
    panel.workspace.retention.keep_on(("subject", panel.due), date(2028, 1, 1), "Court case")
    assert panel.row("subject", panel.due).state is RetentionState.KEPT_ON
    with pytest.raises(Refusal, match="kept? on|keep this record on"):
        panel.dispose()
    panel.workspace.store.undo()
    assert panel.row("subject", panel.due).state is RetentionState.DUE


def test_a_hold_needs_a_reason_and_something_to_cover(panel):
    retention = panel.workspace.retention
    for wrong in ({"scope": "everything", "reason": ""}, {"reason": "x"},
                  {"reason": "x", "scope": "nothing"},
                  {"reason": "x", "scope": "everything", "until": date(2020, 1, 1)}):  # fmt: skip
        with pytest.raises(Refusal):
            retention.hold(**wrong)
    with pytest.raises(Refusal):
        retention.keep_on(("subject", panel.due), date(2020, 1, 1), "Past")


def test_a_whole_meeting_goes_once_all_it_names_are_due(panel):
    workspace = panel.workspace
    for code in ("cla_file", "cin"):
        workspace.panel.change_code("retention", code, "years", 1)
        workspace.panel.change_code("retention", code, "trigger", "last contact")
    workspace.register.close(panel.other, "Moved abroad for good", SECOND)
    workspace.store.clock.move(timedelta(days=400))
    assert panel.row("meeting", panel.meeting).state is RetentionState.DUE
    panel.dispose("meeting", panel.meeting)
    assert panel.read.meetings() == ()
    assert panel.read.child(panel.due).row.name == "Ivy Ashdown"
    assert check(workspace.store).sound


def test_a_move_is_contact_that_a_record_s_clock_runs_on_from(panel):
    workspace = panel.workspace
    for code in ("cla_file", "cin"):
        workspace.panel.change_code("retention", code, "years", 1)
        workspace.panel.change_code("retention", code, "trigger", "last contact")
    workspace.register.close(panel.other, "Moved abroad for good", SECOND)
    before = panel.row("subject", panel.other).due_on
    moved = workspace.store.clock.today() + timedelta(days=90)
    workspace.moving.add_move(panel.other, "out", "Tarnshire", moved_on=moved)
    assert panel.row("subject", panel.other).due_on == before + timedelta(days=90)


def test_only_who_may_sees_and_does_it(panel):
    from dataclasses import replace

    member = replace(panel.workspace.person, role=Role.MEMBER)
    other = Workspace(panel.workspace.store, member)
    assert other.read.retention() == other.read.holds() == other.read.certificates() == ()
    for act in (
        lambda: other.retention.hold("x", scope="everything"),
        lambda: other.retention.keep_on(("subject", 1), date(2030, 1, 1), "x"),
        lambda: other.retention.dispose([("subject", panel.due)], REASON, SECOND),
        lambda: other.read.goes("subject", panel.due),
    ):
        with pytest.raises(Refusal):
            act()


def test_the_search_is_made_again_for_words_that_no_row_holds_can_stand_in_its_pages(tmp_path):
    panel = old_panel(tmp_path / "panel.mace")
    with trusted(panel.workspace.store.engine.connect()) as connection, connection.begin():
        connection.exec_driver_sql(
            "INSERT INTO search_text_data (id, block) VALUES (987654321, 'strayborderword')"
        )
    assert b"strayborderword" in pages_now(panel.workspace)
    panel.dispose()
    left = pages_now(panel.workspace)
    assert panel.read.find("Noah Birch")
    panel.workspace.close()
    assert b"strayborderword" not in left


def test_on_a_full_disk_the_record_is_gone_and_the_next_opening_does_the_rest(
    tmp_path, monkeypatch
):
    path = tmp_path / "panel.mace"
    panel = old_panel(path)

    def full(file):
        raise Trouble("The disk is full.")

    monkeypatch.setattr(disposing, "_sweep", full)
    with pytest.raises(Trouble, match=r"are gone.* next opened\. The disk is full\."):
        panel.dispose()
    assert panel.read.find("Ivy Ashdown") == ()
    panel.workspace.close()
    clock = SetClock(NOW)
    Workspace.open(path, PASSPHRASE, clock=clock).close()
    monkeypatch.undo()
    again = Workspace.open(path, PASSPHRASE, clock=clock)
    left = pages_now(again)
    assert len(again.read.certificates()) == 1
    again.close()
    assert b"saffronjacket" not in left and b"corncockle" in left


def test_it_is_refused_while_another_window_has_the_file_open(tmp_path):
    path = tmp_path / "panel.mace"
    panel = old_panel(path)
    second = Workspace.open(path, PASSPHRASE, clock=panel.workspace.store.clock)
    with pytest.raises(Refusal, match="other windows"):
        panel.dispose()
    second.close()
    panel.dispose()
    panel.workspace.close()
