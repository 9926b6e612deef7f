"""How the figures of the quarterly picture add up, in sentences."""

from collections.abc import Iterable, Sequence
from typing import Protocol

UNCATEGORISED = "CSE, no category recorded"


class Standing(Protocol):
    """What of counted children the sentences need."""

    @property
    def children(self) -> tuple[int, ...]:
        """Who they are."""
        ...

    @property
    def district(self) -> str | None:
        """The panel's district."""
        ...

    @property
    def worded_district(self) -> str | None:
        """The district as recorded."""
        ...

    @property
    def category(self) -> str | None:
        """The category row."""
        ...

    @property
    def plan(self) -> str | None:
        """The plan row."""
        ...

    @property
    def both(self) -> bool:
        """A CSE category and other forms of exploitation."""
        ...

    @property
    def uncategorised(self) -> bool:
        """CSE, and no category."""
        ...


def reconciliation(counted: Sequence[Standing], left_out: int = 0) -> tuple[str, ...]:
    """What adds up and what does not: districts, categories, plans, children with both."""
    number = _number(counted)
    said = [_districts(counted), _both(_number(one for one in counted if one.both))]
    categories = _number(one for one in counted if one.category is not None)
    plans = _number(one for one in counted if one.plan is not None)
    if categories == plans == number:
        said.append(f"Categories and plans each add to {number:,}.")
    else:
        said.append(_short("Categories", categories, number, "category"))
        said.append(_short("Plans", plans, number, "plan or status"))
    if sexual := [one for one in counted if one.uncategorised]:
        said.append(_uncategorised(sexual))
    if left_out:
        said.append(f"{children(left_out)} you may not see {_are(left_out)} not counted.")
    return tuple(said)


def known_later(number: int) -> tuple[str, ...]:
    """That lists of a later day are the first to tell of so many; nothing where none are."""
    if not number:
        return ()
    they = "that child" if number == 1 else "they"
    said = (
        f"{children(number)} {_are(number)} first told of by a list of a later day: how {they} "
        "stood on this one is not on record and in no figure."
    )
    return (said,)


def _number(counted: Iterable[Standing]) -> int:
    return sum(len(one.children) for one in counted)


def children(number: int) -> str:
    """A number of children in words: 1 child, 2 children."""
    return f"{number:,} {'child' if number == 1 else 'children'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _districts(counted: Sequence[Standing]) -> str:
    number = _number(counted)
    outside = _number(one for one in counted if one.district is None)
    if not outside:
        return f"The districts add to {number:,}, the total."
    strange = _number(one for one in counted if not one.district and one.worded_district)
    other = f" ({strange} recorded elsewhere)" if strange else ""
    return (
        f"The districts add to {number - outside:,}; {children(outside)} {_are(outside)} in no "
        f"district{other}: {number:,} in all."
    )


def _both(number: int) -> str:
    if not number:
        return "No child with a CSE category also has other forms of exploitation."
    has = "has" if number == 1 else "have"
    return (
        f"{children(number)} with a CSE category also {has} other forms of exploitation; "
        "each is counted once, by category."
    )


def _uncategorised(sexual: Sequence[Standing]) -> str:
    """Where those stand whose CSE has no category: under other forms, or in the total alone."""
    number = _number(sexual)
    alone = _number(one for one in sexual if one.category is None)
    parts = ((number - alone, "under other forms"), (alone, "in the total alone"))
    where = " and ".join(f"{count:,} counted {words}" for count, words in parts if count)
    return f"{UNCATEGORISED}: {number:,}, in no CSE figure; {where}."


def _short(what: str, found: int, number: int, lacks: str) -> str:
    if found == number:
        return f"{what} add to {number:,}."
    gone = number - found
    has = "has" if gone == 1 else "have"
    return f"{what} add to {found:,} of {number:,}: {children(gone)} {has} no {lacks} recorded."
