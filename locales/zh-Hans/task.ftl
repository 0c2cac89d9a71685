# 答应帮忙的志愿者告诉我们进展。

task-step =
    { $leaves ->
        [none] 现在怎么样了？
       *[other] 这件事怎么样了：{ $leaves }？
    }
    .simple = 您想告诉我们什么？请按一个数字。
    .item = 进展
task-step-on_my_way = { $remote ->
        [none] 我出发了
       *[yes] 我现在打电话或发消息
    }
task-step-done = 办好了
task-step-partly = 办好了一部分
task-step-hand_back = 我帮不了了
task-step-contact = 给居民捎句话

task-arrive_at = 您什么时候能到？
    .hint = 也可以写时间，比如 15:30。
    .simple = 您几分钟后能到？
    .item = 到达
task-arrive_at-minutes_15 = 15 分钟后
task-arrive_at-minutes_30 = 30 分钟后
task-arrive_at-hour = 1 小时后
task-arrive_at-later_today = 今天晚些时候

task-word = 要我们跟居民说什么？
    .hint = 我们转告时不带您的电话号码。
    .item = 您的话
