"""The gate: every rule a packet has to pass on its way to signature and to the mail, one function each."""
