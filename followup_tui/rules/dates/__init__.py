"""Date and time words: what `Tue 9am ET`, `3b` and `after Thanksgiving` mean at a moment."""
