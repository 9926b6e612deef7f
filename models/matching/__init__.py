"""Who may be the same: names, dates and numbers compared."""
