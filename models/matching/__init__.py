"""Who may be the same: names and facts compared, with the reasons in plain words."""
