"""What was written and where, in words."""

from collections.abc import Sequence
from pathlib import Path

from models.rules.listing import counted


def place(names: Sequence[str], folder: Path) -> str:
    """The folder that was chosen, with the one inside it where all that was written lies."""
    from exports.folder import already_in

    inside = {name.partition("/")[0] if "/" in name else "" for name in names}
    within = inside.pop() if len(inside) == 1 and not already_in(folder, names) else ""
    return f"“{folder.name}/{within}”" if within else f"“{folder.name}”"


def count_of(names: Sequence[str], *, by_mail: bool) -> str:
    """How many files or e-mail drafts were written."""
    what = "e-mail draft" if by_mail else "file"
    return counted(len(names), what, f"{what}s")
