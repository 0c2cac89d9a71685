# 请人接一个电话。这里不说对方是谁，也不说什么事。

card-answer =
    { $urgent ->
        [yes] 紧急。有人现在就要找人。
       *[none] 有人在等人联系。
    }
    { part-card }
    您能接吗？
    .simple = 您现在能和对方谈吗？请按一个数字。
card-answer-take = 能，我来接
card-answer-not_now = 现在不行
card-answer-more = 多告诉我一点

card-more =
    您答应以后，会收到一个网页链接。
    网页上写着对方是谁，还有要说的每句话。
    您不用另备表格或纸。
    您随时可以退回，不用说原因。
