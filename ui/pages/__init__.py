"""The pages, one per daily task."""
