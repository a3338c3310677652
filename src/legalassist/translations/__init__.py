"""Translations as work: what there is to translate, how far it is, what is wrong with it, and the way to people."""
