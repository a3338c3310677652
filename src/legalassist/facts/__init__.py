"""What is known and unknown about a case, and the language that asks about it.

Facts are named by dotted paths (`paths`), hold immutable values (`values`), and are read
through one small interface (`known.Facts`) by expressions, law, templates and forms alike.
"""
