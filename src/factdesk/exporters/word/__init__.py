"""The annotated copy and the report for Word."""
