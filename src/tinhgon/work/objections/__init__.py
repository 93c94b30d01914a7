"""Objections to works: raised by who has them, decided by who directs them."""
