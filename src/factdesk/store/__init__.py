"""The desk's file: the only room that knows SQL."""
