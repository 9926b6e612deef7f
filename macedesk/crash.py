"""What happens on a bug: core dumps off, the text sealed with the data key, one calm sentence."""

import faulthandler
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from secrets import token_bytes
from types import TracebackType

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from platformdirs import user_log_path

from macedesk import log
from models.clock import SystemClock

SENTENCE = "Something went wrong in MaceDesk. What you have typed is kept; nothing else is lost."
PURPOSE = b"macedesk crash text"
BELOW_PYTHON = "macedesk-stopped.log"

Tell = Callable[[str], None]


def no_core_dumps() -> None:
    """Have the system write no memory of this program to disk."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def note_where_it_stops() -> None:
    """Have a program that is ended from below Python leave files and lines, no value of any.

    Nothing else can tell of it: no sentence can be said any more, and no memory is dumped.
    """
    if faulthandler.is_enabled():
        return
    home = user_log_path("MaceDesk", appauthor=False)
    home.mkdir(parents=True, exist_ok=True)
    # Open as long as the program runs: there is no opening it then.
    faulthandler.enable((home / BELOW_PYTHON).open("a", encoding="utf-8"))


def install(tell: Tell, data_key: Callable[[], bytes | None]) -> None:
    """Catch what nothing else caught: log its place, seal its text, say one sentence."""

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.failed(kind, trace)
        key = data_key()
        if key is not None:
            seal("".join(traceback.format_exception(kind, error, trace)), key)
        tell(SENTENCE)

    sys.excepthook = caught


def seal(text: str, data_key: bytes, folder: Path | None = None) -> Path:
    """Keep a crash text encrypted under the panel's data key; gives the file."""
    home = folder or user_log_path("MaceDesk", appauthor=False)
    home.mkdir(parents=True, exist_ok=True)
    nonce = token_bytes(12)
    sealed = nonce + AESGCM(_key(data_key)).encrypt(nonce, text.encode(), PURPOSE)
    target = home / f"crash-{SystemClock().now():%Y%m%d-%H%M%S}.sealed"
    target.write_bytes(sealed)
    return target


def unseal(file: Path, data_key: bytes) -> str:
    """The text of a sealed crash file."""
    content = file.read_bytes()
    return AESGCM(_key(data_key)).decrypt(content[:12], content[12:], PURPOSE).decode()


def _key(data_key: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, PURPOSE).derive(data_key)
