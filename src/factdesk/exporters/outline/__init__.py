"""The reports as outlines: what they say, in the order they say it, for every format to write."""
