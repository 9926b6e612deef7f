"""Places: what happens there, how they are assessed, where they lie, and which become hot spots."""
