"""The report and the annotated copy as one page that stands alone."""
