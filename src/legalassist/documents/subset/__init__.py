"""The closed house subset of Word (docs/word-subset.md): a piece read into blocks, nothing dropped, nothing hidden."""
