"""What is said about a draft, as the tests of consulting have it."""

from tinhgon.reorganisation.consulting.tests.conftest import invited, say, token  # noqa: F401
