# 协调员和打电话的人用的页面。危险总在最前面。

desk-title = 邻里工作台
desk-skip = 跳到正文
desk-pages = 页面
desk-sign_in = 登录
desk-sign_in_about = 这个链接只能用一次。在这台设备上登录 12 小时。
desk-open_call = 打开您的电话
desk-open_call_about = 链接只能在这台设备上用一次。电话归您到几点，页面上有。
desk-sign_out = 退出
desk-signed_in = 您是{ $name }
desk-refresh = 看看有没有新的
desk-back = 回到名单
desk-back_to_calls = 回到通话名单
desk-choose = 请选择

# ---- 为什么看不到
desk-why_sign_in_by_link = 您还没有登录
desk-why_link_used = 这个链接不能用了
desk-why_signed_out = 您已经退出
desk-why_not_allowed = 您不能看这一页
desk-why_not_found = 这里没有内容
desk-why_not_ours = 这一页开得太久了
desk-why_away = 现在连不上

# ---- 那该怎么办
desk-way_sign_in_by_link = 请打开给您的链接。没有就向协调员要。
desk-way_link_used = 它过期了，或已经用过。请向协调员要新的。
desk-why_call_link_used = 这个链接不能用了
desk-way_call_link_used = 它太旧了，或者用过了。请在聊天里写给我们，要一个新的。
desk-way_signed_out = 要再进来，请向协调员要新的链接。
desk-way_not_allowed = 工作需要的话，请问协调员。
desk-way_not_found = 可能已经办完，或已经删除。
desk-way_not_ours = 什么都没有发出。请回去再试一次。
desk-way_away = 请过一分钟再试。
desk-to_start = 回到演练的开头

# ---- 提交以后
desk-said_saved = 保存好了。
desk-said_sent = 发出去了。
desk-said_taken = 这个电话归您了。
desk-said_given_back = 您把电话退回去了。
desk-said_tried = 记下了。以后会再打。
desk-said_call_closed = 通话结束了。
desk-said_danger_told = 请马上念给对方听。正在告诉安全负责人。
desk-said_kept = 再留给您一会儿。
desk-said_call_taken = 别人刚刚先接了。谢谢您。
desk-said_yours_already = 您已经有这个电话。一次一个。
desk-said_nothing_waits = 现在没有要打的电话。谢谢您。
desk-said_changed_meanwhile = 别人改过了。现在是这样。
desk-said_check_entry = 没有成功。请检查选的和写的。
desk-said_offer_taken = 别人先答应了。请好好告诉对方。

# ---- 名单
desk-queue = 谁在等人工
desk-at_a_glance = 总数
desk-dangers = 有危险
desk-no_dangers = 没有人说自己有危险。
desk-unheard = 还没有人看到
desk-calls = 要打的电话
desk-no_calls = 没有人在等电话。
desk-to_calls = 一次打一个电话
desk-take_next = 接下一个电话
desk-take_note = 通话时电话归您。随时可以退回去。
desk-go_on_call = 接着打
desk-your_call = 您的电话
desk-calls_free = 现在等着的
desk-calls_handed_on = 几次都没找到，请协调员来办
desk-calls_later = 以后再打的
desk-calls_others = 别人接着的
desk-requests = 进行中的求助
desk-no_requests = 没有符合条件的求助。
desk-unfinished = 没说完的求助
desk-no_unfinished = 没有没说完的求助。
desk-in_the_middle = 说到一半
desk-reminded = 提醒过
desk-column_receipt = 编号
desk-column_needs = 需要
desk-column_urgency = 时间
desk-column_area = 附近
desk-column_status = 进展
desk-column_accommodations = 请注意
desk-column_since = 等了
desk-column_asked = 求助时间
desk-column_wave = 轮次
desk-column_by = 方式
desk-column_promised = 答应的时间
desk-column_language = 语言
desk-column_tries = 试过几次
desk-column_silent = 没说话
desk-column_outcome = 结果
desk-late = 晚了
desk-taken = 有人接了
# Variables: $name
desk-taken_by = { $name }接了
desk-yours = 您的
desk-place_unknown = 不知道地点
desk-untaken = 还没有人答应：
desk-any = 不限
desk-any_open = 所有进行中的
desk-all = 全部显示
desk-show = 显示
desk-next_page = 下一页
desk-first_page = 第一页

# ---- 警报
desk-heard_at = 告诉负责人的时间
desk-no_words = 对方没有写自己的话。
desk-show_words = 显示对方说的话
desk-flag_note = 千万不要写给对方。可能有人在旁边看。
desk-to_call = 去看对方的电话
desk-heard = 我处理了
desk-heard_note = 有人照看对方了，才按这个。

# ---- 求助
desk-request = 求助
desk-to_request = 这个求助的全部情况
desk-details = 谁，在哪里
desk-reveal = 显示姓名、电话和地点
desk-reveal_note = 查看会留下记录。
desk-name = 姓名
desk-their_name = 帮谁问
desk-phone = 电话
desk-place = 地点
desk-added = 后来补充的
desk-remark = 对方怎么说这次帮忙
desk-closed = 关闭时间
desk-who_helps = 谁来帮忙
desk-nobody_yet = 还没有人答应。
desk-accepted = 答应时间
desk-arrives = 到达时间
desk-word = 门口说的词
desk-who_was_asked = 问过谁
desk-nobody_asked = 还没有问过谁。
desk-asked_at = 问的时间
desk-distance = 距离
desk-group_chat = 群聊
desk-why_these = 为什么是这些小组
desk-wave_at = 第 { $number } 轮，{ $at }
desk-looked_for = 找的是：
desk-in_parts = 没有小组能全做，所以分开来问：
desk-unmet = 没有人可以再问：{ $leaves }。
desk-opens_at = 有小组开放的时间：{ $at }。
desk-able =
    { $count ->
        [0] 没有小组能帮忙
       *[other] { $count } 个小组能帮忙
    }
desk-more_able = 后面还有 { $count } 个小组能帮忙。
desk-no_look_yet = 还没有找过小组。
desk-was_asked = 问过了
desk-speaks = 会说{ $language }
desk-speaks_not = 不会说{ $language }，需要翻译
desk-load_none = 现在没有事
desk-load_little = 事情不多
desk-load_half = 忙了一半
desk-load_much = 快满了
desk-never_asked = 以前没有问过
desk-last_asked = 上次问的时间：{ $at }
desk-match_remote = 不用上门
desk-match_helped_before = 以前帮过，双方都满意
desk-match_inside = 就在那个区域里面
desk-match_gate_only = 只能到大门口
desk-others = 为什么不是别的小组
desk-rejected_leaf = { $count } 个不做这件事
desk-rejected_mode = { $count } 个来不了，这件事要人到场
desk-rejected_communication = { $count } 个没法和对方沟通
desk-rejected_accommodation =
    { $lacking ->
        [none] { $count } 个做不到对方需要的事
       *[other] { $count } 个做不到：{ $lacking }
    }
desk-rejected_open = { $count } 个现在不开放
desk-rejected_capacity = { $count } 个满了
desk-rejected_coverage = { $count } 个太远了
desk-rejected_restriction = { $count } 个按那里的规定进不去
desk-rejected_refused = { $count } 个说过不行
desk-rejected_blocked = { $count } 个不应该再见到对方
desk-lack = { $what }（{ $count }）
desk-lacks_sign_language = 手语
desk-lacks_interpreter = 翻译
desk-lacks_easy_read = 简单的话
desk-lacks_no_stairs = 搬东西上楼
desk-lacks_wheelchair = 帮坐轮椅的人
desk-lacks_assistance_dog = 不怕狗
desk-lacks_woman_only = 女的来
desk-look_again = 现在再看一次
desk-look_again_note = 只是看看，什么都不变，也不问人。
desk-now = 现在会是这样
desk-now_note = 这样看没有问任何人。
desk-groups_new = 第 { $number } 轮不能、现在能帮的：{ $groups }
desk-groups_gone = 第 { $number } 轮能、现在不能帮的：{ $groups }
desk-first_now = 现在排第一的是：{ $group }
desk-it_was = （第 { $number } 轮：{ $count } 个）
desk-no_difference = 和第 { $number } 轮一样。
desk-arrival = 帮忙的人到了吗？
desk-arrival_done = 到了，都办好了
desk-arrival_partly = 只办了一部分
desk-arrival_no = 没有
desk-close_request = 关闭这个求助
desk-close_reason = 为什么关闭？
desk-close_note = 会告诉正在帮忙的人，也会告诉求助的人。
desk-reason_no_longer_needed = 对方不需要了
desk-reason_helped_otherwise = 别人帮过了
desk-reason_asked_twice = 同一件事问了两次
desk-reason_nobody_able = 我们这里没有人能帮
desk-reason_not_for_us = 这不是邻居能做的事

# ---- 通话
desk-take_call = 我来接
desk-keep_call = 再留一会儿
desk-give_back = 退回去
desk-taken_until = 别人接了这个电话，到{ $at }为止。
# Variables: $name, $at
desk-taken_by_until = { $name }接了这个电话，到{ $at }为止。
desk-free_call = 放回队列
desk-free_call_note = 对方接不下去时才这样做。请先问一声。
desk-yours_until = 这个电话归您，到{ $at }为止。
desk-no_name = 不知道姓名
desk-dial = 打给对方
desk-show_number = 显示完整号码
desk-no_number = 没有对方的号码。
desk-never_ask = 千万不要问银行卡、密码和证件。
desk-no_voice = 不要打电话。请在下面写。
desk-by_relay = 不要挂断。话要对本人说，不是对接线员。
desk-by_interpreter = 请带翻译。话要对本人说，句子要短。
desk-again_at = 什么时候再打？
# Variables: $parts (一天里的时段)
desk-ring_only = 只在这些时候打：{ $parts }。
desk-borrowed_phone = 这不是对方的电话。别人接就什么都不说。
# Variables: $name
desk-who_answers = 可能是{ $name }接。什么都不要对那个人说。
desk-no_message = 不要留言。
desk-note = 给下一个人的话
desk-they_are_in_danger = 对方有危险
desk-danger_note = 马上告诉安全负责人。您会看到要念的急救电话。
# 这时替对方输入的话。要能听懂是危险。
desk-danger_words = 我有危险
desk-say_this = 请这样说
desk-do_this = 请这样做
desk-if_they_doubt = 对方不相信时
desk-opening_again = 再说一遍开场的话
desk-to_questions = 去问问题
desk-stop = 危险，或者停下
desk-they_want_to_stop = 对方现在想停
desk-what_they_say = 对方怎么回答？
desk-what_they_say_many = 对方怎么回答？可以有几个。
desk-none_of_these = 都没有
desk-say_again = 简单地再说一遍
desk-say_as_before = 照原来的说
desk-keys = 用数字键回答
desk-keys_note = 在输入框外面都可以用。
desk-they_see = 对方看到的
desk-they_wrote = 对方有新的话。
desk-answer = 对方的回答
desk-or_answer = 或者写下对方的话
desk-keep_answer = 记下回答
desk-begin = 开始问
desk-leader = 对方怎么说？
desk-leader_yes = 行，我们来
desk-leader_no = 不行
desk-read_to_leader = 他们答应了：请念给他们听
desk-read_slowly = 请慢慢念，口令请他们重复一遍。
desk-word_at_door = 在门口说的口令
desk-word_from_afar = 先说的口令
desk-do_not_phone = 他们不要给居民打电话。
desk-read_note = 他们打电话告诉我们进展。没有消息，我们就打给他们。
desk-leader_now = 他们现在怎么说？
desk-rests = 对方想暂停或退出时
desk-rests_week = 暂停一个星期
desk-rests_leave = 对方不想再帮忙了
desk-rests_note = 这样就不再打电话找他们。退出的人可以再请。
desk-said_not_a_volunteer = 对方是组长，不是志愿者。换组长要找协调员。
desk-invited_no = 对方说不，就用“对方不要帮助”结束。名字和号码会删掉。
desk-task_sets_out = 他们现在出发
desk-task_begins = 他们现在开始
desk-task_done = 办好了
desk-task_partly = 办好了一部分
desk-task_given_back = 他们帮不了了
desk-newest_first = 说过的话，最新的在最上面
desk-by_linli = 邻里
desk-by_person = 对方
desk-by_caller = 打电话的人
desk-write = 写给对方
desk-your_name = 您的名字
desk-your_words = 您要写的话
desk-send = 发送
desk-write_note = 对方会看到您的名字。回答会到这一页。
desk-not_reached = 没有联系上？
desk-not_reached_note = 电话会回到名单，换个时间再打。
desk-contact = 怎样联系才安全
desk-may_call = 可以打电话吗？
desk-not_asked = 没有问过
desk-ring_when = 什么时候？都不选就是随时。
desk-message_is_safe = 可以留言
desk-phone_is_borrowed = 电话不是本人的
desk-who_else_answers = 还有谁可能接电话？
desk-keep_contact = 记下来
desk-outcome = 通话结果
desk-close_call = 结束通话

# ---- 有人打进来
desk-new_call = 有人打进来
desk-invites = 用电话邀请
desk-invites_about = 给只有电话的人。会有人打给他们，问要不要参加。
desk-invites_number_hint = 带国家号，或照这里的拨法。
desk-invites_group = 小组
desk-invites_no_groups = 还没有小组。请先加一个。
desk-invites_as = 请对方做什么
desk-invited_as_volunteer = 做志愿者
desk-invited_as_leader = 带这个小组
desk-invited_as_caller = 接打电话
desk-invites_name_hint = 知道就写。打电话的人会找这个人。
desk-invites_needs = 怎么和对方说话，知道就选
desk-invites_note = 打电话的人要知道的事
desk-invites_send = 放进电话队列
desk-invites_taken = 这个号码已经请过，或已在小组里。没有加人。
desk-invites_else = 这是同用一个电话的另一个人
desk-invites_else_note = 那就写上名字，好让打电话的人找到。
desk-invites_made = 用电话邀请的
desk-invites_none = 还没有用电话请过人。
desk-invites_until = 有效到
desk-said_invited = 电话已在队列里。会有人打给对方。
desk-invite_waiting = 在等电话
desk-invite_joined = 参加了
desk-invite_declined = 说了不，已删掉
desk-invite_over = 没有及时找到，已删掉
desk-new_call_about = 对方在线上时从这里开始。电话会留给您。
desk-their_number = 对方的电话号码
desk-their_number_hint = 对方不想说，就空着。
desk-number_refused = 这个号码不对。请检查一下。

# 把纸上的回答输入系统，以及凭对方念出的号码接着谈。
desk-paper = 输入纸上的回答
desk-next_in_chat = 下一个电话会发到您的聊天里。
desk-type_paper = 输入停电停网时填的纸
desk-type_in = 输入一张纸，或一个号码
desk-paper_about = 请输入纸末尾的回答行。要么全部接收，要么都不接收。
desk-paper_new_about = 这张纸是停电停网时填的。会为它开始一次新通话。
desk-answer_line = 回答行
desk-answer_line_hint = 例如：1=1 4=13 9="花园路5号" c=7。横线表示没有回答。
desk-take_line = 接收这一行
desk-said_line_taken = 整张纸都接收了。
desk-back_to_call = 回到通话
desk-their_code = 对方有一个号码
desk-their_code_digits = 对方念出的九位数字
desk-their_code_hint = 对方的谈话会在这里接着进行。这里答过的内容会被替换。号码只能用一次。
desk-said_too_many_codes = 试的号码太多了。请一小时后再试，或者不用号码继续。
desk-go_on_there = 接着谈

# 开始通话前，怎样和对方交流
desk-talk_no_phone_calls = 不要给对方打电话。
desk-talk_no_text = 对方看不了文字，什么都要说出来。
desk-talk_blind = 对方看不清。先说您是谁，再说接下来做什么。
desk-talk_hard_of_hearing = 请说清楚。问问对方听到了什么。
desk-talk_speech = 给对方时间。不要替对方把话说完。
desk-talk_sign_language = 对方用手语。写得短一点。
desk-talk_interpreter = 话要对本人说，不是对翻译说。
desk-talk_easy_read = 用简短好懂的话。一次说一件事。
desk-talk_slow = 一次问一件事，然后等。不要催。
desk-talk_large_print = 给对方的纸要用大字。
desk-best_ways = 最适合对方：{ $ways }。
desk-helper = { $name }帮对方和我们交流。
desk-helper_call = 实在联系不上时，可以打给{ $name }。只说联系不上本人。
desk-show_helper_number = 显示帮手的号码
desk-dial_helper = 打给帮手

# ---- 电话里的语音
desk-recordings = 语音消息
desk-recordings_note = 这些话只有人能听懂。您听过会有记录。
desk-recording = 语音消息，{ $at }
