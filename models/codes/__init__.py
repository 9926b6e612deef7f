"""Code lists, schemes and measures as shipped data."""
