"""The encrypted file: keys, journal, undo, backup and check."""
