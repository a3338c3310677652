"""Know-your-rights handouts: statements with authorities become sheets and cards; no case, no answers."""
