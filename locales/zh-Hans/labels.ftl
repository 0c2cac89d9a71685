# 各种代码在句子和清单里的说法，不带句号。

# ---- 几个问题共用的选项
option-yes = 是
option-no = 否
option-now = 现在
option-today = 今天
option-week = 这周
option-later = 以后
option-none_of_these = 都不是
option-pin = 地图上的位置

# ---- 需要什么；“跑腿”也代替群里不能看到的内容
leaf-groceries = 买菜
leaf-meal = 做好的饭菜
leaf-water = 饮用水
leaf-medicine = 药
leaf-doctor_visit = 去看医生
leaf-medical_supplies = 医疗用品
leaf-protective_supplies = 口罩、检测盒或消毒液
leaf-household_goods = 日用品
leaf-errand = 跑腿
leaf-transport = 用车接送
leaf-home_care = 居家照护
leaf-repair = 维修
leaf-tech_help = 用手机或电脑
leaf-information = 打听事情
leaf-check_in = 问候或陪伴
leaf-counselling = 受过训练的人倾听
leaf-interpreting = 翻译
leaf-money = 钱
leaf-goods = 东西
leaf-other = 别的事

need-food = 吃的或喝的
need-health = 药或看病
need-home = 家里或外面的事
need-talk = 说说话，或翻译
need-money_or_goods = 钱或东西
need-other = 别的

service_type-food = 食物
service_type-specialised = 专业帮助
service_type-basic = 基本帮助
service_type-donation = 钱和物品

urgency-now = 现在
urgency-today = 今天
urgency-week = 这周
urgency-later = 以后

# ---- 帮忙的人要注意的
accommodation-no_phone_calls = 不要打电话
accommodation-no_text = 看不了文字
accommodation-blind = 失明或视力差
accommodation-hard_of_hearing = 听力不好
accommodation-speech = 说话不易听懂
accommodation-sign_language = 用手语
accommodation-interpreter = 需要翻译
accommodation-easy_read = 要用简单的话
accommodation-slow = 要慢一点
accommodation-large_print = 要大字
accommodation-ring_long = 按门铃要久一点
accommodation-no_stairs = 走不了楼梯
accommodation-wheelchair = 坐轮椅
accommodation-assistance_dog = 有服务犬
accommodation-contactless = 东西放在门口
accommodation-gate_only = 只到小区门口
accommodation-woman_only = 只要女士来
accommodation-companion_present = 会有人陪着

# ---- 进展
request_status-open = 正在找人
request_status-offered = 问了邻居，在等答应
request_status-taken = 有人答应了
request_status-done = 完成了
request_status-partly = 完成了一部分
request_status-unmet = 没有找到人
request_status-cancelled = 取消了

offer_status-sent = 问了
offer_status-accepted = 答应了
offer_status-declined = 不能帮
offer_status-expired = 没有回答
offer_status-withdrawn = 不用了

task_status-under_way = 正在帮
task_status-done = 完成了
task_status-partly = 完成了一部分
task_status-given_up = 退回了

restriction_kind-closed = 封闭，谁都不能进
restriction_kind-gate_drop = 只到门口
restriction_kind-permit = 要有通行证
restriction_kind-inside_only = 只有住在里面的人

# ---- 通话
call_by-voice = 打电话
call_by-text = 写消息
call_by-relay = 转接电话
call_by-interpreter = 带翻译

# 怎样对一个人说话，用在一串里：「说出来、说慢一点」。
manner-aloud = 说出来
manner-written = 只写字
manner-slowly = 说慢一点
manner-loudly = 说大声一点

call_reason-asked = 对方要找人
call_reason-danger = 对方说有危险
call_reason-misunderstood = 邻里三次没有听懂
call_reason-cannot_read = 对方看不了文字
call_reason-media = 对方发来的东西要人看
call_reason-ladder = 没有人答应这个求助
call_reason-address_dead = 消息送不到了
call_reason-unfinished = 求助说到一半停了
call_reason-unknown_place = 不知道是什么地方
call_reason-phone_only = 只能打电话联系
call_reason-no_consent = 对方不同意记下回答
call_reason-not_arrived = 帮助没到或只到一部分
call_reason-follow_up = 要打电话问帮助到没到
call_reason-news = 有新消息，只能打电话说
call_reason-invited = 请对方进小组，只有电话

call_status-queued = 在等
call_status-claimed = 有人接了
call_status-closed = 结束了

call_outcome-completed = 都回答了
call_outcome-partly = 回答了一部分
call_outcome-call_later = 对方想以后再说
call_outcome-no_help_wanted = 对方不要帮助
call_outcome-wrong_number = 号码不对
call_outcome-no_answer = 没有人接
call_outcome-busy = 忙线
call_outcome-voicemail = 留了言
call_outcome-number_dead = 号码打不通
tried-times =
    { $count ->
        [1] { $what }
       *[other] { $what }{ $count }次
    }

alert_kind-danger = 有危险
alert_kind-ask = 可能有危险
alert_kind-flag = 可能被人伤害

danger_class-medical = 生病或受伤
danger_class-fire_gas = 火或煤气
danger_class-violence = 暴力
danger_class-self_harm = 伤害自己
danger_class-child = 孩子有危险
danger_class-abuse = 虐待或控制
danger_class-exploitation = 剥削
danger_class-trapped = 出不来

safety_answer-yes = 有
safety_answer-no = 没有
safety_answer-unclear = 没听懂

channel-telegram = Telegram
channel-web = 网页
channel-sms = 短信
channel-phone = 电话
channel-terminal = 终端

# 对方发来的东西，在显示对话的页面上
inbound_kind-location = 地图上的位置
inbound_kind-answer_line = 输入的一张纸
inbound_kind-contact = 电话号码
inbound_kind-voice = 语音
inbound_kind-photo = 图片
inbound_kind-sticker = 表情贴图
inbound_kind-file = 文件
inbound_kind-forward = 转发的消息
inbound_kind-left = 离开了这个聊天

part_of_day-morning = 上午
part_of_day-afternoon = 下午
part_of_day-evening = 晚上

# ---- 看护

lost-line =
    { $more ->
        [0] { $areas }：{ $leaves }。
       *[other] { $areas }等，另有 { $more } 处：{ $leaves }。
    }
lost-why = 原因：{ $why }。

loss-gone =
    { $count ->
        [0] 小组不在了
       *[other] { $count } 个小组不在了
    }
loss-paused =
    { $count ->
        [0] 小组暂停了
       *[other] { $count } 个小组暂停了
    }
loss-leaf =
    { $count ->
        [0] 小组不再做这件事
       *[other] { $count } 个小组不再做这件事
    }
loss-mode =
    { $count ->
        [0] 小组不再上门
       *[other] { $count } 个小组不再上门
    }
loss-communication =
    { $count ->
        [0] 小组没法这样沟通
       *[other] { $count } 个小组没法这样沟通
    }
loss-accommodation =
    { $count ->
        [0] 小组做不到需要注意的事
       *[other] { $count } 个小组做不到需要注意的事
    }
loss-open =
    { $count ->
        [0] 小组那时不开
       *[other] { $count } 个小组那时不开
    }
loss-capacity =
    { $count ->
        [0] 小组忙不过来
       *[other] { $count } 个小组忙不过来
    }
loss-coverage =
    { $count ->
        [0] 小组离得太远
       *[other] { $count } 个小组离得太远
    }
loss-restriction =
    { $count ->
        [0] 小组因为当地规定进不去
       *[other] { $count } 个小组因为当地规定进不去
    }
loss-refused =
    { $count ->
        [0] 小组没有答应
       *[other] { $count } 个小组没有答应
    }
loss-blocked =
    { $count ->
        [0] 小组不能去问
       *[other] { $count } 个小组不能去问
    }
