"""How the figures of the quarterly picture add up, in sentences."""

from collections.abc import Sequence
from typing import Protocol


class Standing(Protocol):
    """What of a counted child the sentences need."""

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


def reconciliation(counted: Sequence[Standing], left_out: int = 0) -> tuple[str, ...]:
    """What adds up and what does not: districts, categories, plans, children with both."""
    number = len(counted)
    said = [_districts(counted), _both(sum(one.both for one in counted))]
    categories = number - sum(one.category is None for one in counted)
    plans = number - sum(one.plan is None for one in counted)
    if categories == plans == number:
        said.append(f"Categories and plans each add to {number}.")
    else:
        said.append(_short("Categories", categories, number, "category"))
        said.append(_short("Plans", plans, number, "plan or status"))
    if left_out:
        said.append(f"{children(left_out)} you may not see {_are(left_out)} not counted.")
    return tuple(said)


def children(number: int) -> str:
    """A number of children in words: 1 child, 2 children."""
    return f"{number} {'child' if number == 1 else 'children'}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _districts(counted: Sequence[Standing]) -> str:
    number = len(counted)
    outside = sum(one.district is None for one in counted)
    if not outside:
        return f"The districts add to {number}, the total."
    strange = sum(one.district is None and one.worded_district is not None for one in counted)
    other = f" ({strange} recorded elsewhere)" if strange else ""
    return (
        f"The districts add to {number - outside}; {children(outside)} {_are(outside)} in no "
        f"district{other}: {number} in all."
    )


def _both(number: int) -> str:
    has = "has" if number == 1 else "have"
    return (
        f"{children(number)} with a CSE category also {has} other forms of exploitation; "
        "each is counted once, by category."
    )


def _short(what: str, found: int, number: int, lacks: str) -> str:
    if found == number:
        return f"{what} add to {number}."
    gone = number - found
    has = "has" if gone == 1 else "have"
    return f"{what} add to {found} of {number}: {children(gone)} {has} no {lacks} recorded."
