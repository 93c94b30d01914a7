"""`python -m tinhgon`: the command line where its program is not on the path."""

from tinhgon.config.cli import main

if __name__ == "__main__":
    main(prog_name="tinhgon")
