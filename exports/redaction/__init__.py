"""The last net on free text: finds names and numbers of others, and what they are called then."""
