"""Presenting: findings and facts as the plain strings that templates show."""
