"""Views: who, what, answer. One file per noun."""
