"""The register: children, persons of concern, places, groups, things and their links."""

from models.services.register.adding import Adding
from models.services.register.adding_things import AddingThings
from models.services.register.assessing import Assessing
from models.services.register.changing import Changing
from models.services.register.concern import Concerns
from models.services.register.following import Following
from models.services.register.groups import Grouping
from models.services.register.learned import Learned
from models.services.register.links import Linking
from models.services.register.mending_links import MendingLinks
from models.services.register.mentions import Mentioned
from models.services.register.missing import Missing
from models.services.register.nrm import Referred
from models.services.register.opened import Opened
from models.services.register.philomena import Ready
from models.services.register.placing import Placing
from models.services.register.referring import Referring
from models.services.register.sameness import Sameness
from models.services.register.telling import Tells
from models.services.register.tracking import Tracking


class RegisterService(
    Adding,
    AddingThings,
    Assessing,
    Changing,
    Concerns,
    Following,
    Grouping,
    Learned,
    Linking,
    MendingLinks,
    Mentioned,
    Missing,
    Placing,
    Ready,
    Referred,
    Referring,
    Sameness,
    Tells,
    Tracking,
    Opened,
):
    """What a person does to the records of the register, away from a meeting."""


__all__ = ["RegisterService"]
