"""What every record's page is made of: fields, links, papers and a time line."""
