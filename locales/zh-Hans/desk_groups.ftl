desk-groups = 小组
desk-groups_about = 选一个小组，写它哪几天的时间和平时不一样。
desk-groups_name = 名字的一部分
desk-groups_find = 查找
desk-groups_none = 没有这个名字的小组。
desk-groups_more = 还有更多。请写名字的一部分。
desk-groups_back = 回到小组

desk-days = 和平时不一样的日子
desk-days_about = 这些日子只按这里写的时间。
desk-days_none = 每天都和平时一样。
desk-days_closed = 不开
desk-days_end = 改回和平时一样
desk-days_new = 加一天
desk-days_on = 哪一天
desk-days_on_refused = 请写今天或以后的日子。
desk-days_how = 那天怎么样
desk-days_hours = 在这些时间开
desk-days_hours_refused = 请写从几点到几点。
desk-days_hint = 结束比开始早，就是第二天结束。
desk-days_from =
    { $number ->
        [1] 从
       *[2] 再从
    }
desk-days_to =
    { $number ->
        [1] 到
       *[2] 再到
    }
desk-days_keep = 保存这一天
