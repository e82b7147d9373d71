"""The verbs of the desk, by noun.

Every verb reads the store, plans an `Edit` and touches nothing; `Store.apply` carries it out.
"""
