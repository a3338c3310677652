"""Checks of a finished page as it was drawn: its lines, letters and boxes, read from the PDF and from nothing else."""
