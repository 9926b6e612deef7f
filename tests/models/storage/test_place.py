"""Where a panel's file may live, whatever machine it is."""

from pathlib import Path

import pytest

from models.errors import Trouble
from models.storage import place
from models.storage.place import (
    file_system,
    in_synchronised_folder,
    is_share,
    linux_mounts,
    mac_mounts,
    refuse_shared_place,
)

MOUNTINFO = """22 27 0:21 / / rw,relatime - ext4 /dev/vda rw
36 22 0:40 / /mnt/panel\\040drive rw,relatime shared:1 - cifs //council/share rw
37 22 0:41 / /home/ann/far rw - fuse.sshfs ann@far: rw
"""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/home/ann/panel.mace", False),
        ("/mnt/panel drive/panel.mace", True),
        ("/mnt/panel drives/panel.mace", False),
        ("/home/ann/far/deep/panel.mace", True),
    ],
)
def test_network_shares_are_known_by_the_mount_table(path, shared):
    assert is_share(file_system(Path(path), linux_mounts(MOUNTINFO))) is shared


def test_network_shares_are_known_on_a_mac():
    said = "/dev/disk1 on / (apfs, local)\n//ann@server/Panel on /Volumes/Panel (smbfs, nodev)\n"
    assert mac_mounts(said) == [("/", "apfs"), ("/Volumes/Panel", "smbfs")]


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive",
        "OneDrive - Northshire Council",
        "Dropbox",
        "Dropbox (Panel)",
        "Google Drive",
        "GoogleDrive-ann",
        "Northshire - SharePoint",
        "iCloudDrive",
        "Library/Mobile Documents/com~apple~CloudDocs",
        "Library/CloudStorage/OneDrive-Shared",
        "Nextcloud",
    ],
)
def test_synchronised_folders_are_known_by_name(folder):
    assert in_synchronised_folder(Path("/home/ann") / folder / "MACE" / "panel.mace")


@pytest.mark.parametrize("folder", ["Documents", "One drive at a time", "Boxes", "MACE panel"])
def test_other_folders_are_not(folder):
    assert not in_synchronised_folder(Path("/home/ann") / folder / "panel.mace")


def test_a_renamed_synchronised_folder_is_known_by_the_system_or_its_marker(tmp_path, monkeypatch):
    path = tmp_path / "Work" / "panel.mace"
    assert not in_synchronised_folder(path)
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Work"))
    assert in_synchronised_folder(path)
    monkeypatch.delenv("OneDriveCommercial")
    (tmp_path / ".dropbox.cache").mkdir()
    assert in_synchronised_folder(path)


def test_the_refusal_says_what_to_do(tmp_path, monkeypatch):
    with pytest.raises(Trouble, match="synchronised"):
        refuse_shared_place(tmp_path / "Dropbox" / "panel.mace")
    monkeypatch.setattr(place, "on_share", lambda path: True)
    with pytest.raises(Trouble, match="network drive"):
        refuse_shared_place(tmp_path / "panel.mace")
