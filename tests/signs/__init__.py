"""Signs: words, figures and pictures, in three languages."""
