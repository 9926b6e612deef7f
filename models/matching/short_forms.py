"""First names that stand for one another: Ollie for Oliver, Liv for Olivia."""

from functools import cache

from models.matching.name_lists import families
from models.matching.sounding import is_listed
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


def is_known(word: str) -> bool:
    """Whether a folded word is a first name of the lists, in full or short, however spelt."""
    return word in _names() or is_listed(word)


def is_first_name(word: str) -> bool:
    """Whether a folded word is on the list of first names, in full or short."""
    return word in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(_families()).union(*_families().values())


@cache
def _families() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for whole, forms in families(_FILE):
        for form in forms:
            kept = found.setdefault(form, [])
            if whole not in kept and whole != form:
                kept.append(whole)
    return {form: tuple(names) for form, names in found.items()}
