"""Audio becomes words: `listener.Listener` asks a worker process, which alone holds a model.

Nothing is imported here: the worker must start quickly, and the bot must not carry what only the
worker needs. What the words mean, `accessibility.understand.heard` says.
"""
