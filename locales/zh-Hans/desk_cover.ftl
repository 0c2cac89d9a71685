# 哪里没有人能帮，每晚试什么。

desk-cover = 覆盖
desk-cover_looked = 哪里谁能帮。这是{ $at }的情况。每晚会看一次。
desk-cover_now = 哪里谁能帮。这是刚刚看到的。从今晚起会保存。
desk-cover_about = 没有问过任何人，也没有发出任何消息。

desk-cover_alarms = 请处理
desk-cover_lost = 现在没有人能帮了
desk-cover_unanswered = 这里没有人答应
desk-cover_unanswered_note = 14 天里每次询问都没有结果。
desk-cover_why = 原因
desk-cover_not_read = 还没有发出消息
desk-cover_see_to = 我来处理
desk-cover_seen = 有人在处理
desk-said_seen = 记下了。由您处理。
desk-cover_areas = 要处理的覆盖

desk-cover_gaps = 哪里人手不够
desk-cover_none = 没有符合的内容。
desk-cover_further = { $count ->
       *[other] 还有 { $count } 条没有显示。请选地方或需要。
    }
desk-cover_area = 地方
desk-cover_part = 时间
desk-cover_kind = 覆盖情况
desk-cover_everybody = 所有人
desk-cover_nearest = 最近
desk-cover_third = 第三近
desk-cover_able = 小组
desk-cover_most = 10 个或更多
desk-cover_sharing = 会说的
desk-cover_asked = { $number ->
       *[other] 4 周里有 { $number } 次求助
    }
desk-cover_is_nobody = 没有人：{ $leaf }
desk-cover_is_one = 只有一个小组：{ $leaf }
desk-cover_is_interpreter = 要有翻译：{ $leaf }
desk-cover_is_far = 只有远处的：{ $leaf }
desk-cover_is_covered = 有人：{ $leaf }
desk-cover_kind_nobody = 没有人
desk-cover_kind_one = 只有一个小组
desk-cover_kind_interpreter = 要有翻译
desk-cover_kind_far = 只有远处的
desk-cover_kind_covered = 有人

desk-when_any_time = 任何时候
desk-when_workdays = 工作日
desk-when_weekends = 周末
desk-when_morning = 上午
desk-when_afternoon = 下午
desk-when_evening = 晚上
desk-when_night = 夜里
desk-when_workday_morning = 工作日上午
desk-when_workday_afternoon = 工作日下午
desk-when_workday_evening = 工作日晚上
desk-when_workday_night = 工作日夜里
desk-when_weekend_morning = 周末上午
desk-when_weekend_afternoon = 周末下午
desk-when_weekend_evening = 周末晚上
desk-when_weekend_night = 周末夜里

desk-canaries = 每晚都试
desk-canaries_about = 这些是编出来的求助。每个都要能找到小组。从不会发出去。
desk-canaries_none = 还没有试过。从今晚开始。
desk-canary_matches = 能找到人
desk-canary_lost = 找不到人
desk-canary_new = 还没试过
desk-canary_pinned = 您加的
desk-canary_end = 不再试
desk-canary_make = 自己加一个
desk-canary_place = 地点
desk-canary_place_hint = 名单里的地点，照样写。
desk-canary_place_unknown = 我们不认识这个地点。请从名单里选。
desk-canary_soon = 多快
desk-canary_soon_hint = 选“现在”，就要每个时段都找得到人。
desk-canary_add = 每晚都试
desk-said_canary = 已保存。刚刚试过一次：见下面。
desk-said_canary_ended = 以后不再试了。
