"""The report and the annotated copy as a PDF with bookmarks."""
