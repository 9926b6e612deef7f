"""The house Word template: its parts as text in `house/`, put together in `house.docx`."""
