"""Gates: what is wrong with a translation, found by looking at the two texts alone; one small checker for each rule.

They run on texts of the shelf. No gate ever looks at a client's words, at quoted speech, at names, at exhibits or at
their certified translations: a trafficker's slur is evidence there and stays as it was said.
"""
