"""Builds the event classifier and the incident confidence from the labelled data: ``python -m incidents.train``.

Needs the development dependencies (scikit-learn, matplotlib); extraction itself never imports this package.
"""
