"""One value under a field's name, and the words it is read from."""

from dataclasses import dataclass

from models.intake.understanding.ticks import choices


@dataclass(frozen=True)
class Value:
    """One value under a field's name; `fit` is how well the words suit the field, 0 to 1."""

    name: str
    value: object
    fit: float = 1.0
    note: str = ""


def chosen(raw: str) -> str:
    """Return the ticked options of a tick list, else the text itself."""
    found = choices(raw)
    if found is None:
        return raw.strip()
    picked = "; ".join(found.ticked)
    return f"{picked}; {found.detail}" if picked and found.detail else picked
