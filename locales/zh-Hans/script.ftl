# 打电话用的稿子：纸上、屏幕上、纯文字。`script-say_` 念给居民听，其余给打电话的人看。
# 开头的话在 opening.ftl，标题在 sheet.ftl。

script-kind_incoming = 对方打来
script-kind_call_back = 我们打去
script-kind_follow_up = 问问结果
script-read_out = 用{ $language }念
script-begin_at = 已经知道的都填好了。从{ $step }开始。
script-all_known = 都填好了。请全部念一遍。

script-about = 对方是谁
script-name = 称呼
script-phone = 电话
script-receipt = 求助编号
script-caller = 打电话的人
script-date = 日期
script-time = 时间
script-until = 已填到
script-must_note = 请注意
script-may_leave = 可以留言
script-no_leave = 不要留言
script-unknown_leave = 不要留言，除非知道留言安全
script-attempts = 每次打电话
script-attempt = 第几次
script-morning = 上午
script-afternoon = 下午
script-evening = 晚上
script-what_came = 结果
script-attempts_note = 换一个时段再打。打了四次，就告诉协调员。
script-try_no_answer = 没人接
script-try_busy = 占线
script-try_voicemail = 留了言
script-try_dead = 打不通

script-stop = 停：有危险
script-stop_when = 对方现在有危险吗？先别问，念这些。
script-stop_then = { $coordinator_phone ->
        [none] 然后马上告诉协调员。
       *[other] 然后马上打给协调员：{ $coordinator_phone }。
    }
script-stop_never = 不要答应帮助。对方自己打不了，您就替对方打这些电话。

script-opening = 提问之前
script-say_hello =
    您好，这里是邻里，邻居互相帮忙。
    我叫{ $caller }。
    我照着稿子问您几个问题。
script-say_follow_up = 您求助过，我想问问结果。
script-say_call_back = 您要找人，我现在有时间。
script-say_offer = 有邻居需要帮助。我想问您能不能帮忙。
script-say_task = 您答应过帮一位邻居。我想问问情况怎样。
script-say_thanks_enrol =
    谢谢您。
    邻居需要帮助时，我们会打电话给您。
    您随时可以说不。
script-say_still_needed = 您还需要这个帮助吗？
script-still_yes = 还需要
script-still_no = 不需要了
script-still_needed = 还需要吗
script-still_needed_do = 不再需要，就写在问还缺什么的地方。
script-who = 是谁
script-safe = 方便的时间
script-doubt = 让对方放心
script-purpose = 为什么打
script-hello = 问好

script-branches = 遇到别的情况
script-wrong = 别人接的
script-voicemail = 语音信箱
script-relay = 中转接线员接的
script-interpreter = 对方需要翻译
script-unclear = 很难听懂对方
script-later = 现在不方便

script-questions = 问题
script-step = 第 { $number } 步
script-at_step = 第 { $number } 步
script-end = 结尾
script-say = 念
script-only_if = 只在这时问：{ $condition }。
script-otherwise = 不是就到{ $step }。
script-go_to = 到{ $step }
script-choose_one = 勾一个
script-choose_many = 符合的都勾上
script-write = 写下对方说的话
script-write_digits = 每格写一位数字
script-may_skip = 对方可以不回答。
script-correct = 有错吗？在上面改好，再念一遍。

script-read_back = 全部念一遍
script-read_back_do = 把回答抄在这里，念给对方听。没问的不抄。
script-answer_line = 录入
script-answer_line_do =
    在工作台输入步号、等号、方框的数字。
    一步有几个，数字写在一起。
    对方的话放在引号里。
    没问的步不写。
    对方不回答的，写 -。
    对方要找别的人，写 0。
script-example = 例如
script-example_words = 花园路 5 号
script-your_line = 您这一行
script-row = 行
script-check =
    最后的 c 是核对码。没时间就写 -。
    从第 0 行开始，看这一行的第一个数字。
    它那一列里的数字，就是下一行。
    这一行的每个数字都这样做，步号也算。
    - 当作 9。最后的数字就是 c。
script-closing = 结束时
script-say_thanks =
    谢谢您。
    我们去找能帮忙的邻居。
    有人答应，就告诉您。
script-say_thanks_follow_up = 谢谢您告诉我们。
script-outcome = 这次电话的结果
script-never = 不要答应有人会来。现在还没有人答应。
script-keep = 这张纸不要给别人看。录入以后就销毁。


script-day_sheet = 电话一览
script-day_sheet_about = 停电断网时用：所有还没打完的电话。
script-day_sheet_held = 您的电话
script-day_sheet_others = 别的电话
script-day_sheet_masked = 称呼和号码只给接了电话的人看。
script-day_sheet_none = 没有这样的电话。
script-promised = 答应的时间
script-language = 语言
script-how = 方式
script-reason = 原因
script-notes = 备注

desk-scripts = 纸上的稿子
desk-scripts_about = 稿子上有电话里要问的全部问题。请先印几份备用。
desk-script_form = 问什么
desk-script_kind = 谁打给谁
desk-script_language = 居民的语言
desk-script_ours = 您的语言
desk-script_large = 大字
desk-script_page = 打开网页
desk-script_pdf = 拿 PDF
desk-script_text = 拿纯文字
desk-script_of_request = 这个求助的稿子
desk-script_filled_note = 已经答的都填好了。会记下您看过。
desk-script_so_far = 稿子，已答的填好
desk-script_of_call = 纸上的稿子
desk-script_of_call_note = 上面有称呼、号码和回答。会记下您看过。
desk-day_sheet = 电话一览
desk-day_sheet_mine = 显示我的电话的称呼和号码
desk-why_no_pdf = 这台机器不能做 PDF
desk-way_no_pdf = 请打开网页，再打印。
