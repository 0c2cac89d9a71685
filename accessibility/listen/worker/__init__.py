"""The worker process: it alone decodes audio and holds models, and may die without harm.

`python -m accessibility.listen.worker DIRECTORY` listens with the models of a directory. It opens
no connection, and writes no file.
"""
