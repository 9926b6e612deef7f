"""Reads a line typed into the capture bar."""

from dataclasses import replace
from functools import partial

from models.rules.capture.breaths import breaths
from models.rules.capture.committing import read_commitment
from models.rules.capture.context import CaptureContext
from models.rules.capture.correcting import corrected
from models.rules.capture.going_on import goes_on
from models.rules.capture.interests import read_declaration
from models.rules.capture.judging import read_decision, read_review
from models.rules.capture.linking import read_link
from models.rules.capture.lists import each_listed
from models.rules.capture.marked_ahead import mark_ahead
from models.rules.capture.openings import entries, opening
from models.rules.capture.rating import read_risk
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.restricting import mark_chips, narrowed
from models.rules.capture.room import read_attendance
from models.rules.capture.several import asks_by_name, commitments, news
from models.rules.capture.shapes import kind_of, settled
from models.rules.capture.spelling import as_typed, respelt
from models.rules.capture.telling import read_note
from models.rules.capture.timing import read_timing
from models.rules.capture.updating import read_update
from models.rules.capture.urgency import read_urgent
from models.rules.capture.warnings import line_warnings

READERS = {
    CaptureKind.ACTION: read_commitment,
    CaptureKind.RECOMMENDATION: read_commitment,
    CaptureKind.MEASURE: read_commitment,
    CaptureKind.NOTE: read_note,
    CaptureKind.UPDATE: read_update,
    CaptureKind.URGENT: read_urgent,
    CaptureKind.DECISION: read_decision,
    CaptureKind.REVIEW: read_review,
    CaptureKind.RISK: read_risk,
    CaptureKind.LINK: read_link,
    CaptureKind.DECLARATION: read_declaration,
    CaptureKind.ATTENDANCE: read_attendance,
    CaptureKind.TIMING: read_timing,
}


# The stages of a line, each of which takes the words as the one before left them: slips of the
# fingers are put right (spelling), it is cut where a
# second entry plainly begins (openings), slips of the tongue are put right (correcting), it is cut
# again where another kind, another action's news or another owner follows (breaths, several); then
# the kind of each piece is settled by its first word or by its signs (openings, shapes, asking, and
# requests for other ways of asking), and the reader of that kind finds who, about whom, which
# measure and when. What is left is its text.
def read_line(text: str, context: CaptureContext) -> tuple[CaptureReading, ...]:
    """What a line of the capture bar says, one reading per entry; an empty line says nothing.

    The first word names the kind (a action, r recommendation, d disrupt, n note, u update, all
    others by three letters); without it the shape decides and the kind is not sure. Nothing is
    lost: what was not understood is in the text.
    """
    if not text.strip():
        return ()
    meant = respelt(text, context)
    readings = [
        as_typed(_read(entry, context), meant.swaps, context)
        for entry in _parts(meant.text, context)
    ]
    review = next((one for one in readings if one.kind is CaptureKind.REVIEW and one.due), None)
    return tuple(_with_review(reading, review) for reading in readings)


def parts(text: str, context: CaptureContext) -> tuple[str, ...]:
    """The line cut into its entries, one for each reading of `read_line`."""
    return _parts(respelt(text, context).text, context)


def _parts(text: str, context: CaptureContext) -> tuple[str, ...]:
    """The entries; who may read a line is said once for all of it, up to another first word."""
    mark, rest = mark_ahead(text, context.agency_names)
    goes = partial(goes_on, context=context)
    first, *others = entries(rest, _first_kind(rest, context), goes) or (rest,)
    behind = mark or mark_ahead(opening(first)[1], context.agency_names)[0]
    head, *tail = _pieces(first, context)
    marked = [f"{mark}{head}", *(f"{behind}{one}" for one in tail)]
    for whole in others:
        said = "" if opening(whole)[0] else behind
        marked += [f"{said}{piece}" for piece in _pieces(whole, context)]
    return tuple(marked)


def _pieces(whole: str, context: CaptureContext) -> tuple[str, ...]:
    found = (
        piece
        for entry in each_listed(whole, context)
        for breath in breaths(put_right(entry, context), context)
        for one in news(breath, context)
        for piece in commitments(one, context)
    )
    return _each_asked(tuple(found), context)


def _each_asked(pieces: tuple[str, ...], context: CaptureContext) -> tuple[str, ...]:
    """ "BC check the date; CR redo the RA by Fri": beside an action, a name and a deed are one."""
    if len(pieces) == 1 or all(kind_of(one, context) is not CaptureKind.ACTION for one in pieces):
        return pieces
    return tuple(
        f"{CaptureKind.ACTION.value} {one}" if _may_be_asked(one, context) else one
        for one in pieces
    )


def _may_be_asked(piece: str, context: CaptureContext) -> bool:
    meant = settled(piece, context)
    told = opening(piece)[0] is None and meant.kind is CaptureKind.NOTE
    return told and meant.perhaps is CaptureKind.ACTION and asks_by_name(piece, context)


def _first_kind(text: str, context: CaptureContext) -> CaptureKind:
    """The kind of the first entry; what "dec" opens is judged, though it decides a measure."""
    named, _ = opening(text)
    return CaptureKind.DECISION if named is CaptureKind.DECISION else kind_of(text, context)


def put_right(entry: str, context: CaptureContext) -> str:
    """The entry with slips of the tongue corrected; a note keeps every word as it was said."""
    meant = corrected(entry, context)
    return entry if meant == entry or kind_of(meant, context) is CaptureKind.NOTE else meant


def _with_review(reading: CaptureReading, review: CaptureReading | None) -> CaptureReading:
    """A decision carries the review date of its own line."""
    if reading.kind is CaptureKind.DECISION and review and not reading.due:
        return replace(reading, due=review.due)
    return reading


def _read(entry: str, context: CaptureContext) -> CaptureReading:
    named, _ = opening(mark_ahead(entry, context.agency_names)[1])
    meant = settled(entry, context)
    kind, rest = meant.kind, meant.text
    reading, everyone = READERS[kind](kind, rest, context)
    reading = narrowed(reading, (entry, rest), context)
    chips = (Chip("kind", kind.value, sure=named is kind), *reading.chips, *mark_chips(reading))
    chips += (Chip("perhaps", meant.perhaps.value, sure=False),) if meant.perhaps else ()
    reading = replace(reading, chips=chips)
    return replace(reading, warnings=line_warnings(reading, context, everyone))
