"""Written: Word templates, the house-subset reader, the tagged PDF, the fonts."""
