"""A note of an agency, marked as its lines usually are where the line itself does not say."""

from dataclasses import replace

from models.marks import Information, Sharing
from models.rules.capture.context import CaptureContext
from models.rules.capture.reading import CaptureKind, CaptureReading, Chip
from models.rules.capture.refs import AgencyRef
from models.rules.capture.restricting import sharing_chip
from models.rules.usual import Usual


def as_usual(reading: CaptureReading, context: CaptureContext) -> CaptureReading:
    """The reading with the kind and sharing that its agency's lines have unless said otherwise.

    What is taken as usual shows as not sure; what cannot wait and a text of the item stay as said.
    """
    plain = reading.kind is CaptureKind.NOTE and reading.field is None and reading.turn is None
    agency = reading.agency if plain else None
    if agency is None:
        return reading
    information = reading.information or agency.usual.information
    sharing, readers = agency.usual.shared(information)
    if reading.sharing is not None:
        sharing, readers = reading.sharing, tuple(one.id for one in reading.agencies)
    named = tuple(one for one in context.agencies if one.id in readers)
    return replace(
        reading,
        information=None if information is Information.NOT_STATED else information,
        sharing=None if sharing is Sharing.ALL_PANEL else sharing,
        agencies=named,
        chips=(*reading.chips, *_chips(reading, agency.usual, information, sharing, named)),
    )


def _chips(
    before: CaptureReading,
    usual: Usual,
    information: Information,
    sharing: Sharing,
    named: tuple[AgencyRef, ...],
) -> tuple[Chip, ...]:
    chips = []
    if before.information is None and information is not Information.NOT_STATED:
        chips.append(Chip("information", information.value, sure=False))
    if before.sharing is None and sharing is not Sharing.ALL_PANEL:
        chips.append(sharing_chip(sharing, named, sure=False))
    expected, _readers = usual.shared(information)
    said = any(chip.label == "sharing" for chip in before.chips)
    if before.sharing is Sharing.ALL_PANEL and expected is not Sharing.ALL_PANEL and not said:
        chips.append(sharing_chip(Sharing.ALL_PANEL, ()))
    return tuple(chips)
