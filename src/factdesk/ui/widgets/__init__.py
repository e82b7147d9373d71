"""Widgets: records come in by slots, wishes go out by signals."""
