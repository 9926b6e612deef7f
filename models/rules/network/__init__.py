"""What a network of links tells: ways between two, groups, who stands between, how it is drawn."""
