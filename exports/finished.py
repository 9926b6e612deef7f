"""A Word document once it is put together: its file, its words as blocks, and what marks it."""

from collections.abc import Iterator

from exports import filing, package, paging
from exports.body import Block, blocks_of
from exports.imprint import Imprint
from exports.marking import Marks, sign_of, signed
from exports.package import Pictures
from exports.styles import HEADINGS
from exports.template import Template


class Finished:
    """What a document is, whichever verbs made it."""

    def __init__(
        self, about: Imprint, look: Template, marks: Marks | None, *, comes_back: bool
    ) -> None:
        self.marks = marks
        self._comes_back = comes_back
        self._about = about
        self._look = look
        self._ids = look.style_ids
        self._pictures = Pictures()
        self._body: list[str] = []
        self._of_version = slice(0)

    def to_bytes(self, *, drawn: bool = True) -> bytes:
        """The finished file; unless `drawn` without the pictures themselves."""
        body = self._xml.encode()
        if self.marks is not None:
            body = signed(body, sign_of(body))
        return package.written(
            self._look.blank if drawn else self._look.blank.undrawn, body, self._about,
            self._pictures if drawn else Pictures(), comes_back=self._comes_back,
        )  # fmt: skip

    @property
    def marking(self) -> str:
        """What it is marked with, head and foot."""
        return self._about.panel.marking

    def blocks(self) -> Iterator[Block]:
        """What it says, block by block."""
        levels = {self._ids[style]: level for level, style in HEADINGS.items()}
        return blocks_of(self._xml, levels)

    @property
    def digest(self) -> str:
        """The digest of what the document says, whatever header, footer, properties, look and day.

        So what a person has confirmed stays so on another template and another day.
        """
        return filing.sha256(paging.LOOK.sub("", self._xml).encode())

    @property
    def sign(self) -> str:
        """What its bookmarks carry: it tells one writing of a document from every other."""
        return sign_of(self._xml.encode())

    @property
    def said(self) -> str:
        """The sign of all that it says but what tells of its version."""
        told = list(self._body)
        del told[self._of_version]
        return sign_of("".join(told).encode())

    @property
    def _xml(self) -> str:
        return "".join(self._body)
