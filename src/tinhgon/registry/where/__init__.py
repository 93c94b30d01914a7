"""The page that says where to go now, for one address or a whole table of them."""
