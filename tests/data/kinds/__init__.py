"""Kinds of faults that were found in news the project had not been tuned on, as invented passages:
who says what, in which role, and who passed it on.

All texts, people, bodies and agencies are invented. The rows of `seen` may be looked at when a kind
is mended; those of `unseen` are of the same kinds in other words, and are for counting alone.
"""
