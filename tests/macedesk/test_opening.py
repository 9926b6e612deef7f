"""From the first start to the backup at close, with a real file."""

import pytest
from PySide6.QtWidgets import QPushButton

from macedesk import crash, settings
from macedesk.opening import Opening
from models.errors import Refusal, Trouble
from models.marks import Role
from models.records.versions import BroughtUp
from models.rules import access
from models.workspace import Workspace
from tests.ui.pages.held import Folders
from ui import look
from ui.pages.first_start import PanelWish
from ui.tasks import TasksAtOnce

WORDS = "copper lantern harbour"


@pytest.fixture
def left():
    return []


@pytest.fixture
def make_opening(qapp, qtbot, left, monkeypatch):
    """Openings of this program, one after the other; each is closed in the end."""
    import sys

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    look.apply(qapp, "light", 1.0)
    made = []

    def opening(path=None):
        one = Opening(
            qapp,
            settings.load(),
            path,
            dialogues=Folders(),
            tasks=TasksAtOnce(),
            leave=lambda: left.append("left"),
        )
        made.append(one)
        one.begin()
        return one

    yield opening
    for one in made:
        qapp.lastWindowClosed.disconnect(one.last_window_closed)
        for window in (one.start, one.window, one.closing):
            if window is not None:
                window.close()
                window.deleteLater()
        if one.workspace is not None:
            one.workspace.close()
            one.workspace = None  # its first look at the backup may still be to come
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def make_demo(make_opening):
    """The demo as the start opens it, with the ids of its members by name."""

    def demo():
        opening = make_opening()
        made = opening.demo()
        opening.enter(made)
        opening.start.close()
        return opening, {one.name: one.id for one in made.read.members()}

    return demo


def wish(folder, backup=None):
    return PanelWish(
        "Westshire MACE", "Westshire", ("North",), "Ada", folder / "w.mace", WORDS, backup
    )


def test_a_new_panel_is_made_shown_and_remembered(make_opening, tmp_path):
    backup = tmp_path / "share"
    backup.mkdir()
    opening = make_opening()
    made = opening.make(wish(tmp_path, backup))
    assert made.read.panel().name == "Westshire MACE"
    opening.enter(made)
    assert opening.window.isVisible()
    kept = settings.load()
    assert (kept.last_file, kept.backup_folder) == (str(tmp_path / "w.mace"), str(backup))


def test_somebody_else_signs_in_to_the_same_file(make_opening, tmp_path, left):
    opening = make_opening()
    made = opening.make(wish(tmp_path))
    made.users.add("Shan", Role.CHAIR, "quiet copper bridge")
    opening.enter(made)
    opening.start.close()
    opening.window.lock()
    opening.window.covers.lock_page.other.click()
    assert (opening.workspace, opening.start.isVisible(), left) == (None, True, [])
    opening.enter(opening.open(tmp_path / "w.mace", "quiet copper bridge"))
    assert opening.workspace.signed_in_name == "Shan"


def test_a_panel_whose_key_was_not_kept_leaves_no_file(make_opening, tmp_path):
    opening = make_opening()
    opening.abandon(opening.make(wish(tmp_path)))
    assert list(tmp_path.iterdir()) == []


def test_two_panels_of_one_name_do_not_want_the_same_file(make_opening, own_home):
    opening = make_opening()
    first = opening.default_file("Westshire MACE")
    first.parent.mkdir(parents=True, exist_ok=True)
    first.touch()
    assert opening.default_file("Westshire MACE") != first


def test_closing_makes_the_backup_and_then_ends(make_opening, left, tmp_path):
    backup = tmp_path / "share"
    backup.mkdir()
    opening = make_opening()
    opening.enter(opening.make(wish(tmp_path, backup)))
    opening.start.close()
    opening.window.close()
    opening.last_window_closed()
    assert len(list(backup.glob("*.mace"))) == 1
    assert left == ["left"]
    again = Workspace.open(tmp_path / "w.mace", WORDS)
    assert again.care.backed_up_at is not None
    again.close()


def test_a_backup_that_cannot_be_made_is_said_and_may_go_elsewhere(make_opening, left, tmp_path):
    backup = tmp_path / "share"
    backup.mkdir()
    opening = make_opening()
    opening.enter(opening.make(wish(tmp_path, backup)))
    opening.window.close()
    backup.rmdir()
    opening.last_window_closed()
    assert "could not be made" in opening.closing.words.text()
    assert left == []
    other = tmp_path / "other"
    other.mkdir()
    opening.closing.other_folder.emit(other)
    assert len(list(other.glob("*.mace"))) == 1
    assert left == ["left"]


def test_the_backup_of_the_day_is_made_while_the_window_is_open(make_opening, tmp_path, qtbot):
    backup = tmp_path / "share"
    backup.mkdir()
    opening = make_opening()
    opening.enter(opening.make(wish(tmp_path, backup)))
    opening.back_up_daily()
    qtbot.waitUntil(lambda: len(list(backup.glob("*.mace"))) == 1, timeout=20_000)


def test_a_share_that_is_away_as_the_day_s_backup_is_looked_at_is_said(make_opening, tmp_path):
    opening = make_opening()
    made = opening.make(wish(tmp_path, tmp_path))
    opening.enter(made)
    said = []
    opening.window.desk.notice.said.connect(lambda words, _kind: said.append(words))
    made.store.engine.dispose()
    (tmp_path / "w.mace").rename(tmp_path / "away")
    opening.back_up_daily()
    assert any("can no longer be opened" in words for words in said)
    (tmp_path / "away").rename(tmp_path / "w.mace")


def test_a_meeting_is_backed_up_as_it_closes(make_opening, tmp_path, qtbot):
    backup = tmp_path / "share"
    backup.mkdir()
    opening = make_opening()
    made = opening.make(wish(tmp_path, backup))
    opening.enter(made)
    meeting = made.agenda.plan_meeting(made.store.clock.today())
    made.conduct.start(meeting)
    qtbot.wait(1)
    assert list(backup.glob("*.mace")) == []
    made.conduct.close(meeting)
    qtbot.waitUntil(lambda: len(list(backup.glob("*.mace"))) == 1, timeout=20_000)


def test_after_the_recovery_key_a_new_passphrase_is_asked_for(make_opening, tmp_path):
    opening = make_opening()
    made = opening.make(wish(tmp_path))
    key = opening.recovery_key(made)
    made.close()
    opening.enter(opening.open(tmp_path / "w.mace", recovery_key=key))
    assert opening.window.page.title == "Settings"


def test_a_file_that_does_not_open_says_why(make_opening, tmp_path):
    (tmp_path / "x.mace").write_bytes(b"not a panel")
    with pytest.raises(Trouble, match="MaceDesk file"):
        make_opening(tmp_path / "x.mace").open(tmp_path / "x.mace", WORDS)


def test_a_fault_is_said_in_one_calm_line_that_names_nobody(make_opening, tmp_path):
    import sys

    opening = make_opening()
    opening.enter(opening.make(wish(tmp_path)))
    said = []
    opening.window.desk.notice.said.connect(lambda words, kind: said.append((words, kind)))
    try:
        raise ValueError("Robin Ashdown")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert said == [(crash.SENTENCE, "high")]


def test_what_is_changed_for_this_machine_is_kept(make_opening, tmp_path):
    opening = make_opening()
    opening.enter(opening.make(wish(tmp_path)))
    opening.window.desk.machine.change(lock_minutes=3, theme="dark")
    assert (settings.load().lock_minutes, settings.load().theme) == (3, "dark")
    assert opening.window.usual_idle_minutes == 3


def test_a_file_that_was_brought_up_to_date_says_where_it_lies_as_it_was(make_opening, tmp_path):
    opening = make_opening()
    made = opening.make(wish(tmp_path))
    made.store.brought_up = BroughtUp(1, "w.mace.version 1.mace")
    opening.enter(made)
    assert "it lies beside it as w.mace.version 1.mace" in opening.window.status.message.text()


def seat(opening, words):
    """Lock the demo and take the seat whose button says this."""
    opening.window.lock()
    buttons = opening.window.covers.lock_page.seats.findChildren(QPushButton)
    next(one for one in buttons if one.text() == words).click()


def test_the_demo_goes_on_in_the_seat_of_its_chair_and_back_with_their_rights(make_demo, left):
    opening, first = make_demo()
    opening.window.go("agenda")
    register, administrator = opening.workspace.register, opening.workspace.person
    register.add_child("Robin Quayle")
    seat(opening, "Shanice Fairhurst, chair")
    mine = opening.workspace
    assert (mine.signed_in_name, mine.person.role) == ("Shanice Fairhurst", Role.CHAIR)
    assert mine.reader().member_id == mine.person.member_id == first["Shanice Fairhurst"]
    assert mine.store.actor == mine.person.user_id and mine.store.undo_label is None
    assert opening.window.shelf.current_id == "agenda" and left == []
    with pytest.raises(Refusal):
        mine.users.add("Another", Role.CHAIR)
    assert "Robin Quayle" in {one.name for one in mine.read.children()}
    seat(opening, f"{administrator.name}, administrator")
    assert opening.workspace.person == administrator


def test_a_member_s_seat_in_the_demo_reads_as_their_agency_may(make_demo):
    opening, _ = make_demo()
    seat(opening, "Kai Dobson, agency member")
    reader = opening.workspace.reader()
    (health,) = (one.id for one in opening.workspace.read.agencies() if "Health" in one.name)
    assert opening.workspace.person.agency_id == health
    assert not access.may(reader.role, "see_chair_only")


def test_nobody_s_seat_is_taken_in_a_file(make_opening, tmp_path):
    opening = make_opening()
    made = opening.make(wish(tmp_path))
    shan = made.users.add("Shan", Role.CHAIR, "quiet copper bridge")
    opening.enter(made)
    assert made.seats() == () and opening.window.covers.lock_page.seats is None
    with pytest.raises(RuntimeError):
        made.take_seat(shan)
    assert made.signed_in_name == "Ada"
