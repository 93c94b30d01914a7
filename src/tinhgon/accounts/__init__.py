"""Accounts (tài khoản): people who sign in, and what they may do, where and until when."""
