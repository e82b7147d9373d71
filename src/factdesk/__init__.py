"""Factdesk: the desk of a professional fact-checker."""

__version__ = "0.1.0"
