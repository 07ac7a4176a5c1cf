"""Signs: how a finding is written and drawn. No database."""
