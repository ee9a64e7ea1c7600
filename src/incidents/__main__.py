"""``python -m incidents``: the command line without its installed script."""

from incidents.cli import main

if __name__ == "__main__":
    main()
