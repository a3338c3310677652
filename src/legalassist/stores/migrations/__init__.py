"""How a store came to its present form: one file a revision, run by `migrating`."""
