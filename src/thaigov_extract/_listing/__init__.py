"""Read marks, series and enumerations: which points stand in a list, and within which.

In:   a text and ranges of it.
Out:  Marks, Enumerations, the pieces of a series.
Not:  where a list is announced, which `finders.lists` reads, and what it is a list of.
"""
