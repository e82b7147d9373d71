"""Reports, written for their readers."""
