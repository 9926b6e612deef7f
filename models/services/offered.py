"""What a person can do, noun by noun; each service is imported when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from models.services.signed_in import Person
from models.storage.store import Store

if TYPE_CHECKING:
    from models.services.actions import ActionService
    from models.services.agenda import AgendaService
    from models.services.care import CareService
    from models.services.chasing import ChasingService
    from models.services.conduct import ConductService
    from models.services.disclosure import DisclosureService
    from models.services.disruption import DisruptionService
    from models.services.flow_book import FlowBook
    from models.services.flows import FlowService
    from models.services.grounds import GroundService
    from models.services.intelligence import IntelligenceService
    from models.services.item_extras import ItemExtras
    from models.services.learning import LearningService
    from models.services.local import LocalService
    from models.services.minutes import MinutesService
    from models.services.moving import MovingService
    from models.services.panel import PanelService
    from models.services.papers import PaperService
    from models.services.recommendations import RecommendationService
    from models.services.referrals import ReferralService
    from models.services.register import RegisterService
    from models.services.retention import RetentionService
    from models.services.schemes import SchemeService
    from models.services.strategy import StrategyService
    from models.services.tiers import TierService
    from models.services.tracker_views import TrackerViews
    from models.services.users import UserService


class Services:
    """The services of one person at one file; opening a window waits for none of them."""

    def __init__(self, store: Store, person: Person) -> None:
        self.store = store
        self.person = person

    @cached_property
    def panel(self) -> "PanelService":
        """The panel itself: settings, agencies, members, wordings, codes."""
        from models.services.panel import PanelService

        return PanelService(self.store, self.person)

    @cached_property
    def register(self) -> "RegisterService":
        """Children, people, places, things and their links."""
        from models.services.register import RegisterService

        return RegisterService(self.store, self.person)

    @cached_property
    def papers(self) -> "PaperService":
        """Papers in."""
        from models.services.papers import PaperService

        return PaperService(self.store, self.person)

    @cached_property
    def referrals(self) -> "ReferralService":
        """Triage."""
        from models.services.referrals import ReferralService

        return ReferralService(self.store, self.person)

    @cached_property
    def agenda(self) -> "AgendaService":
        """Preparing a meeting."""
        from models.services.agenda import AgendaService

        return AgendaService(self.store, self.person)

    @cached_property
    def conduct(self) -> "ConductService":
        """Holding a meeting."""
        from models.services.conduct import ConductService

        return ConductService(self.store, self.person)

    @cached_property
    def actions(self) -> "ActionService":
        """Actions across meetings."""
        from models.services.actions import ActionService

        return ActionService(self.store, self.person)

    @cached_property
    def chasing(self) -> "ChasingService":
        """Asking again what has not come."""
        from models.services.chasing import ChasingService

        return ChasingService(self.store, self.person)

    @cached_property
    def grounds(self) -> "GroundService":
        """On what ground an item is shared."""
        from models.services.grounds import GroundService

        return GroundService(self.store, self.person)

    @cached_property
    def intelligence(self) -> "IntelligenceService":
        """What partners and the community submit."""
        from models.services.intelligence import IntelligenceService

        return IntelligenceService(self.store, self.person)

    @cached_property
    def recommendations(self) -> "RecommendationService":
        """What care plans' owners answer."""
        from models.services.recommendations import RecommendationService

        return RecommendationService(self.store, self.person)

    @cached_property
    def disruption(self) -> "DisruptionService":
        """Disruption plans and their measures."""
        from models.services.disruption import DisruptionService

        return DisruptionService(self.store, self.person)

    @cached_property
    def minutes(self) -> "MinutesService":
        """Minutes and documents as they come to stand."""
        from models.services.minutes import MinutesService

        return MinutesService(self.store, self.person)

    @cached_property
    def disclosure(self) -> "DisclosureService":
        """Answering who asks for a record."""
        from models.services.disclosure import DisclosureService

        return DisclosureService(self.store, self.person)

    @cached_property
    def retention(self) -> "RetentionService":
        """How long records are kept, and their disposal."""
        from models.services.retention import RetentionService

        return RetentionService(self.store, self.person)

    @cached_property
    def views(self) -> "TrackerViews":
        """How the tracker is looked at."""
        from models.services.tracker_views import TrackerViews

        return TrackerViews(self.store, self.person)

    @cached_property
    def extras(self) -> "ItemExtras":
        """What stands beside an item: columns, and what is told to whom."""
        from models.services.item_extras import ItemExtras

        return ItemExtras(self.store, self.person)

    @cached_property
    def learning(self) -> "LearningService":
        """Champions of agencies, and training done."""
        from models.services.learning import LearningService

        return LearningService(self.store, self.person)

    @cached_property
    def local(self) -> "LocalService":
        """Teams and services with a child, other fora."""
        from models.services.local import LocalService

        return LocalService(self.store, self.person)

    @cached_property
    def moving(self) -> "MovingService":
        """Children who grow up and children who move."""
        from models.services.moving import MovingService

        return MovingService(self.store, self.person)

    @cached_property
    def strategy(self) -> "StrategyService":
        """Improvement actions, and what serves which priority."""
        from models.services.strategy import StrategyService

        return StrategyService(self.store, self.person)

    @cached_property
    def tiers(self) -> "TierService":
        """The panel's tiers, and what one sends to another."""
        from models.services.tiers import TierService

        return TierService(self.store, self.person)

    @cached_property
    def flow_book(self) -> "FlowBook":
        """Flows of the panel's own."""
        from models.services.flow_book import FlowBook

        return FlowBook(self.store, self.person)

    @cached_property
    def flows(self) -> "FlowService":
        """Children's ways through a flow."""
        from models.services.flows import FlowService

        return FlowService(self.store, self.person)

    @cached_property
    def schemes(self) -> "SchemeService":
        """Risk schemes of the panel's own."""
        from models.services.schemes import SchemeService

        return SchemeService(self.store, self.person)

    @cached_property
    def users(self) -> "UserService":
        """People who sign in."""
        from models.services.users import UserService

        return UserService(self.store, self.person)

    @cached_property
    def care(self) -> "CareService":
        """The file itself."""
        from models.services.care import CareService

        return CareService(self.store, self.person)
