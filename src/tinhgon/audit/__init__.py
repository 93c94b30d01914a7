"""Audit (nhật ký): an append-only, hash-chained record of every act."""
