"""Qt's item models over records."""
