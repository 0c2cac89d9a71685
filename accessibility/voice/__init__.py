"""Speech becomes audio: `speaker.Speaker` asks a worker process, which alone holds a voice.

Nothing is imported here: the worker must start quickly, and the bot must not carry what only the
worker needs.
"""
