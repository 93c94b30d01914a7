"""Officers, posts and assignments as files: taken along, looked at, brought in whole or not."""
