"""One rule a file, found by itself.

A rule is a module whose docstring is the sentence people read in the catalogue of rules, with its
article, and whose `check(world)` yields verdicts. No figure of law stands here.
"""
