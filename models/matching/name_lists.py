"""Lists of names that stand for one another: a line is a name, a colon, and its other forms."""

from collections.abc import Iterator
from importlib import resources


def families(file: str) -> Iterator[tuple[str, list[str]]]:
    """Each name of a file of `resources/matching`, small, with its other forms as written."""
    text = resources.files("resources").joinpath("matching", file).read_text("utf-8")
    for line in text.splitlines():
        whole, colon, forms = line.partition(":")
        if colon and not line.startswith("#"):
            yield whole, [form.strip() for form in forms.split(",")]
