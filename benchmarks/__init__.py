"""How fast the program is, beside a floor. Ratios are what counts: machines differ."""
