"""What people do: each method is one unit of work."""
