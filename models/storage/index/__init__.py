"""The search index: every name and text of the file as words, following each change."""
