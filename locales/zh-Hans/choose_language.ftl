# 随时可以换语言。

choose_language-language = { ask-language }
    .call = { ask-language.call }
