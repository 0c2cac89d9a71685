# 怎样和一个人交流：只问一次，同意才记住，一句话就能改、能忘。

profile-what =
    我们这样和您交流：
    { $accommodations ->
        [none] { "" }
       *[other] 您说过：{ $accommodations }。
    }
    { $ways ->
        [none] { "" }
       *[other] 最适合您：{ $ways }。
    }
    { $manner ->
        [none] { "" }
       *[other] 我们这样告诉您：{ $manner }。
    }
    { $helper_named ->
        [none] { "" }
       *[other] 帮您的人：{ $helper_named }。
    }
    您想怎么办？
    .simple = 还对吗？对就按 1。
    .call = 我们记着怎样和您交流，您想怎么办？
profile-what-as_it_is = 不用改
profile-what-change = 改一改
profile-what-forget = 忘掉
profile-stays = 好的，不改。

profile-keep = 我们可以记住怎样和您交流吗？下次就不用再说。
    .hint = 事情办完一个月后我们会忘掉。
    .simple = 下次还记得吗？记得就按 1。
profile-keep-yes = 可以，请记住
profile-keep-no = 先不用
profile-not_kept =
    没关系，我们不再问。
    想改的话，请写：怎样和我说话

profile-talking = { ask-talking }
    .simple = { ask-talking.simple }
    .item = { ask-talking.item }
profile-talking-no_phone_calls = { ask-talking-no_phone_calls }
profile-talking-no_text = { ask-talking-no_text }
profile-talking-blind = { ask-talking-blind }
profile-talking-hard_of_hearing = { ask-talking-hard_of_hearing }
profile-talking-speech = { ask-talking-speech }
profile-talking-sign_language = { ask-talking-sign_language }
profile-talking-interpreter = { ask-talking-interpreter }
profile-talking-easy_read = { ask-talking-easy_read }
profile-talking-slow = { ask-talking-slow }
profile-talking-large_print = { ask-talking-large_print }

profile-first_way = 哪种方式最适合您？
    .simple = 写消息还是打电话？请按一个数字。
    .item = 最适合您
profile-first_way-text = 写消息
profile-first_way-voice = 打电话
profile-first_way-relay = 转接电话
profile-first_way-interpreter = 带翻译

profile-next_way = 如果不行，接下来用哪种方式？
    .simple = 还有哪种方式可以？请按一个数字。
    .item = 接下来
profile-next_way-text = 写消息
profile-next_way-voice = 打电话
profile-next_way-relay = 转接电话
profile-next_way-interpreter = 带翻译
profile-next_way-none = 没有别的

profile-helper = 有人帮您和我们交流吗？
    .simple = 有人帮您说话吗？
    .item = 有人帮您

profile-helper_name = 帮您的人叫什么？
    .hint = 只要一个称呼就行。
    .simple = 请写出帮您的人的称呼。
    .item = 帮您的人

profile-helper_may = 联系不上您时，可以给他打电话吗？
    .hint = 请先问问他。
    .simple = 您没接时，可以找他吗？
    .item = 可以给他打电话

profile-helper_phone = 帮您的人电话是多少？
    .hint = 请写出每一位数字。
    .simple = 请只写电话号码。
    .item = 他的电话
    .call_hint = 请一位一位地说出来。

profile-sure =
    您告诉我们的是：
    { $read_back }
    要记住吗？
    .simple = 下次还记得吗？记得就按 1。
profile-sure-yes = 可以，请记住
profile-sure-change = 不，要改

profile-change_what = 您想改哪一项？
    .simple = 哪个回答不对？请按它的数字。
