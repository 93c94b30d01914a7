"""Boundaries (địa giới): how the ground of units runs, read from GeoJSON and drawn on maps."""
