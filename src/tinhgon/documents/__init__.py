"""Documents (văn bản): the instruments by which the apparatus is arranged."""
