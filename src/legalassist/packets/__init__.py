"""Documents and exhibits bound, in order, into one packet with its manifest."""
