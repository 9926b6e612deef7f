"""A panel's file opens for who holds the key, and otherwise says why not and stays as it is."""

import json
import os
import shutil
import stat

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from models.errors import Refusal, Trouble
from models.storage import keys as key_files
from models.storage.keys import key_file_of
from models.storage.lock import Lock
from models.storage.opening import make_file
from models.storage.store import Store
from tests.models.storage.conftest import CHEAP, PASSPHRASE
from tests.models.storage.small import Child, Small


def add(store, label="Robin"):
    with store.work("add", "Add") as session:
        session.add(Child(label=label))


def names(store):
    with store.reading() as session:
        return session.scalars(select(Child.label).order_by(Child.id)).all()


def files(path):
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one.suffix != ".lock"}


def test_what_was_kept_is_there_when_opened_again(panel, again):
    add(panel)
    recovery = panel.file.keys.recovery_key
    panel.close()
    assert names(again()) == ["Robin"]
    assert names(again(None, recovery_key=recovery.lower().replace("-", " "))) == ["Robin"]


def test_a_second_window_is_welcome_and_sees_what_the_first_keeps(panel, again):
    other = again()
    heard = []
    other.subscribe(heard.append)
    watcher = other.watch()
    add(panel)
    (changes,) = watcher.poll()
    assert heard == [changes]
    assert changes.sitting == panel.sitting and changes.touches("child", 1)
    assert changes.touches("subject", 1) and other.last_operation == 1
    assert watcher.poll() == ()
    add(other, "Wren")
    assert watcher.poll() == ()
    assert names(panel) == ["Robin", "Wren"]


@pytest.mark.parametrize("who", ["ann", " ANN "])
def test_the_name_finds_its_own_slot(panel, again, who):
    assert again(who=who).file.keys.slot == panel.file.keys.slot


@pytest.mark.parametrize(("passphrase", "who"), [("other words", None), (PASSPHRASE, "Bob")])
def test_a_wrong_passphrase_or_name_is_said(panel, again, path, passphrase, who):
    panel.close()
    before = files(path)
    with pytest.raises(Trouble, match="does not open this file"):
        again(passphrase, who=who)
    assert files(path) == before


def test_each_person_has_a_passphrase_and_may_change_it(panel, again):
    panel.file.keys.add_slot("bob's own words", "Bob", CHEAP)
    bob = again("bob's own words", who="Bob")
    with pytest.raises(Trouble):
        bob.file.keys.change_passphrase("not his words", "new words of bob", CHEAP)
    bob.file.keys.change_passphrase("bob's own words", "new words of bob", CHEAP)
    with pytest.raises(Trouble):
        again("bob's own words")
    assert again("new words of bob", who="bob").file.keys.slot == bob.file.keys.slot
    assert again(PASSPHRASE, who="Ann")


def test_nobody_shuts_their_own_slot(panel):
    with pytest.raises(Refusal):
        panel.file.keys.remove_slot(panel.file.keys.slot)


def test_a_short_passphrase_is_refused(path):
    with pytest.raises(Refusal) as caught:
        make_file(path, "short", "Ann", CHEAP, Small)
    assert caught.value.field == "passphrase"
    assert not path.exists()


def test_without_the_key_file_the_recovery_key_still_opens(panel, again, path):
    add(panel)
    recovery = panel.file.keys.recovery_key
    panel.close()
    key_file_of(path).unlink()
    with pytest.raises(Trouble, match="recovery key"):
        again()
    opened = again(None, recovery_key=recovery)
    opened.file.keys.add_slot("words for later", "Ann", CHEAP)
    opened.close()
    assert names(again("words for later")) == ["Robin"]


def test_a_recovery_key_copied_wrongly_is_told_from_another_files(panel, again, path, tmp_path):
    recovery = panel.file.keys.recovery_key
    wrong = ("B" if recovery[0] != "B" else "C") + recovery[1:]
    with pytest.raises(Trouble, match="Compare"):
        again(None, recovery_key=wrong)
    with pytest.raises(Trouble, match="14 groups"):
        again(None, recovery_key=recovery[:-1])
    other = Store.create(tmp_path / "other.mace", PASSPHRASE, cost=CHEAP, base=Small)
    with pytest.raises(Trouble, match="not the recovery key"):
        again(None, recovery_key=other.file.keys.recovery_key)
    other.close()


def test_another_files_key_file_is_told(panel, again, path, tmp_path):
    Store.create(tmp_path / "other.mace", PASSPHRASE, cost=CHEAP, base=Small).close()
    panel.close()
    shutil.copy(key_file_of(tmp_path / "other.mace"), key_file_of(path))
    with pytest.raises(Trouble, match="do not belong together"):
        again()


def rewritten(path, **changed):
    body = json.loads(key_file_of(path).read_text())
    body.pop("check")
    body |= changed
    body["check"] = key_files._sum(body)
    key_file_of(path).write_text(json.dumps(body))


def test_a_damaged_newer_or_altered_key_file_is_told(panel, again, path):
    panel.close()
    whole = key_file_of(path).read_text()
    slots = json.loads(whole)["slots"]
    for bad in ("", "{}", "[1]", whole[:-40], whole.replace('"passes": 1', '"passes": 2')):
        key_file_of(path).write_text(bad)
        with pytest.raises(Trouble, match="damaged"):
            again()
    key_file_of(path).write_text(whole)
    rewritten(path, **{key_files.MARK: 2})
    with pytest.raises(Trouble, match="newer"):
        again()
    key_file_of(path).write_text(whole)
    ours = next(iter(slots))
    rewritten(path, slots={**slots, "added": slots[ours]})
    with pytest.raises(Trouble, match="altered"):
        again()


@pytest.mark.parametrize(
    "cost",
    [{"memory": 2**31, "passes": 1, "lanes": 1}, {"memory": 64, "passes": 10**6, "lanes": 1}],
)
def test_absurd_costs_are_not_paid(panel, again, path, cost):
    panel.close()
    slots = json.loads(key_file_of(path).read_text())["slots"]
    rewritten(path, slots={name: {**slot, "cost": cost} for name, slot in slots.items()})
    with pytest.raises(Trouble, match="damaged"):
        again()


def mark(panel, pragma):
    raw = panel.file.connect()
    raw.execute(pragma)
    raw.close()


@pytest.mark.parametrize(
    ("pragma", "said"),
    [("PRAGMA user_version=999", "newer"), ("PRAGMA application_id=5", "not a MaceDesk")],
)
def test_a_newer_or_foreign_file_is_left_as_it_is(panel, again, path, pragma, said):
    mark(panel, pragma)
    panel.close()
    before = files(path)
    with pytest.raises(Trouble, match=said):
        again()
    assert files(path) == before


def test_a_foreign_truncated_or_missing_file_is_told(panel, again, path):
    panel.close()
    whole = path.read_bytes()
    raw = driver.connect(str(path.with_name("plain.db")))
    raw.execute("CREATE TABLE a(b)")
    raw.close()
    for content, said in (
        (path.with_name("plain.db").read_bytes(), "not a MaceDesk"),
        (b"", "damaged"),
        (whole[:-100], "damaged"),
        (whole[:16] + os.urandom(len(whole) - 16), "damaged"),
    ):
        path.write_bytes(content)
        with pytest.raises(Trouble, match=said):
            again()
        assert path.read_bytes() == content
    path.unlink()
    with pytest.raises(Trouble, match="no file"):
        again()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write")
def test_a_read_only_file_is_told(panel, again, path):
    panel.close()
    path.chmod(stat.S_IREAD)
    with pytest.raises(Trouble, match="read only"):
        again()


def test_an_existing_file_is_never_made_anew(panel, path):
    with pytest.raises(Trouble, match="already"):
        Store.create(path, PASSPHRASE, cost=CHEAP, base=Small)


def test_a_file_open_on_another_machine_is_refused_until_let_go(path):
    elsewhere = Lock(path, "LAPTOP-7")
    with pytest.raises(Trouble, match="LAPTOP-7"):
        Lock(path, "DESK-1")
    again = Lock(path, "LAPTOP-7")
    elsewhere.release()
    with pytest.raises(Trouble, match="LAPTOP-7"):
        Lock(path, "DESK-1")
    again.release()
    here = Lock(path, "DESK-1")
    assert here.alone()
    here.share()
    here.release()


def test_nothing_is_in_clear_in_any_file_beside(panel, path):
    add(panel, "Peregrine Ravenscroft")
    panel.keep_draft("notes", "Peregrine was seen")
    for content in files(path).values():
        assert b"Peregrine" not in content and b"Ravenscroft" not in content
    assert path.stat().st_mode & 0o077 == 0


def test_a_draft_is_kept_without_an_operation(panel, again):
    panel.keep_draft("item 3", "half a sen")
    panel.keep_draft("item 3", "half a sentence")
    assert again().draft("item 3") == "half a sentence"
    panel.drop_draft("item 3")
    assert panel.draft("item 3") is None
    assert panel.last_operation == 0


def test_what_a_killed_program_left_half_written_is_cleared(panel, again, path):
    left = path.with_name(path.name + ".0123abcd.part")
    theirs = path.with_name("notes.part")
    for one in (left, theirs):
        one.write_bytes(b"half")
    other_window = again()
    assert left.exists()
    other_window.close()
    panel.close()
    again()
    assert not left.exists() and theirs.exists()


def test_a_lock_closes_what_has_pages_open_and_the_window_goes_on(panel, again):
    add(panel)
    watcher = panel.watch()
    with panel.reading() as session:
        opened = session.connection().connection.driver_connection
    panel.give_up_pages()
    with pytest.raises(driver.ProgrammingError, match="closed"):
        opened.execute("SELECT 1")
    add(again(), "Wren")
    assert len(watcher.poll()) == 1
    assert names(panel) == ["Robin", "Wren"]


def test_a_lock_within_a_unit_of_work_loses_nothing_of_it(panel):
    with panel.work("add_child", "Add a child") as session:
        session.add(Child(label="Robin"))
        panel.give_up_pages()
    assert names(panel) == ["Robin"]
