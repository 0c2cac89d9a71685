# 受邀请的邻居成为志愿者；志愿者暂停、回来或退出。

enrol-language = { ask-language }
    .call = { ask-language.call }

enrol-what = 您想做什么？
    .simple = 您想做哪一件？请按它的数字。
    .item = 您想
enrol-what-pause = 暂停一段时间
enrol-what-resume = 重新开始帮忙
enrol-what-leave = 不再做志愿者
enrol-what-ask = 自己求助

enrol-how_long = 您想暂停多久？
    .item = 暂停
enrol-how_long-today = 只有今天
enrol-how_long-week = 一周
enrol-how_long-until_i_return = 等我回来再说

enrol-leave_sure = 您要退出志愿者吗？
    .item = 退出
enrol-leave_sure-yes = 是，我要退出
enrol-leave_sure-no = 不，我留下
enrol-stayed = 好的，您还是志愿者。

enrol-consent = 我们可以记下您的名字和您能帮的事吗？
    .simple = 我们要记下您是谁。可以吗？
enrol-no_consent = 没关系。不过这样您不能在这里做志愿者。

enrol-my_name = 您怎么称呼？
    .hint = 您帮助的居民会看到。
    .item = 您的称呼

enrol-services = 您能帮什么？
    .simple = 下面哪些您能做？请按数字。
    .item = 能帮
enrol-services-food = { need-food }
enrol-services-health = { need-health }
enrol-services-home = { need-home }
enrol-services-talk = { need-talk }
enrol-services-money_or_goods = { need-money_or_goods }

enrol-how = 您怎样帮忙？
    .item = 方式
enrol-how-in_person = 我能上门
enrol-how-by_phone = 打电话
enrol-how-by_text = 写消息

enrol-takes_calls = 有人等人联系时，您怎么和对方谈？
    .simple = 打电话、写字，还是都行？请按数字。
    .item = 您接电话
enrol-takes_calls-by_phone = 打电话
enrol-takes_calls-by_text = 在网页上写字

enrol-spoken_languages = 您会哪些语言？
    .item = 语言

enrol-able = 下面哪些符合您？
    .item = 符合您
enrol-able-sign_language = 我会手语
enrol-able-interpreter = 我能做翻译
enrol-able-easy_read = 我能用简单的话说明
enrol-able-no_stairs = 我能把东西搬上楼
enrol-able-wheelchair = 我会推轮椅
enrol-able-assistance_dog = 我不怕狗
enrol-able-woman_only = 我是女士

enrol-hours = 您什么时候能帮忙？
    .item = 时间
enrol-hours-mornings = 上午
enrol-hours-afternoons = 下午
enrol-hours-evenings = 晚上
enrol-hours-nights = 夜里
enrol-hours-any_time = 随时

enrol-sure =
    您告诉我们的是：
    { $read_back }
    对吗？
    .simple = 您要做志愿者吗？要做请按 1。
enrol-sure-yes = 对，我愿意帮忙
enrol-sure-change = 不对，我要改

enrol-change_what = 您想改哪一项？
    .simple = 哪个回答不对？请按它的数字。
