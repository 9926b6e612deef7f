"""Files of documents: safe names, written whole or not at all, hashed, optionally encrypted."""

import hashlib
import io
import os
import re
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from models.errors import Trouble

Target = Path | BinaryIO
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def safe_name(text: str, fallback: str = "document") -> str:
    """A file name that every system takes: small letters, figures, hyphens; capitals of codes kept.

    "Children's social care" becomes childrens-social-care; "LCS620625" stays as it is.
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", re.sub(r"['’]", "", bare))
    code = len(words) == 1 and any(letter.isdigit() for letter in bare)
    name = words[0] if code else "-".join(words).lower()
    name = name[:80].strip("-") or fallback
    return f"{name}-{fallback}" if name.lower() in RESERVED else name


def sha256(blob: bytes) -> str:
    """The digest of a file in hexadecimal."""
    return hashlib.sha256(blob).hexdigest()


def encrypted(blob: bytes, passphrase: str) -> bytes:
    """An Office file that opens only with the passphrase (ECMA-376 agile encryption)."""
    from msoffcrypto.format.ooxml import OOXMLFile

    to = io.BytesIO()
    OOXMLFile(io.BytesIO(blob)).encrypt(passphrase, to)
    return to.getvalue()


def put(blob: bytes, to: Target, *, passphrase: str | None = None) -> str:
    """Writes a document to a path, whole or not at all, or to a stream; gives its sha256.

    Raises Trouble, naming no file, where the folder cannot be written.
    """
    kept = encrypted(blob, passphrase) if passphrase else blob
    if isinstance(to, Path):
        _put_whole(kept, to)
    else:
        to.write(kept)
    return sha256(kept)


def _put_whole(blob: bytes, to: Path) -> None:
    beside = to.with_name(f".{secrets.token_hex(8)}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        _write_through(blob, beside)
        beside.replace(to)
    except OSError as error:
        raise Trouble(f"A document could not be written: {error.strerror}.") from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_through(blob: bytes, to: Path) -> None:
    handle = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(blob)
        file.flush()
        os.fsync(file.fileno())
