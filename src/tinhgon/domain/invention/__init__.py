"""A plausible apparatus invented by seed: divisions, posts, people and the books of posts.

Plain values from plain values: the same seed, scale and hosts give the same rows. Nothing here says
what exists; whoever writes it marks it as invented.
"""

INVENTED = "Số liệu minh họa – invented data"
"""Why something that was made up is as it is: what bears this as its reason does not exist."""
