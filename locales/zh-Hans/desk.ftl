# 协调员和打电话的人用的页面。危险总在最前面。

desk-title = 邻里工作台
desk-skip = 跳到名单
desk-sign_in = 登录
desk-sign_in_by_link = 请打开给您的链接。没有就向协调员要。
desk-link_used = 这个链接过期了，或已经用过。请向协调员要新的。
desk-sign_out = 退出
desk-signed_in = 您的登录名是{ $name }。
desk-refresh = 看看有没有新的
desk-not_allowed = 您不能看这一页。
desk-not_found = 这里没有内容。

# ---- 名单
desk-queue = 谁在等人工
desk-dangers = 有危险
desk-no_dangers = 没有人说自己有危险。
desk-calls = 要打的电话
desk-no_calls = 没有人在等电话。
desk-requests = 进行中的求助
desk-no_requests = 没有进行中的求助。
desk-unfinished = 没说完的求助
desk-no_unfinished = 没有没说完的求助。
desk-column_receipt = 编号
desk-column_needs = 需要
desk-column_urgency = 时间
desk-column_area = 地点
desk-column_status = 进展
desk-column_accommodations = 请注意
desk-column_since = 开始时间
desk-column_reason = 原因
desk-column_by = 方式
desk-column_promised = 答应的时间
desk-column_language = 语言
desk-column_action = 要做的事
desk-late = 晚了

# ---- 通话
desk-take_call = 我来接
desk-give_back = 退回去
desk-taken_by = { $name }接了这个电话。
desk-reveal = 显示姓名和号码
desk-reveal_note = 查看会留下记录。
desk-name = 姓名
desk-phone = 电话
desk-place = 地点
desk-details = 详情
desk-never_ask = 千万不要问银行卡、密码和证件。
desk-no_voice = 不要打电话。请在下面写。
desk-no_message = 不要留言。
desk-may_leave_message = 可以留言：只说您的名字和我们的号码。
desk-write = 您要写的话
desk-send = 发送
desk-answer = 对方的回答
desk-keep_answer = 记下回答
desk-outcome = 通话结果
desk-close_call = 结束通话
desk-call_closed = 通话结束了。
desk-heard = 我看到了
desk-close_request = 关闭这个求助
desk-close_reason = 为什么关闭？
desk-saved = 保存好了。
desk-changed_meanwhile = 别人改过了。现在是这样。
