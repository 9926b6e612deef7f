"""First names that stand for one another: Ollie for Oliver, Liv for Olivia."""

from functools import cache
from importlib import resources

from models.remembering import remembered

_FILE = "short_forms.txt"


@remembered(4096)
def full_names(word: str) -> tuple[str, ...]:
    """The names in full that a folded first name may stand for, itself not among them."""
    return _families().get(word, ())


def short_form(one: str, other: str) -> bool:
    """Whether one of two folded first names is said for the other, or both for a third."""
    mine, theirs = full_names(one), full_names(other)
    return one in theirs or other in mine or not {*mine}.isdisjoint(theirs)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    text = resources.files("resources").joinpath("matching", _FILE).read_text("utf-8")
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        whole, colon, forms = line.partition(":")
        if colon and not line.startswith("#"):
            for form in forms.split(","):
                kept = found.setdefault(form.strip(), [])
                if whole not in kept and whole != form.strip():
                    kept.append(whole)
    return {form: tuple(names) for form, names in found.items()}
