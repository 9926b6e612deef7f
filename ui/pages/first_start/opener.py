"""What the start asks of the program: making, opening, restoring, and going in."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


@dataclass(frozen=True)
class PanelWish:
    """A new panel as it was asked for."""

    name: str
    area: str
    districts: tuple[str, ...]
    user: str
    path: Path
    passphrase: str
    backup_folder: Path | None


Made = Any
"""A panel that is open and not yet shown; only the opener knows more of it."""


class Opener(Protocol):
    """Opens panels. All but `enter` may be called from any thread; each raises Refusal or Trouble.

    What `make`, `open` and `demo` give is handed to `enter` on the window's thread, or to
    `abandon` where the person thinks better of it.
    """

    def default_file(self, name: str) -> Path:
        """Where a panel of this name would best lie on this machine."""

    def user_name(self) -> str:
        """Who is signed in to this machine, as a first proposal."""

    def make(self, wish: PanelWish) -> Made:
        """Make the panel's file and the panel in it."""

    def recovery_key(self, made: Made) -> str:
        """The recovery key of what was made just now."""

    def open(
        self, path: Path, passphrase: str | None = None, recovery_key: str | None = None
    ) -> Made:
        """Open a panel's file."""

    def demo(self) -> Made:
        """Make the invented demo panel, in memory."""

    def restore(self, copy: Path, to: Path, passphrase: str) -> None:
        """Put a backup where the panel's file is or was."""

    def bring_back(self, copy: Path, to: Path, passphrase: str) -> None:
        """Take a handed-over copy back into the file that it left."""

    def enter(self, made: Made) -> None:
        """Show the window on it."""

    def abandon(self, made: Made) -> None:
        """Close it; what was made just now is taken away."""
