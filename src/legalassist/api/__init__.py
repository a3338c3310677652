"""The five stages as verbs, one module each: asking, answering, deciding, writing, binding."""
