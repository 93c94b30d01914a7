"""Password hashing: Argon2id at 19 MiB, so that twenty sign-ins at once fit a small computer."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2At19MiB(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane: the smaller of OWASP's equivalent settings."""

    memory_cost = 19_456
    time_cost = 2
    parallelism = 1
