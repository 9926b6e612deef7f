"""What was sent to people's calendars, so that the next one counts on from it."""

from collections.abc import Iterable

from models.entities import InvitationSent
from models.records.issuing import SlotInvitation
from models.services.asking import Asking


class Inviting(Asking):
    """The record of invitations as they went."""

    def invitations_sent(self, meeting_id: int, sent: Iterable[SlotInvitation]) -> None:
        """Keep what these said, where it was news; it is nothing that undo takes back."""
        self._check("export_documents")
        with self._store.work("invitations_sent", "Invitations sent", step=False) as session:
            for one in sent:
                if one.is_news:
                    session.add(
                        InvitationSent(
                            meeting_id=meeting_id,
                            item_id=one.item_id,
                            member_id=one.member_id,
                            guest_name=one.guest_name,
                            identity=one.identity,
                            sequence=one.sequence,
                            digest=one.digest,
                            sent_at=self._now,
                            cancelled=one.cancelled,
                            address=one.address,
                        )
                    )
