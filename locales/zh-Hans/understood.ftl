# 自己写的话里听懂了什么：先问对不对，说对了才算。

understood-right =
    { $read_back ->
        [none] { "" }
       *[other] 我听懂的是：
            { $read_back }
    }
    { $changes ->
        [none] { "" }
       *[other] 我会改成：
            { $changes }
    }
    对吗？
understood-right-yes = 对，是这样
understood-right-no = 不对，有错

understood-wrong = 哪里不对？
understood-wrong-needs = 需要什么
understood-wrong-urgency = 什么时候
understood-wrong-place = 在哪里
understood-wrong-for_whom = 为谁
understood-wrong-accommodations = 要知道的事
understood-wrong-all = 全部都不对
