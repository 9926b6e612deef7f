"""Pure rules of the field: no session, no clock."""
