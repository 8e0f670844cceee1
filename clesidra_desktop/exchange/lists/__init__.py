"""Lists of people as others make them: spreadsheets and text files, read as plain text cell by cell."""
