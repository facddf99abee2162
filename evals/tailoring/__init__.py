"""What tailoring delivers over the corpus: everything proved on the finished files, or the reason why nothing was written."""
