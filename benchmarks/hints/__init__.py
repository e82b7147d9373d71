"""Benchmarks of hints, memory and cross-check."""
