"""Answered: append-only answers of one client, with who, when and in which language."""
