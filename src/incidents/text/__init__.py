"""What kind of text each stretch of a report is, and where its sentences begin."""
