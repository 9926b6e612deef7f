"""Minutes that come back from Word with changes: compared by item with what was written."""
