"""Documents as they reach us, understood as drafts of articles."""
