"""The first start: a panel made in one form, its recovery key kept before anything begins."""

from pathlib import Path

import pytest

from models.errors import Refusal, Trouble
from tests.ui.pages.held import Folders
from ui.pages.first_start import StartWindow
from ui.strength import strength
from ui.tasks import TasksAtOnce

WORDS = "copper lantern harbour"
KEY = "ABCD-EFGH-1234-WXYZ"


class Openers:
    """An opener that notes what it was asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[tuple] = []
        self.entered: list[object] = []
        self.abandoned: list[object] = []
        self.refusal: Exception | None = None

    def default_file(self, name):
        return self.folder / "file" / f"{name or 'panel'}.mace"

    def user_name(self):
        return "Ada Moss"

    def make(self, wish):
        return self._do("made", wish)

    def recovery_key(self, made):
        return KEY

    def open(self, path, passphrase=None, recovery_key=None):
        return self._do("opened", path, passphrase, recovery_key)

    def demo(self):
        return self._do("demo")

    def restore(self, copy, to, passphrase):
        self._do("restored", copy, to, passphrase)

    def bring_back(self, copy, to, passphrase):
        self._do("brought back", copy, to, passphrase)

    def enter(self, made):
        self.entered.append(made)

    def abandon(self, made):
        self.abandoned.append(made)

    def _do(self, *what):
        if self.refusal is not None:
            raise self.refusal
        self.asked.append(what)
        return what[0]


@pytest.fixture
def opener(tmp_path):
    return Openers(tmp_path)


@pytest.fixture
def dialogues():
    return Folders()


@pytest.fixture
def start(qapp, dressed, qtbot, opener, dialogues):
    made = StartWindow(opener, None, dialogues=dialogues, tasks=TasksAtOnce())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def known(qapp, dressed, qtbot, opener, dialogues, tmp_path):
    """The start of a machine that knows a file."""
    made = StartWindow(opener, tmp_path / "x.mace", dialogues=dialogues, tasks=TasksAtOnce())
    qtbot.addWidget(made)
    made.show()
    return made


def fill(start, **lines):
    start.choice.buttons["make"].click()
    values = {"name": "Westshire MACE", "passphrase": WORDS, "again": WORDS, **lines}
    for name, text in values.items():
        start.make.lines[name].setText(text)
    start.make.make()


def test_a_panel_is_made_from_its_name_and_a_passphrase(start, opener, tmp_path):
    fill(start, districts="North, South; north")
    wish = opener.asked[0][1]
    assert (wish.name, wish.user, wish.path.parent) == (
        "Westshire MACE",
        "Ada Moss",
        tmp_path / "file",
    )
    assert len(wish.districts) == 2
    assert start.pages.currentWidget() is start.recovery


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ({"name": " "}, "name"),
        ({"passphrase": "short", "again": "short"}, "passphrase"),
        ({"passphrase": "password1", "again": "password1"}, "passphrase"),
        ({"again": "copper lantern"}, "again"),
        ({"path": ""}, "path"),
        ({"user": ""}, "user"),
        ({"backup": "no-such-folder"}, "backup"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(start, opener, lines, field):
    fill(start, **lines)
    assert list(start.make.form.errors()) == [field]
    assert opener.asked == []


def test_what_the_file_refuses_is_said_in_the_form(start, opener):
    opener.refusal = Trouble("A panel's file cannot live on a network drive.")
    fill(start)
    assert "network drive" in start.make.form.general.text()
    assert start.make.make_button.isEnabled()


def test_nothing_begins_before_the_key_is_saved_and_typed_back(start, opener, dialogues, tmp_path):
    fill(start)
    assert not start.recovery.done_button.isEnabled()
    start.recovery.finish()
    assert opener.entered == []
    dialogues.save_to = tmp_path / "key.txt"
    start.recovery.save()
    assert KEY in (tmp_path / "key.txt").read_text("utf-8")
    start.recovery.line.setText("WXY1")
    start.recovery.finish()
    assert opener.entered == []
    start.recovery.line.setText("wxyz")
    start.recovery.finish()
    assert opener.entered == ["made"]
    assert opener.abandoned == []


def test_the_key_is_not_saved_beside_the_file_it_opens(start, opener, dialogues, tmp_path):
    (tmp_path / "file").mkdir()
    fill(start)
    dialogues.save_to = tmp_path / "file" / "key.txt"
    start.recovery.save()
    assert not dialogues.save_to.exists()
    assert "another place" in start.recovery.error.text()


def test_a_panel_whose_key_was_not_kept_is_taken_away(start, opener):
    fill(start)
    start.close()
    assert opener.abandoned == ["made"]


def test_a_file_is_told_by_its_whole_place(known):
    known.sign_in.begin(Path("..") / "real" / "panel.mace")
    assert known.sign_in.where.text() == f"in {Path('../real').resolve()}"


def test_a_known_file_asks_for_its_passphrase_first(known, opener, tmp_path):
    assert known.pages.currentWidget() is known.sign_in
    known.sign_in.line.setText(WORDS)
    known.sign_in.open_button.click()
    assert opener.asked == [("opened", tmp_path / "x.mace", WORDS, None)]
    assert opener.entered == ["opened"]


def test_the_recovery_key_opens_as_well(known, opener, tmp_path):
    known.sign_in.turn()
    known.sign_in.line.setText(KEY)
    known.sign_in.open_button.click()
    assert opener.asked == [("opened", tmp_path / "x.mace", None, KEY)]


def test_a_wrong_passphrase_is_said_and_may_be_tried_again(known, opener):
    opener.refusal = Trouble("The passphrase or the name is not right for this file.")
    known.sign_in.line.setText("wrong")
    known.sign_in.open_button.click()
    assert "not right" in known.sign_in.error.text()
    assert known.sign_in.open_button.isEnabled()
    assert opener.entered == []


def test_the_demo_opens_without_any_file(start, opener):
    start.choice.buttons["demo"].click()
    assert opener.entered == ["demo"]


def test_another_file_is_opened(start, dialogues, tmp_path):
    dialogues.files = [tmp_path / "other.mace"]
    start.choice.buttons["open"].click()
    assert start.sign_in.file.text() == "other.mace"


@pytest.mark.parametrize(("returns", "word"), [(False, "restored"), (True, "brought back")])
def test_a_copy_is_put_back_and_then_signed_in_to(known, opener, tmp_path, returns, word):
    known._put_back(returns=returns)
    known.put_back.copy_line.setText(str(tmp_path / "copy.mace"))
    known.put_back.go()
    assert "passphrase" in known.put_back.form.errors()
    known.put_back.secret.setText(WORDS)
    known.put_back.go()
    assert opener.asked == [(word, tmp_path / "copy.mace", tmp_path / "x.mace", WORDS)]
    assert known.pages.currentWidget() is known.sign_in


def test_a_copy_that_is_refused_leaves_the_form_as_it_was(known, opener):
    opener.refusal = Refusal("This copy does not continue what this file held.")
    known._put_back(returns=True)
    known.put_back.copy_line.setText("copy.mace")
    known.put_back.secret.setText(WORDS)
    known.put_back.go()
    assert "does not continue" in known.put_back.form.general.text()
    assert known.put_back.go_button.isEnabled()


@pytest.mark.parametrize(
    ("text", "enough"),
    [
        ("", False),
        ("short", False),
        ("password", False),
        ("12345678", False),
        ("aaaaaaaaaaaa", False),
        ("qwertyuiop", False),
        ("Password2024", False),
        ("copper lantern harbour", True),
        ("three blind mice", True),
        ("kX7#q2Lm!v", True),
    ],
)
def test_how_hard_a_passphrase_is_to_guess(text, enough):
    assert strength(text).enough is enough
    assert strength(text).words


def test_the_name_of_an_account_is_not_taken_for_a_person_s(start, opener):
    opener.user_name = lambda: "amoss"
    start.choice.buttons["make"].click()
    assert start.make.lines["user"].text() == ""
