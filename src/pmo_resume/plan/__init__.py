"""`plan.yaml`: a tailored CV and letter as a text file that a person can edit and render again, each line with where it came from."""
