"""How well, and how fast, importers read."""
