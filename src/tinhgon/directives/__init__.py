"""Directives (chỉ đạo): conclusions read into drafts of tasks, never issued by themselves."""
