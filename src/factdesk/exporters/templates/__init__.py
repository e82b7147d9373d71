"""Reports laid out by templates: a desk's own, and one that is shipped as an example."""
