"""The command line: arguments, progress, exit codes. Every command imports what it needs when it runs."""

from incidents.cli.app import main

__all__ = ["main"]
