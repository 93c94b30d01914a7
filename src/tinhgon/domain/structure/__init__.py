"""The apparatus as values: units, plans that rearrange them, and what follows from a plan.

Read in this order: `units` (what stands on a day), `operations/` (what a plan may say),
`packages` (all plans of one day taken together), `rules/` (what makes a package impossible),
`invariants` (what holds whatever was done), `history` (the apparatus over time), `lineage`,
`compare`, `documents` (JSON in and out).
"""
