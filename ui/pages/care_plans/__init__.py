"""Care plans: each recommendation followed until the child's plan shows it."""

from ui.pages.care_plans.page import CarePlansPage

__all__ = ["CarePlansPage"]
