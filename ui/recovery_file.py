"""The recovery key as a text file, for printing and for a safe."""

from pathlib import Path

from models.errors import Trouble


def save_recovery_key(to: Path, key: str, panel: str) -> None:
    """Write the recovery key to a text file for printing or a safe; Trouble where it cannot be."""
    words = (
        f"Recovery key of {panel} (MaceDesk)\n\n{key}\n\n"
        "It opens the panel's file without any passphrase. Keep it in a safe,"
        " away from the machine, and delete this file once it is printed.\n"
    )
    try:
        to.write_text(words, "utf-8")
        to.chmod(0o600)
    except OSError as error:
        raise Trouble(f"The key could not be saved: {error.strerror}.") from None
