"""Does a text that leaves the clinic say who the client is? Identifiers in all spellings, and the check for leaks."""
