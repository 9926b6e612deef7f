"""Why something is recalled or put right, as each reader may read it: it names nobody."""

from exports.audience import Audiences
from exports.pseudonyms import Net, index_of
from exports.redaction.found import Sure
from models.errors import Refusal
from models.workspace import Workspace

PERHAPS_NAMED = (
    "A name or initials in it may be somebody's on record, and all who have papers read it. "
    "Say why without them."
)


class Reason:
    """A reason that goes to readers who have nothing else in common.

    Raises Refusal for `field` where a word may be somebody's on record and only a person can tell.
    """

    def __init__(
        self, workspace: Workspace, meeting_id: int, said: str, field: str = "reason"
    ) -> None:
        self._read = Audiences(workspace, meeting_id).panel
        self._staff = [one.name for one in self._read.attendance(meeting_id)]
        self._index = index_of(self._read.known_names())
        self._said = said
        net = self._net()
        net.clean(said, "reason")
        if any(one.done != "replaced" and one.sure != Sure.UNKNOWN for one in net.findings):
            raise Refusal(PERHAPS_NAMED, field)
        self._for_all = self._net().clean_quietly(said)

    def told(self, child_id: int | None = None) -> str:
        """The reason with everybody by pseudonym; in a note to that child's file: "this child"."""
        if child_id is None or self._for_all == self._said:
            return self._for_all
        return self._net(self._read.own_records(child_id)).clean_quietly(self._said)

    def _net(self, in_the_file_of: frozenset[int] = frozenset()) -> Net:
        return Net(self._index, professionals=self._staff, in_the_file_of=in_the_file_of)


def naming_nobody(workspace: Workspace, meeting_id: int, said: str, field: str = "reason") -> str:
    """A reason or correction as everybody may read it; Refusal as `Reason` raises it."""
    return Reason(workspace, meeting_id, said, field).told()
