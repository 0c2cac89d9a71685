# 谁在等、计划、暂停接收。

desk-plan = 谁在等
desk-plan_about = 这些求助现在没有问任何人。
desk-plan_nobody = 没有人在等。
desk-plan_waiting = { $count } 个求助在等。
desk-plan_propose = 做一个计划
desk-plan_propose_hint = 计划说明哪个小组能做哪个求助。还没有问任何人。
desk-plan_next = 下一个是谁
desk-plan_order = 先看急不急。再看能做的小组少不少。最后看等了多久。
desk-plan_able =
    { $count ->
        [0] 没有小组能做
       *[other] { $count } 个小组能做
    }
desk-plan_able_many = 很多小组能做

desk-plan_made = 这个计划
desk-plan_back = 回到在等的求助
desk-plan_made_about = 还没有问任何人。这个计划可以用到{ $at }。
desk-plan_applied_at = 已经问了小组：{ $at }。
desk-plan_still_says = 志愿者还要自己答应。
desk-plan_under_way = 从{ $at }开始问小组。这会自己继续。
desk-plan_so_far = 到现在：{ $count } 个中的 { $done } 个。
desk-plan_old = 这个计划太旧了。请再做一个。
desk-plan_empty = 现在没有小组有空。
desk-plan_look_first = 请先看计划，再打勾。
desk-plan_looked = 我看过这个计划了
desk-plan_apply = 去问 { $count } 个求助
desk-said_applied = 正在问小组。
desk-plan_groups = 按小组看
desk-plan_afar = 远程
desk-plan_unserved = 这些没有人有空
desk-plan_contested = { $count } 个小组能做，但那里有别人在前面。
desk-plan_nobody_able = 现在没有小组能做。

desk-plan_outcome_offered = 问了
desk-plan_outcome_taken = 这段时间里问了别人
desk-plan_outcome_closed = 不需要了
desk-plan_outcome_full = 小组没有空了
desk-plan_outcome_unable = 小组做不了了
desk-plan_outcome_nobody = 小组里没有人有空

desk-intake = 暂停新求助
desk-intake_about = 暂停时，新的求助等到一个日子。急的不用等。
desk-intake_now = 现在暂停的
desk-intake_none = 没有暂停。
desk-intake_area = 一部分地方
desk-intake_everywhere = 所有地方
desk-intake_until = 再开始的时间
desk-intake_held =
    { $count ->
        [0] 没有求助在等
       *[other] { $count } 个求助在等
    }
desk-intake_end = 现在就开始
desk-intake_new = 开始暂停
desk-intake_where = 哪里
desk-intake_around = 一个地点周围
desk-intake_place = 地点
desk-intake_place_hint = 地点表里的名字。所有地方都暂停时不用写。
desk-intake_place_refused = 不能确定是哪个地方。请写全名。
desk-intake_radius = 周围多远
desk-intake_km = { $count } 公里
desk-intake_date = 哪一天再开始
desk-intake_date_refused = 请写一个以后的日子。
desk-intake_time = 时间
desk-intake_reason = 原因
desk-intake_reason_hint = 只给您和同事看。不要写人名。
desk-intake_send = 开始暂停
desk-said_paused = 已经暂停。新求助的人会知道日子。
desk-said_reopened = 又开始了。在等的人，现在开始找人。
