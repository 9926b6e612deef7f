"""From how many on rows are read whole, and no longer asked for one by one."""

MANY = 500
