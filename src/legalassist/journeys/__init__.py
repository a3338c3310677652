"""Asked: what to ask next, and which answers still apply, recomputed from the answers."""
