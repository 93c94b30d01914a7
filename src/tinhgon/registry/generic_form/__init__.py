"""The generic form of a register: a folder of CSV files that any country can write.

`tables` reads one file row by row and says what is wrong in which line and column; `columns` says
what each file holds; `folder` reads all of them; `checks` looks at the rows together; `writing`
puts them into the register. docs/reference/generic-form.md describes the form for its writers.
"""
