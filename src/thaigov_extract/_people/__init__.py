"""Know the words that names and positions of people are made of, and read both where they begin.

In:   Source.
Out:  words by their place, names and positions as written, what people named in a row share.
Not:  where a person is named, which `finders.people` reads, and who is the same person.
"""
