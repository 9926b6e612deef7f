"""A paper from before a meeting as a document that can be written."""

import io
from collections.abc import Callable

from exports.audience import Document


def paper(
    name: str,
    kind: str,
    audience: str,
    write: Callable[..., str],
    item_id: int | None = None,
    marking: str = "",
    issued_to: str = "",
) -> Document:
    """The document of what `write` writes for an audience, who is its recipient too.

    What says to whom it is `issued_to` may say one agency instead, in that agency's own folder.
    """

    def made(**to_whom: str) -> Callable[[str | None], bytes]:
        def make(passphrase: str | None) -> bytes:
            to = io.BytesIO()
            write(to=to, passphrase=passphrase, **to_whom)
            return to.getvalue()

        return make

    return Document(
        name, kind, audience, made(issued_to=issued_to) if issued_to else made(),
        recipient=audience, item_id=item_id, marking=marking,
        made_for=(lambda to: made(issued_to=to)) if issued_to else None,
    )  # fmt: skip
