"""The kind of exploitation that a form is for, where its title names one and no label asks."""

from collections.abc import Sequence

from models import codes
from models.intake.understanding.elements import Element, Heading, Loose
from models.intake.understanding.records import Growing

KINDS = frozenset({"child", "assessment"})
NAMED = frozenset({"CSE", "CCE"})
FIRST, LONGEST = 4, 16  # shapes, words


def told_by_title(growing: Growing, elements: Sequence[Element]) -> None:
    """Take "Child Sexual Exploitation Risk Assessment" for what the child is assessed for."""
    if growing.kind not in KINDS or growing.get("types"):
        return
    titles = [one for one in elements[:FIRST] if isinstance(one, Heading | Loose)]
    for title in titles:
        named = codes.mentions("exploitation_types", title.text)
        short = len(title.text.split()) <= LONGEST
        if short and len(named) == 1 and named[0].code in NAMED:
            growing.take_in_passing("types", (named[0].code,), title.text, title.where)
            return
