# 大家自己写的话，由协调员来看。变量与英文相同。

desk-texts = 要看的话
desk-texts_about = 程序不能什么都看懂。所以大家写的话都有人看。
desk-texts_waiting = 还没看
desk-texts_overdue = 晚了
desk-texts_oldest = 最早的等了
desk-texts_words = 对方写的话
desk-texts_asked = 我们问的
desk-texts_unasked = 没有问
desk-texts_show = 显示最早的 { $count } 条
desk-texts_read = 这些我看过了
desk-texts_read_note = 还想再看的，请把勾去掉。
desk-texts_none = 都看过了。谢谢您。
desk-texts_fear = 我担心这个人
desk-texts_danger = 有危险：告诉安全负责人
desk-texts_flag = 不便明说：悄悄告诉负责人
desk-texts_fear_note = 悄悄告诉的，对方什么也看不到。
desk-said_alert_raised = 正在告诉安全负责人。您也可以自己接手。
desk-said_texts_read = 记下了，您看过了。

desk-texts_unread =
    { $count ->
        [0] 条话要看
       *[other] 条话要看，{ $count } 条晚了
    }
