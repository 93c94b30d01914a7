"""Files of works: recognised by what is in them, kept under their digest, served to who may see."""
