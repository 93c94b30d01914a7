"""A plan as a table that people fill in with a spreadsheet (docs/reference/plan-files.md).

A row for each source of an operation; rows of one number are one operation. `columns` says which
columns there are, `shapes` which of them each verb fills, `cells` how a cell is written; `writing`
makes the rows of a plan; `rows` gathers those of a file, and `reading` makes a plan of them, or a
list of faults by line and column.
"""
