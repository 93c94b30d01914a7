"""Mounting only: settings, addresses, API, command line, server."""
