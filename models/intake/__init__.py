"""Papers in: from bytes to what a paper says."""
