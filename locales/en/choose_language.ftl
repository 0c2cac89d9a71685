# The language can be changed at any time.

# Variables: $languages?, $emergency?
choose_language-language = { ask-language }
    .call = { ask-language.call }
