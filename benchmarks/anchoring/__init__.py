"""Edits on real texts with every claim's fate known, and four ways to carry claims over them."""
