"""Worker processes for what may crash, hang, or needs much memory: voices and ears.

`keeper.Keeper` is how a worker is asked, `serving.serve` what runs inside of it, `worker.Worker`
one process as it is seen from outside. Nothing here knows what a worker is for.
"""
