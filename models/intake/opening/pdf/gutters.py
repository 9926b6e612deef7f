"""Narrow gaps that line after line stand at one place: they part columns that nothing rules."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.intake.opening.pdf.marks import Letter
from models.intake.opening.pdf.words import Line, Piece

GAP = 0.8
"""The least gap before a column, in heights of a letter; between words it is a quarter."""
NEAR = 1.0
WINDOW = 8
"""So many lines up and down are looked at for the same place."""


def split_at_gutters(flowing: Sequence[Line]) -> list[Line]:
    """The lines, their pieces parted where a gap is followed at the same place elsewhere too."""
    starts = [tuple(_starts(line)) for line in flowing]
    made = []
    for place, line in enumerate(flowing):
        around = [
            x
            for other in range(max(0, place - WINDOW), min(len(flowing), place + WINDOW + 1))
            if other != place
            for x in starts[other]
        ]
        made.append(_split(line, around))
    return made


def _starts(line: Line) -> Iterator[float]:
    """Where something begins after a gap: every piece but the first, and words within one."""
    for number, piece in enumerate(line.pieces):
        if number:
            yield piece.x0
        yield from (piece.letters[at].x0 for at in _gaps(piece, line.size))
    if len(line.pieces) == 1:
        yield line.pieces[0].x0


def _gaps(piece: Piece, size: float) -> Iterator[int]:
    """Which letters of a piece begin after a gap."""
    shown = [(at, each) for at, each in enumerate(piece.letters) if each.text.strip()]
    for (_, before), (at, each) in pairwise(shown):
        if each.x0 - before.x1 >= GAP * max(size, 1):
            yield at


def _split(line: Line, around: Sequence[float]) -> Line:
    pieces: list[Piece] = []
    for piece in line.pieces:
        begin = 0
        for at in _gaps(piece, line.size):
            if any(abs(piece.letters[at].x0 - x) <= NEAR for x in around):
                pieces.append(_trimmed(piece.letters[begin:at]))
                begin = at
        pieces.append(_trimmed(piece.letters[begin:]))
    return Line(tuple(pieces), line.spaced) if len(pieces) > len(line.pieces) else line


def _trimmed(letters: tuple[Letter, ...]) -> Piece:
    end = len(letters)
    while end > 1 and not letters[end - 1].text.strip():
        end -= 1
    return Piece(letters[:end])
