"""The verbs of the desk: they plan edits and touch nothing."""
