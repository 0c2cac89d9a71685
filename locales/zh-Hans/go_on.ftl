# 对方给了一个代码，可以在这里继续别处的对话。

go_on-language = { ask-language }
    .call = { ask-language.call }
go_on-here =
    您给了另一段对话的代码。
    要在这里继续那段对话吗？
go_on-here-yes = 是，在这里继续
go_on-here-no = 不用
go_on-stays =
    那段对话留在原处。
    需要帮助时，在这里写给我们。
