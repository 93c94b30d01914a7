"""Correspondence (văn bản đến, văn bản đi): books of what comes to a unit and goes out from it."""
