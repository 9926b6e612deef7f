"""A PDF's parts unpacked within bounds, whatever they say of themselves."""

import zlib
from typing import Any

from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_CCITTFAX_DECODE,
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
)
from pdfminer.psparser import PSKeyword

from models.errors import Refusal
from models.intake.opening.container import TOO_LARGE

MAX_STREAM_BYTES = 40 * 1024 * 1024
MAX_UNPACKED = 150 * 1024 * 1024
MAX_SLOW_BYTES = 256 * 1024  # old packings, which grow by far and are undone slowly
MAX_FILTERS = 3
SLOW = (*LITERALS_LZW_DECODE, *LITERALS_RUNLENGTH_DECODE, *LITERALS_CCITTFAX_DECODE)


class Budget:
    """How much a paper may still unpack to."""

    def __init__(self) -> None:
        self._left = MAX_UNPACKED

    def spend(self, size: int) -> None:
        """Count unpacked bytes; raises Refusal where they are more than a real paper holds."""
        self._left -= size
        if self._left < 0 or size > MAX_STREAM_BYTES:
            raise Refusal(TOO_LARGE.format(place="a part of the PDF"))


class BoundedStream(PDFStream):
    """A part that is measured before it is unpacked."""

    budget: Budget

    def decode(self) -> None:
        """Unpack it; raises Refusal where it would grow past the bounds."""
        _measure(self, self.budget)
        super().decode()


class BoundedParser(PDFParser):
    """Reads a PDF's objects, each of its parts within one budget."""

    budget: Budget

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Take a word of the file in; a part becomes a bounded one."""
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            at, found = self.curstack[-1]
            if type(found) is PDFStream:
                bounded = BoundedStream(found.attrs, found.rawdata or b"", found.decipher)
                bounded.budget = self.budget
                self.curstack[-1] = (at, bounded)


def _measure(stream: PDFStream, budget: Budget) -> None:
    """Raise Refusal where the chain of packings ends in more than the budget allows."""
    data = _plain(stream)
    filters = stream.get_filters()
    if len(filters) > MAX_FILTERS:
        raise Refusal(TOO_LARGE.format(place="a part of the PDF packed many times over"))
    for name, params in filters:
        if name in SLOW and len(data) > MAX_SLOW_BYTES:
            raise Refusal(TOO_LARGE.format(place="a part of the PDF in an old packing"))
        if name in LITERALS_FLATE_DECODE:
            data = _inflated(data)
            budget.spend(len(data))
        _check_predictor(params)


def _plain(stream: PDFStream) -> bytes:
    data = stream.rawdata or b""
    if stream.decipher is None or stream.objid is None or stream.genno is None:
        return data
    return bytes(stream.decipher(stream.objid, stream.genno, data, stream.attrs))


def _inflated(data: bytes) -> bytes:
    """Unpacked bytes, one past the bound at most; what is damaged counts as it stands."""
    try:
        return zlib.decompressobj().decompress(data, MAX_STREAM_BYTES + 1)
    except zlib.error:
        return data


def _check_predictor(params: Any) -> None:
    """A row of more than a million columns is made to fill the memory."""
    if isinstance(params, dict):
        for key in ("Columns", "Colors", "BitsPerComponent"):
            value = params.get(key, 1)
            if isinstance(value, int) and not 0 <= value <= 1_000_000:
                raise Refusal(TOO_LARGE.format(place="a part of the PDF"))
