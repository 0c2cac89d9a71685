# 念出来和写下来不一样的话。数字、时间和缩写按 speech.toml 念。

speech-option = { $label }，请按{ $press }。
speech-person = 转人工，请按0。
speech-choose_many = 可以选几个，一个一个来。
speech-more = 更多选项，请按6。
speech-done = 都不是，请按#。
speech-skip = 跳过，请按#。
speech-keys = 再说一遍，请按9。返回，请按*。

speech-link = 文字消息里的链接
speech-mail = 文字消息里的邮箱
speech-other_script = 一个其他文字的词

speech-clock = { $minute ->
        [none] { $part }{ $hour }点
       *[other] { $part }{ $hour }点{ $minute }分
    }
speech-noon = 中午十二点
speech-midnight = 半夜十二点
speech-span = { $start }到{ $end }
speech-date = { $year ->
        [none] { $month }{ $nth }日
       *[other] { $year }年{ $month }{ $nth }日
    }
