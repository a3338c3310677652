"""What a screen reader meets in a PDF: its structure tree, the content it holds, and what is missing in it."""
