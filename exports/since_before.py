"""What changed in one paper since it last went to its readers, told from its own words."""

from collections.abc import Callable, Mapping

from exports.differences import PartChanges, differences
from exports.kept_words import parts_of_lines
from exports.returned.written import from_bytes, said_in, written_of
from exports.sheet import Sheet
from exports.wordml import Bold, Text
from models.records.minutes_issued import WrittenBefore

Told = tuple[tuple[str, tuple[str, ...]], ...]
SINCE = "Since version {}, part by part."
NOTHING = "Nothing that stands in this paper has changed since version {}."


def since_before(
    before: Mapping[str, WrittenBefore], name: str, made: Callable[[], Sheet]
) -> tuple[int, Told] | None:
    """The version in which a paper last went, and what `made` says otherwise; None if it never did.

    Both are what this reader has, so nothing of it was ever anybody else's.
    """
    if name not in before:
        return None
    last, now = before[name], made()
    if now.said in (last.sign, said_in(last.words)):
        return last.version, ()
    old, new = (parts_of_lines(one.lines) for one in (from_bytes(last.words), written_of(now)))
    return last.version, printed(differences(old, new))


def printed(found: tuple[PartChanges, ...]) -> Told:
    """Changes as a paper prints them, each part by its title."""
    return tuple((one.title, tuple(change.words for change in one.changes)) for one in found)


def tell(sheet: Sheet, since: int | None, changes: Told) -> None:
    """The changes under their heading; that there are none where there are none."""
    if since is None:
        return
    with sheet.of_version():
        sheet.heading("What changed", 1)
        sheet.paragraph((SINCE if changes else NOTHING).format(since))
        sheet.bullets(_lines(changes))


def _lines(changes: Told) -> list[Text]:
    return [(Bold(title), f": {change}") for title, told in changes for change in told]
