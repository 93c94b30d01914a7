"""A finding in words: what is wrong, by which article, what would put it right, who must."""
