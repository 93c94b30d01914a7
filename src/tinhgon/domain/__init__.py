"""What the program knows about apparatus, names and time, in plain Python.

Nothing here imports Django or touches a database: values go in, values come out.
"""
