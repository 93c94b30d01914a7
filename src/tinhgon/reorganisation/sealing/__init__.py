"""The seal (niêm phong): what is decided upon, hashed, and what has moved since."""
