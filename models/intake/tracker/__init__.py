"""What is pasted into the tracker, and its own sheet as it comes back: read and compared."""
