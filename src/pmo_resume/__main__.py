"""`python -m pmo_resume` is the command line."""

from pmo_resume.cli import main

if __name__ == "__main__":
    main()
