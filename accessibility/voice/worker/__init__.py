"""The worker process: it alone holds voices, and may die of a text without harm to anybody.

`python -m accessibility.voice.worker [DIRECTORY]` speaks with espeak-ng, and with the operator's
own voices of a directory. espeak-ng is GPL-3.0-or-later; it runs here and nowhere else.
"""
