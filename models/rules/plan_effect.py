"""What a plan did to the risk of a child whom it should make safer, in words."""

LOWER, SAME, HIGHER, UNKNOWN = "lower", "same", "higher", ""
SAID = {"decreased": LOWER, "same": SAME, "increased": HIGHER}


def effect(before: str | None, after: str | None, direction: str | None) -> tuple[str, str]:
    """Which way risk went (lower, same, higher, or nothing), and the words for it."""
    if after is None:
        return UNKNOWN, "not rated"
    if before is None:
        return UNKNOWN, f"{after} now, not rated before the plan"
    way = SAID.get(direction or "", UNKNOWN)
    if way == SAME:
        return way, f"{after}, unchanged"
    return way, f"{before} → {after}{f', {way}' if way else ''}"


def summary(ways: tuple[str, ...]) -> str:
    """How many children's risk went which way: "1 lower, 2 unchanged"; empty for none."""
    counted = ((LOWER, "lower"), (SAME, "unchanged"), (HIGHER, "higher"), (UNKNOWN, "not known"))
    found = [(ways.count(way), words) for way, words in counted]
    return ", ".join(f"{count} {words}" for count, words in found if count)
