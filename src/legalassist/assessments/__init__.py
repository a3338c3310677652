"""Decided: law, journey and questions joined into findings, missing items and contradictions."""
