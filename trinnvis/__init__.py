"""Trinnvis: management by objectives and results for a municipality's units."""
