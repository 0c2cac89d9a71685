# 已经求助过的居民回来，或者我们问帮助到了没有。

follow_up-what = 您想做什么？
    .simple = 您想做哪一件？请按它的数字。
    .item = 您想
follow_up-what-status = 看看进展
follow_up-what-change = 修改求助
follow_up-what-cancel = 取消求助
follow_up-what-arrived = 说说帮助到了没有
follow_up-what-new = 新的求助

follow_up-which = 您说的是哪一个求助？
    .item = 求助

follow_up-cancel_sure = 您要取消求助吗？
    .item = 取消
follow_up-cancel_sure-yes = 是，取消
follow_up-cancel_sure-no = 不，保留
follow_up-kept = 好的，您的求助照旧。

follow_up-change_what = 您想改什么？
    .item = 修改
follow_up-change_what-when = 需要的时间
follow_up-change_what-where = 帮助的地点
follow_up-change_what-words = 用自己的话补充

follow_up-new_urgency = 改成什么时候需要？
    .item = 时间

follow_up-new_where = 改到哪里帮您？
    .hint = 请写小区和楼号，或者附近的地方。
    .item = 地点
    .which = 您说的“{ $said }”是哪一个？
    .call_hint = 请说小区和楼号，或者附近的地方。

follow_up-new_words = 您想补充什么？
    .hint = 几个字就够了。
    .item = 补充

follow_up-arrived = { $receipt ->
        [none] { "" }
       *[other] 这是问您的求助 R { $receipt }。
    }
    { $leaves ->
        [none] 帮助到了吗？
       *[other] 这个帮助到了吗：{ $leaves }？
    }
    .simple = 有人来帮过您了吗？请按一个数字。
    .item = 帮助到了
follow_up-arrived-yes = 都到了
follow_up-arrived-partly = 只到了一部分
follow_up-arrived-no = 没有

follow_up-remark = 还缺什么？
    .hint = 几个字就够了。
    .item = 还缺
