"""Where a panel's file may live: on this machine's own disk, in no folder that is synchronised."""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from models.errors import Trouble

SHARES = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "afpfs",
        "coda",
        "ceph",
        "lustre",
        "glusterfs",
        "gpfs",
        "webdav",
        "davfs",
        "vboxsf",
        "ocfs2",
        "gfs2",
        "beegfs",
        "orangefs",
    )
)
FUSE_SHARES = re.compile(
    r"fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|s3fs|glusterfs|ceph|smb|cifs|onedrive|google|gcsfuse)"
)
SYNCHRONISED = re.compile(
    r"(?i)(one ?drive( ?-.*|com.*)?|sharepoint.*|.* - sharepoint|dropbox( \(.*\))?|google ?drive.*"
    r"|my drive|drivefs|icloud ?drive.*|mobile documents|com~apple~clouddocs|cloudstorage"
    r"|box( sync| drive)?|nextcloud|owncloud|pclouddrive|syncthing|resilio sync)"
)
MARKERS = (".dropbox.cache", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log")
CLOUD_FOLDERS = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "DROPBOX_PATH")
REMOTE_DRIVE = 4


def refuse_shared_place(path: Path) -> None:
    """Raise Trouble when the file would lie on a network share or in a synchronised folder."""
    real = path.expanduser().resolve()
    if on_share(real):
        raise Trouble(
            "A panel's file cannot live on a network drive: two machines would damage it."
            " Keep it on this machine's own disk; backups may go to the network drive."
        )
    if in_synchronised_folder(real) or in_synchronised_folder(path.expanduser().absolute()):
        raise Trouble(
            "A panel's file cannot live in a synchronised folder (OneDrive, SharePoint, Dropbox"
            " and the like): copies would overwrite each other. Choose a folder outside it."
        )


def in_synchronised_folder(path: Path) -> bool:
    """True when a folder above is, by name, by marker or by the system's word, synchronised."""
    if any(SYNCHRONISED.fullmatch(part) for part in path.parent.parts):
        return True
    clouds = (os.environ.get(name) for name in CLOUD_FOLDERS)
    if any(cloud and path.is_relative_to(Path(cloud).resolve()) for cloud in clouds):
        return True
    return any((folder / marker).exists() for folder in path.parents for marker in MARKERS)


def on_share(path: Path) -> bool:
    """True when the path lies on another machine's disk."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == REMOTE_DRIVE)
    return is_share(file_system(path, _mounts()))


def is_share(kind: str) -> bool:
    """True for the name of a network file system."""
    return kind in SHARES or bool(FUSE_SHARES.match(kind))


def file_system(path: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of file system under a path, from `(mount point, kind)` pairs."""
    best, found = -1, ""
    for point, kind in mounts:
        if path.is_relative_to(point) and len(Path(point).parts) >= best:
            best, found = len(Path(point).parts), kind
    return found


def linux_mounts(text: str) -> list[tuple[str, str]]:
    """Mount points and kinds from the text of /proc/self/mountinfo."""
    found = []
    for line in text.splitlines():
        left, _, right = line.partition(" - ")
        fields, kinds = left.split(), right.split()
        if len(fields) > 4 and kinds:
            found.append((_unescaped(fields[4]), kinds[0]))
    return found


def mac_mounts(text: str) -> list[tuple[str, str]]:
    """Mount points and kinds from what `mount` prints on macOS."""
    lines = (re.fullmatch(r".* on (.+) \(([^,)]+).*\)", line) for line in text.splitlines())
    return [(line.group(1), line.group(2)) for line in lines if line]


def _mounts() -> list[tuple[str, str]]:
    if sys.platform == "darwin":
        said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return mac_mounts(said.stdout)
    table = Path("/proc/self/mountinfo")
    return linux_mounts(table.read_text(errors="replace")) if table.exists() else []


def _unescaped(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), field)
