"""Percentages as reports give them."""


def percent(part: int, whole: int) -> float | None:
    """Per cent to one decimal, halves up; None of nobody."""
    return (2000 * part + whole) // (2 * whole) / 10 if whole else None
