# 请志愿者帮忙。这里不说居民是谁。

offer-answer =
    { $letter ->
        [none] { "" }
       *[other] 求助 { $letter }。
    }
    { $half ->
        [none] 有邻居需要：{ $leaves }。
        [bring] 请送到大门口：{ $leaves }。
       *[carry] 请从大门口送到家：{ $leaves }。
    }
    { part-offer }
    { $interpreter ->
        [none] 您能帮忙吗？
       *[other] 您能用{ $interpreter }帮忙吗？
    }
    .simple = 您能帮这位邻居吗？请按一个数字。
offer-answer-accept = 能，我来帮
offer-answer-decline = 不能
offer-answer-more = 多告诉我一点
offer-answer-not_now = 现在不行，以后再问我

offer-more =
    { $interpreter ->
        [none] { "" }
       *[other] 对方说{ $interpreter }。可以请人翻译，打电话也行。
    }
    您答应以后，才会看到姓名和地址。
    您随时可以退回，不用说原因。
    买东西前先问清楚，并留好小票。
    千万不要拿对方的银行卡。
    { $letter ->
        [none] { "" }
       *[other] 以后想帮，也可以写字母：{ $letter }1。
    }
