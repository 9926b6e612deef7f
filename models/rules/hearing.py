"""How those attend a meeting who hear what is said in it."""

HEARING = ("P", "R", "D", "O", "C")
"""Codes of attendance: also who observes and who stepped out for an item."""
