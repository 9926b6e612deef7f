"""Names and codes for rows of a panel's own, free in their list."""

from models import codes
from models.errors import Refusal
from models.rules.list_parts import code_of

MOST = 80


def free_label(list_name: str, label: str, noun: str, but: str = "") -> str:
    """The name trimmed; Refusal where it is empty, too long or another row's."""
    label = " ".join(label.split())
    if not label:
        raise Refusal(f"Give the {noun} a name.", "label")
    if len(label) > MOST:
        raise Refusal(f"Keep the name to {MOST} characters.", "label")
    if label.casefold() in _labels(list_name) - {but.casefold()}:
        raise Refusal(f"There is a {noun} of that name already.", "label")
    return label


def unused_label(list_name: str, label: str, otherwise: str) -> str:
    """The name, with a number where another row has it."""
    label, at = " ".join(label.split())[: MOST - 6] or otherwise, 2
    found = label
    while found.casefold() in _labels(list_name):
        found, at = f"{label} ({at})", at + 1
    return found


def free_code(list_name: str, label: str, otherwise: str) -> str:
    """A code made of a name that no row of the list has."""
    return code_of(label, {one.code for one in codes.load(list_name)}, otherwise)


def _labels(list_name: str) -> set[str]:
    return {one.label.casefold() for one in codes.load(list_name)}
