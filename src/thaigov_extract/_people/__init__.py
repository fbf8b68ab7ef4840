"""Know the words that names and positions of people are made of, and read positions from them.

In:   Source.
Out:  words by their place, WrittenPositions, names as written.
Not:  where a person is named, which `finders.people` reads, and who is the same person.
"""
