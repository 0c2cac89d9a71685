# 聊天网页、问题下面的按钮、聊天程序的命令。

page-title = 邻里：邻居帮邻居
page-name = 邻里
page-heading = 请邻居帮忙
page-skip = 跳到问题
page-quick_exit = 马上离开本页
page-log = 说过的话
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
page-elsewhere = 换一个设备继续
page-get_code = 给我一个代码
page-code = 您的代码是 { $code }，只能用一次。
page-have_code = 我有代码
page-resume = 在这里继续
page-code_refused = 这个代码不能用。请再要一个新的。

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
