"""Settings: the panel and its people changed in place, the file cared for."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from models import codes
from models.clock import SetClock
from models.marks import Role
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.ui.pages.desk_made import NOW
from tests.ui.pages.held import Folders
from ui import look
from ui.desk import Desk
from ui.hub import Hub
from ui.notice import Notice
from ui.pages.settings import SettingsPage
from ui.pages.settings.codes import COLUMNS, ELSEWHERE, NOT_READ_YET, PERIOD
from ui.tasks import TasksAtOnce

WORDS = "copper lantern harbour"
CHEAP = Cost(memory=64, passes=1, lanes=1)


@pytest.fixture
def panel(planned):
    return planned


@pytest.fixture
def page(panel, qtbot):
    return panel.show(SettingsPage(panel.desk), qtbot)


@pytest.fixture
def on_disk(qapp, dressed, tmp_path):
    """A desk whose workspace lies in a file."""
    workspace = Workspace.create(
        tmp_path / "panel.mace", WORDS, "Ada", clock=SetClock(NOW), cost=CHEAP
    )
    workspace.panel.make("Northmoor MACE")
    hub, notice = Hub(workspace.store), Notice()
    desk = Desk(workspace, hub, notice, TasksAtOnce(), Folders())
    desk.said = []
    notice.said.connect(lambda words, kind: desk.said.append(words))
    yield desk
    hub.close()
    workspace.close()


def typed(qtbot, part, name, text):
    line = part.editor_of(name)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def written(rows, name, text):
    rows.form.editor_of(name).setPlainText(text)
    rows.form.settle()


def test_the_panel_is_renamed_in_place(panel, page, qtbot):
    page.show_part("panel")
    typed(qtbot, page.part("panel").forms["The panel"], "name", "Westmoor MACE")
    assert panel.workspace.read.panel().name == "Westmoor MACE"


@pytest.mark.parametrize(
    ("part", "words"),
    [("users", "Add a person"), ("agencies", "Add an agency"), ("codes", "Add a row")],
)
def test_one_key_adds_to_the_list_shown_and_a_list_has_all_the_room_until_one_is_chosen(
    page, part, words
):
    page.show_part(part)
    page.add()
    shown = page.part(part)
    shown = shown.rows if part == "codes" else shown
    assert shown.entry.isVisible() and shown.add_button.accessibleName() == words
    assert not shown.cards.isVisible() and shown.none.isVisible()
    shown.table.go_to(shown.table.model.key(shown.table.model.rows[0]))
    assert shown.cards.isVisible() and not shown.none.isVisible()


def test_minutes_for_a_kind_of_item_are_used_by_the_next_one(panel, page, qtbot):
    page.show_part("panel")
    form = page.part("panel").forms["Minutes for an item"]
    typed(qtbot, form, "new", "15")
    typed(qtbot, form, "location", "8")
    agenda, register = panel.workspace.agenda, panel.workspace.register
    agenda.add(panel.meeting, register.add_child("New Child"))
    agenda.add(panel.meeting, register.add_place("Arcade"))
    agenda.add(panel.meeting, register.add_person("Some Man"))
    rows = {row.label: row.planned_minutes
            for row in panel.workspace.read.running_order(panel.meeting)}  # fmt: skip
    assert (rows["New Child"], rows["Arcade"], rows["Some Man"]) == (15, 8, 10)


def test_children_cannot_be_left_out_of_the_sections(panel, page, qtbot):
    page.show_part("panel")
    form = page.part("panel").forms["Sections of the agenda"]
    typed(qtbot, form, "sections", "O, L")
    assert form.errors() == {"sections": "Children (V) cannot be left out."}
    typed(qtbot, form, "sections", "o, v, l, g, t")
    assert panel.workspace.read.panel().section_order == ("O", "V", "L", "G", "T")


def test_a_district_is_added_once(panel, page):
    card = page.part("panel").districts
    card.line.setText("Eastmoor")
    card.add_district()
    assert panel.workspace.read.districts() == ("Eastmoor",)
    card.line.setText("Westmoor")
    card.add_district()
    assert panel.workspace.read.districts() == ("Eastmoor", "Westmoor")


def test_an_agency_is_added_and_changed(panel, page, qtbot):
    page.show_part("agencies")
    part = page.part("agencies")
    part.add_button.click()
    part.entry.editor_of("name").setText("Licensing")
    part.entry.keep()
    agency = next(one for one in panel.workspace.read.agencies() if one.name == "Licensing")
    part.table.go_to(agency.id)
    box = part.form.editor_of("sees_persons_of_concern")
    box.click()
    assert panel.workspace.read.agencies()[-1].sees_persons_of_concern


def test_a_member_without_a_name_is_refused(page):
    page.show_part("members")
    part = page.part("members")
    part.add_button.click()
    part.entry.keep()
    assert "name" in part.entry.form.errors()


def test_a_code_is_called_otherwise_here_and_taken_out_of_use(panel, page, qtbot):
    page.show_part("codes")
    rows = page.part("codes").rows
    first = rows.rows[0]
    rows.table.go_to(first.id)
    typed(qtbot, rows.form, "label", "Not known to us")
    rows.form.editor_of("active").click()
    kept = panel.workspace.read.code_book("plans")[0]
    assert (kept.label, kept.shipped, kept.active) == ("Not known to us", first.label, False)
    assert "by Ada Administrator" in rows.told.text()
    rows.back.click()
    kept = panel.workspace.read.code_book("plans")[0]
    assert (kept.label, kept.active, kept.changed_on) == (first.label, True, None)


def test_how_long_each_class_is_kept_stands_in_the_list_of_periods_alone(page):
    page.show_part("codes")
    part = page.part("codes")
    model, view = part.rows.table.model, part.rows.table.view
    at = [one.title for one in COLUMNS].index(PERIOD)
    assert view.isColumnHidden(at)
    part._choose("retention")
    told = {row.id: COLUMNS[at].value(row) for row in model.rows}
    assert not view.isColumnHidden(at)
    assert told["cin"] == "3 years from 18th birthday and last contact"
    assert told["returns"] == "3 months from minutes approved"
    assert told["place"] == "no period set"


def test_a_disruption_measure_of_the_catalogue_is_changed_and_added_to(panel, page, qtbot):
    page.show_part("codes")
    part = page.part("codes")
    part._choose("measures")
    rows = part.rows
    rows.add_button.click()
    rows.entry.editor_of("code").setText("NM01")
    rows.entry.editor_of("label").setText("Northmoor harbour byelaw")
    rows.entry.keep()
    assert rows.chosen().id == "NM01"
    written(rows, "legal_basis", "Harbour Byelaws 1998")
    typed(qtbot, rows.form, "targets", "L; P")
    found = next(one for one in panel.workspace.read.catalogue() if one.code == "NM01")
    assert (found.legal_basis, found.targets) == ("Harbour Byelaws 1998", ("L", "P"))


def test_a_list_that_nothing_follows_yet_says_so_and_every_other_is_followed():
    roots = [Path(__file__).parents[3] / name for name in ("models", "exports", "ui", "macedesk")]
    left_out = ("models/codes/lists.py", "ui/pages/settings/codes.py")
    program = "\n".join(
        path.read_text("utf-8")
        for root in roots
        for path in root.rglob("*.py")
        if not path.as_posix().endswith(left_out)
    )
    by_function = {"measures": "codes.measures(", "indicators": '"indicators"'}
    unread = {
        name
        for name in codes.names()
        if f'"{name}"' not in program and by_function.get(name, "?") not in program
    }
    assert unread <= NOT_READ_YET
    assert not {"plans", "measures", "timetable", "language", "schemes"} & NOT_READ_YET


def test_every_list_is_edited_here_or_in_a_part_that_is_named(panel, page):
    which = page.part("codes").which
    offered = {which.itemData(at) for at in range(which.count())}
    assert offered | set(ELSEWHERE) >= set(codes.names())
    for name in offered:
        page.part("codes")._choose(name)
        assert page.part("codes").rows.rows


def test_the_panels_own_wording_stands_over_the_shipped_one(panel, page):
    page.show_part("wordings")
    page.part("wordings").show_document("spoken")
    form = page.part("wordings").forms["read_back"]
    form.editor_of("read_back").setPlainText("We now read back every action.")
    assert page.may_leave()
    assert panel.workspace.read.wording("read_back") == "We now read back every action."


def test_the_log_says_when_who_and_what_and_names_nobody_on_record(panel, page):
    page.show_part("log")
    rows = page.part("log").table.model.rows
    assert rows[0].label == "Add an agenda item"
    assert {row.who for row in rows[:3]} == {"Ada Administrator"}
    assert not [row for row in rows if "Ashdown" in row.label]


def test_a_member_of_an_agency_does_not_see_the_log(panel, qtbot):
    panel.now_as(Role.MEMBER)
    page = panel.show(SettingsPage(panel.desk), qtbot)
    page.show_part("log")
    assert page.part("log").table.model.rows == ()
    assert panel.workspace.read.log() == ()


def test_a_larger_text_is_taken_at_once_and_kept_for_this_machine(panel, page, qapp):
    page.show_part("machine")
    part = page.part("machine")
    part.scale.set_value(150)
    part.scale.changed.emit(150)
    assert look.current().scale == 1.5
    assert panel.desk.machine.text_scale == 150


def test_the_panel_display_waits_between_items_unless_this_machine_says_otherwise(panel, page):
    page.show_part("machine")
    part = page.part("machine")
    assert part.paused.isChecked()
    part.paused.click()
    assert panel.desk.machine.pause_display is False
    part.reload()
    assert not part.paused.isChecked()


def test_somebody_gets_a_way_in_of_their_own(on_disk, qtbot):
    page = SettingsPage(on_disk)
    qtbot.addWidget(page)
    page.show_part("users")
    part = page.part("users")
    part.add_button.click()
    entry = part.entry
    entry.editor_of("name").setText("Cleo")
    entry.editor_of("role").set_value(Role.CHAIR.value)
    entry.editor_of("passphrase").setText("short")
    entry.keep()
    assert "passphrase" in entry.form.errors()
    entry.editor_of("passphrase").setText("violet anchor mountain")
    entry.editor_of("again").setText("violet anchor mountain")
    entry.keep()
    path = on_disk.workspace.care.path
    other = Workspace.open(path, "violet anchor mountain")
    assert (other.signed_in_name, other.person.role) == ("Cleo", Role.CHAIR)
    other.close()


def test_the_last_administrator_stays_one(panel, page):
    page.show_part("users")
    part = page.part("users")
    part.table.go_to(part.rows[0].id)
    field = part.form.editor_of("role")
    field.set_value(Role.AUDITOR.value)
    field.changed.emit(Role.AUDITOR.value)
    assert panel.workspace.read.users()[0].role == Role.ADMINISTRATOR


def sit(part, who, member):
    part.table.go_to(who)
    seat = part.form.editor_of("member_id")
    seat.set_value(member)
    seat.changed.emit(member)


def test_whom_somebody_sits_as_is_said_later_and_taken_back_by_another_only(panel, page):
    page.show_part("users")
    part = page.part("users")
    agency = panel.workspace.panel.add_agency("Youth Justice Service")
    late = panel.workspace.panel.add_member("Lena Frost", agency, "Worker")
    part.reload()
    me = panel.workspace.person.user_id
    sit(part, me, late)
    assert panel.workspace.read.users()[0].member_id == late
    sit(part, me, None)
    assert panel.workspace.read.users()[0].member_id == late
    assert "member_id" in part.form.errors()
    other = panel.workspace.users.add("Cleo", Role.CHAIR, None, late)
    part.reload()
    sit(part, other, None)
    assert panel.workspace.read.users()[1].member_id is None


# the file


@pytest.fixture
def care(on_disk, qtbot):
    page = SettingsPage(on_disk)
    qtbot.addWidget(page)
    page.show_part("backup")
    yield page.part("backup")  # the page lives as long as its part


def test_a_backup_goes_into_the_folder_chosen(on_disk, care, tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    on_disk.dialogues.folder = folder
    care.back_up()
    assert len(list(folder.glob("*.mace"))) == 1
    assert "12 Nov 2026 at 09:30" in care.state.text()


def test_a_backup_beside_the_file_itself_is_refused(on_disk, care, tmp_path):
    on_disk.dialogues.folder = tmp_path
    care.choose_folder()
    assert on_disk.machine.backup_folder == ""
    assert "another folder" in on_disk.said[-1]


def test_a_folder_that_is_gone_is_told_plainly(on_disk, care, tmp_path):
    on_disk.machine.change(backup_folder=str(tmp_path / "gone"))
    care.back_up()
    assert "The folder for backups is not there" in on_disk.said[-1]


def test_the_file_is_checked(care):
    care.check()
    assert care.found.text() == "The file is sound."


def test_the_passphrase_is_changed_by_who_knows_the_old_one(on_disk, care):
    form = care.passphrase
    form.editor_of("old").setText("not this one")
    for name in ("new", "again"):
        form.editor_of(name).setText("violet anchor mountain")
    form.keep()
    assert "old" in form.form.errors()
    form.editor_of("old").setText(WORDS)
    form.keep()
    assert on_disk.workspace.unlock("violet anchor mountain")


def test_the_recovery_key_is_saved_for_who_types_their_passphrase(on_disk, care, tmp_path):
    on_disk.dialogues.save_to = tmp_path / "key.txt"
    care.recovery.editor_of("old").setText("not this one")
    care.recovery.keep()
    assert not (tmp_path / "key.txt").exists()
    care.recovery.editor_of("old").setText(WORDS)
    care.recovery.keep()
    key = on_disk.workspace.store.file.keys.recovery_key
    assert key in (tmp_path / "key.txt").read_text("utf-8")


def test_after_the_recovery_key_a_new_passphrase_is_set(on_disk, tmp_path):
    path, key = on_disk.workspace.care.path, on_disk.workspace.store.file.keys.recovery_key
    found = Workspace.open(path, recovery_key=key)
    assert found.care.recovered
    found.care.change_passphrase("", "violet anchor mountain", CHEAP)
    found.close()
    again = Workspace.open(path, "violet anchor mountain")
    assert again.signed_in_name == "Ada"
    again.close()


def test_a_file_handed_over_is_read_only_and_the_copy_is_not(on_disk, care, tmp_path):
    to = tmp_path / "laptop" / "panel.mace"
    to.parent.mkdir()
    on_disk.dialogues.save_to = to
    care.hand_over_button.ask()
    care.hand_over_button.yes.click()
    assert on_disk.workspace.care.handed_over
    assert care.hand_over_button.isHidden()
    copy = Workspace.open(to, WORDS)
    copy.panel.add_district("Eastmoor")
    copy.close()


def test_a_rehearsal_in_memory_says_that_nothing_is_kept(page):
    page.show_part("backup")
    part = page.part("backup")
    assert not part.memory.isHidden()
    assert all(card.isHidden() for card in part.cards_of_file)
