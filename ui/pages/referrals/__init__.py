"""Referrals: papers in, what they were read to say, and triage."""

from ui.pages.referrals.page import ReferralsPage

__all__ = ["ReferralsPage"]
