"""What of a document somebody has read before, so that the same line is not read twice."""

from collections.abc import Iterable

STANDING = 2
"""In how many other children's papers a line was read before it is taken for standing wording."""


class ReadLines:
    """Lines and settled marks of the documents confirmed in this window, by whose paper they are.

    A line counts as read where it stood in another paper of the same child, also within a longer
    one, or in the papers of two other children. One with a mark never does: what it becomes differs
    from child to child.
    """

    def __init__(self) -> None:
        self._lines: dict[int, set[str]] = {}
        self._marks: dict[int, set[str]] = {}

    def keep(self, subject_id: int | None, lines: Iterable[str], marks: Iterable[str]) -> None:
        """Keep that somebody confirmed a paper of these lines, each mark with what it becomes."""
        if subject_id is not None:
            self._lines.setdefault(subject_id, set()).update(lines)
            self._marks.setdefault(subject_id, set()).update(marks)

    def knows(self, subject_id: int | None, line: str) -> bool:
        """Whether a line of a paper was read before."""
        if not line.strip():
            return True
        if "‹" in line:
            return False
        own = self._lines.get(subject_id, set()) if subject_id is not None else set()
        if line in own or any(_within(line, read) for read in own):
            return True
        return sum(line in read for read in self._lines.values()) >= STANDING

    def settled(self, subject_id: int | None, told: str) -> bool:
        """Whether a mark was settled in another paper of the same child, to the same end."""
        return subject_id is not None and told in self._marks.get(subject_id, ())


def _within(line: str, read: str) -> bool:
    """Whether whole words of a line that was read say what another line says."""
    return len(line) < len(read) and f" {line.rstrip('.')}" in f" {read}"
