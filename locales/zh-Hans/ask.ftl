# 居民求助。
# 每条消息是一个问题；.hint 是说明，.simple 是没听懂之后的简单说法，
# .item 是复述时的短名，.which 是列出找到的地点。变量与英文相同。

ask-language = { $languages ->
        [none] { language-line }
       *[other] { $languages }
    }
    .call = 您说哪种语言？

ask-safe_now =
    这里是邻里，一个自动程序。
    { $undetected ->
        [none] { "" }
       *[other] 您话里的危险，我可能看不出来。
    }
    您现在安全吗？
    .simple = 您安全吗？安全请按 1。有危险请按 2。
    .call = 您现在安全吗？
ask-safe_now-yes = 我安全
ask-safe_now-no = 我有危险
ask-danger_card = { say-danger_card }

ask-consent = 我们可以记下您的回答，并告诉来帮您的人吗？
    .simple = 我们要把您的需要记下来。可以吗？

ask-no_consent =
    没关系。
    不过这样我们没法替您问邻居。
    { part-call_us }
    您想怎么办？
ask-no_consent-agree = 我现在同意
ask-no_consent-call_me = 请人和我联系

ask-need = 您需要什么？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 需要
ask-need-food = 吃的或喝的
ask-need-health = 药或看病
ask-need-home = 家里或外面的事
ask-need-talk = 有人说说话，或翻译
ask-need-money_or_goods = 钱或东西
ask-need-other = 别的

ask-food_need = 您需要什么吃的喝的？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 吃喝
ask-food_need-groceries = 买菜、买奶粉
ask-food_need-meal = 做好的饭菜
ask-food_need-water = 饮用水

ask-health_need = 看病用药方面，您需要什么？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 看病用药
ask-health_need-medicine = 药
ask-health_need-doctor_visit = 去看医生
ask-health_need-medical_supplies = 敷料、氧气、针头或试纸

ask-home_need = 您需要哪种帮助？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 帮忙
ask-home_need-protective_supplies = 口罩、检测盒或消毒液
ask-home_need-household_goods = 肥皂、尿布或卫生纸
ask-home_need-errand = 跑腿，如银行、快递、倒垃圾
ask-home_need-transport = 用车接送
ask-home_need-home_care = 洗漱、穿衣或搀扶
ask-home_need-repair = 维修，如水、电、门锁
ask-home_need-tech_help = 用手机或电脑
ask-home_need-information = 打听事情，如规定、办证

ask-talk_need = 您想找谁说话？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 说话
ask-talk_need-check_in = 常来问候或陪伴的人
ask-talk_need-counselling = 受过训练、能倾听的人
ask-talk_need-interpreting = 手语或外语翻译

ask-money_or_goods_need = 您需要钱还是东西？
    .simple = 下面哪些是您需要的？请按数字。
    .item = 钱或东西
ask-money_or_goods_need-money = 钱，如付房租或账单
ask-money_or_goods_need-goods = 东西，如取暖器或衣服

ask-urgency = 您什么时候需要？
    .simple = 有多急？请按一个数字。
    .item = 时间

ask-where = 要到哪里帮您？
    .hint = 请写小区和楼号，或者附近的地方。
    .simple = 请写您的路名和门牌号。
    .item = 地点
    .which = 您说的“{ $said }”是哪一个？
    .call_hint = 请说小区和楼号，或者附近的地方。

ask-door = 怎样找到您家的门？
    .hint = 比如几楼、几室、门上的名字。
    .simple = 您家在几楼几室？
    .item = 门

ask-people = 吃的要给几个人？
    .simple = 几个人吃？请按一个数字。
    .item = 人数
ask-people-one = 一个人
ask-people-two = 两个人
ask-people-three = 三个人
ask-people-four = 四个人
ask-people-five_or_more = 五个人或更多

ask-food_detail = 吃的方面要注意什么？
    .hint = 比如过敏、要软的，或喜欢吃的。
    .simple = 有什么是您不能吃的？
    .item = 饮食

ask-medicine_where = 到哪里能拿到药？
    .simple = 药在药店备好了吗？请按一个数字。
    .item = 药在
ask-medicine_where-pharmacy = 药店已经备好
ask-medicine_where-prescription = 我有处方
ask-medicine_where-neither = 都不是

ask-medicine_left = 您的药还剩多少？
    .simple = 您还有药吗？请按一个数字。
    .item = 剩药
ask-medicine_left-none_left = 没有了
ask-medicine_left-some_days = 够吃几天
ask-medicine_left-a_week_or_more = 够吃一周或更久

ask-detail = 帮忙的人还要知道什么？
    .hint = 几个字就够了。
    .simple = 请用几个字说说您的需要。
    .item = 说明

ask-other_detail = 您需要什么？请用自己的话说。
    .simple = 请用几个字说说您的需要。
    .item = 还有

ask-for_whom = 是给谁求助？
    .simple = 是您自己需要吗？请按一个数字。
    .item = 为谁
ask-for_whom-me = 我自己
ask-for_whom-someone_else = 别人

ask-from_before =
    您以前说过：
    { $read_back }
    我们照这样做。最后还可以改。

ask-their_name = 那位怎么称呼？
    .hint = 只说名字就行。
    .simple = 请写需要帮助的人的名字。
    .item = 对方称呼

ask-my_name = 您怎么称呼？
    .hint = 只说名字就行。
    .simple = 请写您的名字。
    .item = 您的称呼

ask-must_know = 有什么我们必须知道，才能帮好您？
    .hint = 比如不能接电话、坐轮椅、只要女士来。
    .simple = 您对帮忙的人有特别的要求吗？
    .item = 特别要求

ask-talking = 我们怎样和您交流？
    .simple = 下面哪些符合您？请按数字。
    .item = 交流
ask-talking-no_phone_calls = 不要打电话
ask-talking-no_text = 我看不了文字
ask-talking-blind = 我失明或视力差
ask-talking-hard_of_hearing = 我听力不好
ask-talking-speech = 我说话别人不易听懂
ask-talking-sign_language = 我用手语
ask-talking-interpreter = 我需要翻译
ask-talking-easy_read = 请用简单的话
ask-talking-slow = 请慢一点
ask-talking-large_print = 我要大字

ask-at_the_door = 上门要注意什么？
    .simple = 下面哪些符合您？请按数字。
    .item = 上门
ask-at_the_door-ring_long = 按门铃要久一点
ask-at_the_door-no_stairs = 我走不了楼梯
ask-at_the_door-wheelchair = 我坐轮椅
ask-at_the_door-assistance_dog = 我有服务犬
ask-at_the_door-contactless = 东西放在门口
ask-at_the_door-gate_only = 只到小区门口

ask-who_may_come = 谁可以来？
    .simple = 一定要女士来吗？有人陪着您吗？
    .item = 来的人
ask-who_may_come-woman_only = 只要女士来
ask-who_may_come-companion_present = 会有人陪着我

ask-reach = 我们怎样联系您？
    .simple = 写给您，还是打电话？请按一个数字。
    .item = 联系
ask-reach-here = 在这里写给我
    .call = 写到以前联系的地方
ask-reach-call = 给我打电话
ask-reach-text = 发短信到我手机

ask-phone = 您的电话号码是多少？
    .hint = 请把每一位数字都写上。
    .simple = 请只写您的电话号码。
    .item = 电话
    .call_hint = 请一位一位地说。

ask-leave_message = 可以留言吗？别人可能会看到或听到。
    .simple = 家里人知道我们来过电话，可以吗？
    .item = 留言

ask-sure =
    您告诉我们的是：
    { $read_back }
    对吗？
    .simple = 现在替您问邻居吗？要问请按 1。
ask-sure-yes = 对，请帮我求助
ask-sure-change = 不对，我要改

ask-change_what = 您想改哪一项？
    .simple = 哪个回答不对？请按它的数字。
