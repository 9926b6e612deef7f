"""New lines half-typed for several agencies of an item: each waits for its agency."""

from collections.abc import Iterable
from typing import Any

Left = dict[str, Any]


class WaitingLines:
    """What was typed for an agency when another's line was begun, by item and agency."""

    def __init__(self) -> None:
        self._left: dict[tuple[int | None, int | None], Left] = {}

    def put(self, item_id: int | None, left: Left) -> None:
        """Let it wait; what was typed for that agency before gives way."""
        self._left[item_id, left["agency"]] = left

    def take(self, item_id: int | None, agency_id: int | None) -> Left | None:
        """What waits for an agency, which from now on is in hand."""
        return self._left.pop((item_id, agency_id), None)

    def look(self, item_id: int | None, agency_id: int | None) -> Left | None:
        """What waits for an agency, and stays there."""
        return self._left.get((item_id, agency_id))

    def with_others(self, item_id: int | None, first: Left | None) -> Left | None:
        """The line in hand, or else one that waits, with all others of its item as `more`."""
        others = [left for (item, _), left in self._left.items() if item == item_id]
        lines = [*([first] if first else []), *others]
        return {**lines[0], "more": lines[1:]} if lines else None

    def load(self, item_id: int | None, more: Iterable[Left]) -> None:
        """Take up what a draft held beside its first line."""
        for left in more:
            self.put(item_id, left)
