# 听到了一段语音：会记下什么。

heard-right =
    { $heard ->
        [none] { $command ->
            [none] 我听到您说话了。
           *[other] 我听到的是：{ $command }。
        }
       *[other] 我听到的是：{ $heard }。
    }
    对吗？
heard-right-yes = 对，是这样
heard-right-no = 不对，不是

command-done = 就这些
