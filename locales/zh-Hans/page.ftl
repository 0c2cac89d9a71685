# 聊天网页、问题下面的按钮、聊天程序的命令。

page-title = 邻里：邻居帮邻居
page-name = 邻里
page-heading = 邻居互相帮忙
page-places_by = 地点数据：{ $credit }
page-skip = 跳到问题
page-quick_exit = 马上离开
page-safety = 您的安全
page-danger =
    { $button ->
        [none] 现在有危险吗？请拨打{ part-emergency }。
       *[other] 现在有危险吗？请按 { $button }，或拨打{ part-emergency }。
    }
    { $emergency_sms ->
        [none] { "" }
       *[other] 不能说话，请发短信到 { $emergency_sms }。
    }
page-log = 说过的话
page-quiet = 现在没有事情。想开始就写几个字。
page-by_linli = 邻里
page-by_you = 您
page-by_person = 真人
page-waiting = 您的话收到了，马上回答。
page-refresh = 看看回答
page-answer = 您的回答
page-choose_one = 请选一个
page-choose_many = 请选一个或几个
page-send_choice = 发送选好的
page-type = 用自己的话回答
page-or_type = 也可以用自己的话回答
page-send = 发送
page-open_call = 打开这个电话的网页
page-elsewhere = 换一个设备继续
page-get_code = 给我一个代码
page-code = 您的代码是 { $code }，只能用一次。
page-have_code = 我有代码
page-resume = 在这里继续
page-forget_about = 别人也用这个设备吗？请不要留下您的话。
page-forget = 让这个设备忘记我

page-lost = 连接断了。本页会自己重试，您写的字还在。

# ---- 没有成功时说的话
page-told_empty = 还没有发送。请先选一个，或写几个字。
page-told_too_long = 太长了，没有发送。请分成两次发送。
page-told_earlier_page = 这是旧的页面，没有发送。请再发一次。
page-told_no_cookie =
    浏览器没有保存 Cookie，没有发送。
    请允许 Cookie，再发一次。
    { part-call_us }
page-told_code_refused = 这个代码不能用。请再要一个新的。
page-told_away =
    现在连不上我们，没有发送。
    { part-call_us }
page-told_unheard = 现在不能播放。文字在网页上，请过一会儿再试。
page-told_recording_empty = 没有声音文件，或文件是空的，没有发送。请录音或选一个文件。
page-told_recording_large = 声音文件太大，没有发送。请分成两次说。
page-told_recording_no_sound = 这个文件没有声音，没有发送。请选声音文件，或写几个字。
page-told_link_ended =
    这个链接不能用了。
    请向协调员要一个新的。
    { part-call_us }
page-told_nowhere =
    这个地址没有内容。
    您可以在这里开始对话。
page-told_forgotten = 这个设备不再认得您。您的请求照常进行。
page-told_other_conversation =
    这个浏览器里有另一段对话。
    打开链接，这里就换成您的对话。
    还要用那段对话，请先要一个代码。
page-you_wrote = 您写的是：
page-try_again = 再试一次
page-open_mine = 打开我的对话
page-told_invited =
    有人请您来帮助邻居。
    按下面的按钮开始。
page-begin = 开始
page-go_back = 回到对话
page-ask_here = 开始对话

# ---- 听消息、用声音回答
page-listen = 听
page-pause = 暂停
page-listen_to = 听：{ $words }
page-no_voice = 这里还不会说这种语言，文字都能看。
page-hearing = 听消息
page-play_new = 新消息自动播放
page-no_sound = 没有声音？文字在上面，请过一会儿再试。
page-voice = 用声音回答
page-voice_about =
    最多可以说 { $minutes } 分钟。
    按发送以前，什么都不会发出。
page-record = 录音
page-record_stop = 停止
page-recorded = 您的录音
page-record_discard = 不要了
page-upload = 发送声音文件
page-upload_choose = 声音文件
page-upload_send = 发送文件
page-recording_gone = 这段录音已经不在了。
page-recording_not_sent = 您的录音没有发送。请再发一次。

page-voice_asking = 浏览器在问能不能用麦克风，请允许。
page-voice_recording = 正在录音，说完请按停止。
page-voice_soon = 还剩十秒。
page-voice_recorded = 录好了。可以听、发送，或者不要。
page-voice_longest = 时间到了，录音还在。可以听、发送，或者不要。
page-voice_discarded = 录音已删除，没有发送。
page-voice_kept = 连接断了。录音还在，连上就发送。
page-voice_refused = 麦克风不能用。请在浏览器里允许，或发送声音文件。
page-voice_none = 没有找到麦克风。可以发送声音文件。
page-voice_cannot = 这个浏览器不能录音。可以发送声音文件。

# ---- 按钮，旁边是它的键
button-person = 转人工
button-again = 再说一遍
button-back = 返回
button-more = 更多选项
button-done = 继续
button-language = 语言
button-share_place = 发送我的位置
button-share_phone = 发送我的号码

# ---- 命令
command-start = 开始或继续
command-person = 转人工
command-again = 再说一遍
command-back = 回到上一题
command-restart = 重新开始
command-stop = 先停下
command-language = 换语言
command-code = 要一个代码，到别处继续
command-call_me = 请给我打电话
command-cannot_read = 我看不懂字
command-profile = 怎样和我说话
command-forget = 忘掉怎样和我说话
command-speak = 说给我听
command-write = 写给我
command-slower = 说慢一点
command-louder = 说大声一点
command-usual = 正常声音
