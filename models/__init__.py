"""What is true: entities, rules, queries, services and storage of a panel."""
