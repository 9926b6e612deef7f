"""Files put in place whole or not at all."""

import os
import re
import secrets
import shutil
from pathlib import Path

from models.errors import Trouble


def replace_file(path: Path, content: bytes) -> None:
    """Write beside, flush to the disk, then rename over; Trouble when the disk will not."""
    part = part_of(path)
    try:
        with part.open("xb") as opened:
            part.chmod(0o600)
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        put_in_place(part, path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Trouble(f"{path.name} could not be written: {error.strerror}.") from None


def copy_whole(source: Path, part: Path) -> None:
    """Copy a file's bytes and have them on the disk before returning."""
    with source.open("rb") as read, part.open("xb") as written:
        part.chmod(0o600)
        shutil.copyfileobj(read, written, 1024 * 1024)
        written.flush()
        os.fsync(written.fileno())


def put_in_place(part: Path, path: Path) -> None:
    """Rename a finished file to its name, surely."""
    part.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def part_of(path: Path) -> Path:
    """A name beside the file for what is not finished yet."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")


def clear_parts(path: Path) -> None:
    """Remove what a killed program left half-written beside the file."""
    for left in path.parent.iterdir():
        if re.fullmatch(re.escape(path.name) + r"(\.keys)?\.[0-9a-f]{8}\.part(-\w+)?", left.name):
            left.unlink(missing_ok=True)
