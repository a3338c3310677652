"""Who has read which text and who approved it: the clinic's own records, never shipped."""
