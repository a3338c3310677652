"""Placement: what a law firm is told about a case, in stages. So far stage 1, the teaser without any name."""
