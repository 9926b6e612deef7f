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
) -> Document:
    """The document of what `write` writes for an audience, who is its recipient too."""

    def make(passphrase: str | None) -> bytes:
        to = io.BytesIO()
        write(to=to, passphrase=passphrase)
        return to.getvalue()

    return Document(
        name, kind, audience, make, recipient=audience, item_id=item_id, marking=marking
    )
