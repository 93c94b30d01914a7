"""Pages of norms: what was found, one finding, waivers, rules, working regulations, classes."""
