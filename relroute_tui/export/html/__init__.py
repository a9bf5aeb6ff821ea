"""Pages to print, each one file of HTML that needs nothing else."""
