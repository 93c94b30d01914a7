"""Norms (định mức): the register judged by the law every night, and what was found kept."""
