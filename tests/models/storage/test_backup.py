"""A panel's copies: verified both ways, and never two that are both written to."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from models.errors import Refusal, Trouble
from models.storage import copying
from models.storage.backup import backed_up_at, backup, backup_age, copies_in, is_due
from models.storage.check import check
from models.storage.handover import hand_over
from models.storage.keys import key_file_of
from models.storage.rekeying import rekey
from models.storage.restoring import restore, return_copy
from models.storage.store import Store
from tests.models.storage.conftest import CHEAP, PASSPHRASE
from tests.models.storage.small import Child, Small


def add(store, label):
    with store.work("add", "Add") as session:
        session.add(Child(label=label))


def names(store):
    with store.reading() as session:
        return session.scalars(select(Child.label).order_by(Child.id)).all()


@pytest.fixture
def share(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


def at(path, clock, passphrase=PASSPHRASE):
    return Store.open(path, passphrase, clock=clock, base=Small)


def known(clock):
    return {"passphrase": PASSPHRASE, "clock": clock, "base": Small}


def test_the_backups_of_one_file_are_counted_and_nothing_else(panel, share, small_clock):
    backup(panel, share)
    for name in (
        "panel.mace",
        "panel other 2026-03-04 100000.mace",
        "other 2026-03-04 100000.mace",
    ):
        (share / name).write_bytes(b"")
    (share / "panel 2026-03-04 090000.mace").write_bytes(b"")
    assert copies_in(share, panel.file.path) == (
        "panel 2026-03-04 090000.mace",
        "panel 2026-03-04 100000.mace",
    )
    assert copies_in(share / "not there", panel.file.path) == ()


def test_a_backup_goes_to_a_folder_and_opens_there(panel, share, small_clock):
    add(panel, "Peregrine")
    made = backup(panel, share)
    assert made.path.name == "panel 2026-03-04 100000.mace"
    assert made.report.sound and made.head.number == 1
    assert sorted(one.name for one in share.iterdir()) == [
        made.path.name,
        made.path.name + ".keys",
    ]
    assert not any(b"Peregrine" in one.read_bytes() for one in share.iterdir())
    assert [one for one in panel.file.path.parent.iterdir() if ".part" in one.name] == []
    copy = at(made.path, small_clock)
    assert names(copy) == ["Peregrine"]
    copy.close()


def test_the_age_of_the_last_backup_is_known(panel, share, small_clock, again):
    assert backup_age(panel) is None and is_due(None, small_clock.now())
    backup(panel, share)
    small_clock.move(timedelta(hours=3))
    assert backup_age(again()) == timedelta(hours=3)
    assert not is_due(backed_up_at(panel), small_clock.now())
    assert is_due(backed_up_at(panel), datetime(2026, 3, 5, 8))
    assert panel.last_operation == 0


def test_a_backup_over_another_file_is_refused(panel, share):
    other = share / "other.mace"
    Store.create(other, PASSPHRASE, cost=CHEAP, base=Small).close()
    before = other.read_bytes()
    with pytest.raises(Refusal):
        backup(panel, other)
    with pytest.raises(Refusal):
        backup(panel, panel.file.path)
    with pytest.raises(Trouble, match="connected"):
        backup(panel, share / "gone" / "a.mace")
    assert other.read_bytes() == before
    backup(panel, share / "mine.mace")
    backup(panel, share / "mine.mace")


def test_a_copy_that_reads_back_otherwise_is_not_kept(panel, share, monkeypatch):
    def torn(source: Path, part: Path) -> None:
        part.write_bytes(source.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(copying, "copy_whole", torn)
    with pytest.raises(Trouble, match="read back"):
        backup(panel, share)
    assert list(share.iterdir()) == []
    assert backup_age(panel) is None


def test_a_backup_is_restored_and_what_was_there_is_set_aside(panel, share, path, small_clock):
    add(panel, "Robin")
    made = backup(panel, share)
    epoch = panel.epoch
    add(panel, "Wren")
    panel.close()
    report = restore(made.path, path, **known(small_clock))
    assert report.sound and report.operations == 2
    restored = at(path, small_clock)
    assert names(restored) == ["Robin"] and restored.epoch != epoch
    restored.close()
    (aside,) = [one for one in path.parent.iterdir() if one.name.endswith("100000")]
    old = at(aside, small_clock)
    assert names(old) == ["Robin", "Wren"]
    old.close()


def test_a_backup_is_restored_where_nothing_is_left(panel, share, path, small_clock):
    add(panel, "Robin")
    made = backup(panel, share)
    recovery = panel.file.keys.recovery_key
    panel.close()
    path.write_bytes(b"damaged")
    key_file_of(path).unlink()
    key_file_of(made.path).unlink()
    restore(made.path, path, recovery_key=recovery, clock=small_clock, base=Small)
    restored = Store.open(path, recovery_key=recovery, base=Small)
    assert names(restored) == ["Robin"]
    restored.close()


def test_an_open_file_is_not_replaced(panel, share, path, small_clock):
    made = backup(panel, share)
    with pytest.raises(Trouble, match="Close the windows"):
        restore(made.path, path, **known(small_clock))
    add(panel, "Robin")
    assert names(panel) == ["Robin"]


def test_a_damaged_backup_replaces_nothing(panel, share, path, small_clock):
    for number in range(30):
        add(panel, f"Robin {number}" * 50)
    made = backup(panel, share)
    panel.close()
    before = path.read_bytes()
    bad = bytearray(made.path.read_bytes())
    bad[-2000] ^= 1
    made.path.write_bytes(bad)
    with pytest.raises(Trouble):
        restore(made.path, path, **known(small_clock))
    assert path.read_bytes() == before


def test_a_handed_over_file_is_read_only_until_its_copy_returns(panel, share, path, small_clock):
    add(panel, "Robin")
    other_window = at(path, small_clock)
    made = hand_over(panel, share / "panel.mace")
    assert panel.handed_over and names(panel) == ["Robin"]
    for window in (panel, other_window):
        with pytest.raises(Refusal, match="handed over"):
            add(window, "Wren")
    with pytest.raises(Refusal, match="handed over"):
        hand_over(panel, share / "second.mace")
    assert check(panel).sound
    other_window.close()
    panel.close()
    away = at(made.path, small_clock)
    assert not away.handed_over
    add(away, "Finch")
    away.close()
    return_copy(made.path, path, **known(small_clock))
    back = at(path, small_clock)
    add(back, "Wren")
    assert names(back) == ["Robin", "Finch", "Wren"] and check(back).sound
    back.close()


def test_only_a_copy_that_continues_the_file_may_return(panel, share, path, small_clock):
    add(panel, "Robin")
    earlier = backup(panel, share)
    with pytest.raises(Trouble, match="not handed over"):
        return_copy(earlier.path, path, **known(small_clock))
    hand_over(panel, share / "panel.mace")
    panel.close()
    with pytest.raises(Trouble, match="not sound"):
        return_copy(earlier.path, path, **known(small_clock))
    shutil.copy(path, share / "same.mace")
    shutil.copy(key_file_of(path), share / "same.mace.keys")
    with pytest.raises(Trouble, match="continue"):
        return_copy(share / "same.mace", path, **known(small_clock))


def test_a_hand_over_that_fails_leaves_the_file_as_it_was(panel, share):
    with pytest.raises(Trouble):
        hand_over(panel, share / "gone" / "panel.mace")
    assert not panel.handed_over
    add(panel, "Robin")


def test_who_left_cannot_open_the_file_with_the_old_key(panel, share, path, again, small_clock):
    add(panel, "Robin")
    bob = panel.file.keys.add_slot("bob's own words", "Bob", CHEAP)
    made = backup(panel, share)
    old = panel.file.keys.recovery_key
    watcher = panel.watch()
    panel.file.keys.remove_slot(bob)
    new = rekey(panel)
    assert new != old
    add(panel, "Wren")
    assert names(again()) == ["Robin", "Wren"]
    assert watcher.poll() == ()
    with pytest.raises(Trouble):
        again("bob's own words")
    with pytest.raises(Trouble, match="not the recovery key"):
        again(None, recovery_key=old)
    assert names(again(None, recovery_key=new)) == ["Robin", "Wren"]
    earlier = at(made.path, small_clock)
    assert names(earlier) == ["Robin"]
    earlier.close()


def test_the_key_is_not_changed_under_another_window(panel, again):
    other = again()
    with pytest.raises(Refusal, match="other windows"):
        rekey(panel)
    add(other, "Robin")
    assert names(panel) == ["Robin"]


@pytest.mark.parametrize("changed", [True, False])
def test_a_power_cut_while_the_key_changes_leaves_a_file_that_opens(panel, again, changed):
    add(panel, "Robin")
    keys = panel.file.keys
    old, new = keys.data, bytes(32)
    keys.save(new, old)
    if changed:
        raw = panel.file.connect()
        raw.execute(f"PRAGMA rekey=\"x'{new.hex()}{keys.file.salt.hex()}'\"")
        raw.close()
    panel.close()
    opened = again()
    assert names(opened) == ["Robin"]
    assert opened.file.keys.data == (new if changed else old)
    assert len(opened.file.keys.file.boxes) == 1
