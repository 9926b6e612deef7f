"""Where a record is shown."""


def page_of(kind: str) -> str:
    """The page on which a record of a kind is shown."""
    return "children" if kind == "child" else "people"
