"""The long proof of the index: worlds nobody has seen, searches among changes, brute force beside.

`make prove` runs it for minutes; a short run of it is an ordinary test.
"""
