"""Which word for the NRM takes a child back from where the referral stands."""

from collections.abc import Mapping

from models import codes

ORDER: Mapping[str, int] = {
    "not considered": 0, "considering": 1, "considered": 1, "not referred": 1, "withdrawn": 1,
    "to refer": 2, "referred": 3, "suspended": 3, "reconsideration": 3, "rg negative": 4,
    "rg positive": 4, "cg negative": 5, "cg positive": 5,
}  # fmt: skip
"""How far each status of the list has come."""
NOT_YET = ("not considered", "considering")
"""Statuses by which nobody has considered it yet."""
FROM_ANYWHERE = frozenset({"withdrawn", "suspended", "reconsideration"})
"""Statuses that may follow any other."""
SETS_BACK = (
    "“{said}” would set the NRM back from “{standing}”, so it is not taken. If it is so, say it on "
    "the child's page, under NRM."
)


def set_back(standing: str | None, said: str | None) -> str:
    """The question where a word would set a child's NRM back; empty where it would not.

    A word of the panel's own that no status of the list means is taken as it is.
    """
    before, after = _status(standing), _status(said)
    if before not in ORDER or after in FROM_ANYWHERE or (said and after not in ORDER):
        return ""
    if ORDER.get(after, 0) >= ORDER[before]:
        return ""
    return SETS_BACK.format(said=said or "Nothing", standing=standing)


def _status(words: str | None) -> str:
    found = codes.recognise("nrm_statuses", words) if words else None
    return found.code if found is not None else ""
