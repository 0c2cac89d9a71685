# 问题前后要说的话，以及几条消息共用的部分。变量与英文相同。

say-practice = 这是演练。这里不会有真正的帮助。

language-line = 中文：请按它的数字。有危险请按 0，或拨打{ part-emergency }。

part-then = { $first }，再{ $second }

part-emergency = { $emergency ->
        [none] 当地的急救或报警电话
       *[other] { $emergency }
    }

part-call_us = { $coordinator_phone ->
        [none] { "" }
       *[other] 您也可以打给我们：{ $coordinator_phone }。
    }

part-offer =
    时间：{ $urgency }。
    { $area ->
        [none] { "" }
       *[other] 地点：{ $area }附近。
    }
    { $distance ->
        [none] { "" }
       *[other] 距离：{ $distance }。
    }
    { $count ->
        [none] { "" }
        [1] 一个人。
        [5] 五个人或更多。
       *[other] { $count } 个人。
    }
    { $accommodations ->
        [none] { "" }
       *[other] 请注意：{ $accommodations }。
    }

say-danger_card =
    邻里不能派人，也不能替您报警。
    { $mode ->
        [none] 请马上拨打{ part-emergency }。
       *[written] { $emergency_sms ->
            [none] 请马上拨打{ part-emergency }。
           *[other] 请马上发短信到 { $emergency_sms }。
        }
    }
    { $emergency_sms ->
        [none] { "" }
       *[other] { $mode ->
            [none] 不能说话，请发短信到 { $emergency_sms }。
           *[written] 身边的人可以拨打{ part-emergency }。
        }
    }
    { $relay ->
        [none] { "" }
       *[other] 聋人转接电话：{ $relay }。
    }
    我们正在通知小组里的人。

say-chosen = 已选：{ $options }。可以再选，选好请按 #。
say-unclear = 对不起，我没有听懂。
say-unclear_again = 对不起，我还是没听懂。我换简单的说法。
say-person_will_look = 我没有听懂，所以会有人来看。
say-not_heard =
    刚才没有听清楚。
    请再说一遍，或者回复数字。
say-heard_wrong = 对不起，我听错了。
say-kept_for_later = 我读到了。我很快会问您这件事。
say-kept_if_new =
    我读到了。
    如果是要新的帮助，请在下面选。
say-understood_wrong = 谢谢。我去掉错的。
say-note_too_long =
    这段语音太长了。
    我一次只能听 { $longest } 秒。
say-stale = 这个按钮属于前面的问题。什么都没有改。
say-question_changed = 问题刚刚换了。请看一看，再回答一次。
say-no_such = 您没有 { $said } 这个求助。什么都没有改。
say-at_start = 这是第一个问题，不能再往回了。
say-stopped =
    我们先停在这里。
    您的回答都留着。
    想继续时，随便写什么都行。
    有危险请拨打{ part-emergency }。
say-welcome_back = 欢迎回来。
    { $read_back ->
        [none] { "" }
       *[other] 您上次告诉我们：
            { $read_back }
    }
    我们接着来。
say-too_long = 您写得很长。我们留下了前 { $most } 个字。

# 从现在起怎样对一个人说话，以及怎样改回来。
say-will_speak =
    我也会说给您听。
    不想听就说：写给我
say-will_write =
    现在我只写字。
    想听就写：说给我听
say-will_slow =
    我会说慢一点。
    想恢复就说：正常声音
say-will_loud =
    我会说大声一点。
    想恢复就说：正常声音
say-usual_voice = 我又像平常一样说话了。
say-no_voice = 这种语言我没有声音，所以只写字。
say-only_written = 我在这里不能说话，只能写字。找人请按 0。
say-listen_here = 这里每条消息都可以听。请按旁边的按钮。

# 纸上的回答行没有被接收：说的是哪一步，以及怎么办。
# Variables: $step?, $said? (what was typed there)
say-line_empty = 这一行是空的。请输入纸上的内容，例如 1=1 2=1。
say-line_no_pair = 这不是步骤和回答：{ $said }。请写步骤、=、回答。
say-line_no_quote = { $step ->
        [none] 这一行的文字
       *[other] 第 { $step } 步的文字
    }缺少后引号。请在文字后面加上 "。
say-line_twice = 这一项出现了两次：{ $said }。请删掉一个。
say-line_too_long = 这比一张纸的内容还长。请一次只输入一张纸。
say-line_no_check = 缺少校验码。请加上 c= 和那个数字。纸上没有，就写 c=-。
say-line_wrong_check = 校验码不对。请把每个数字和纸上对一遍。
say-line_other_form = 这张纸和现在问的不是一回事。请一题一题地回答。
say-line_other_edition = 这张纸是另一个版本。请一题一题地回答。
say-line_no_such_step = 这张纸上没有第 { $step } 步。请核对步骤的号码。
say-line_missing = 缺少第 { $step } 步。请写上回答，没有回答就写 -。
say-line_not_asked = 按这些回答，不该问第 { $step } 步。请核对，或者删掉它。
say-line_after_end = 第 { $step } 步在结束之后。请删掉它，或者核对前面。
say-line_unknown_digits = 第 { $step } 步没有 { $said } 这个回答。请用方框旁的数字。
say-line_not_understood = 第 { $step } 步不能这样填：{ $said }。请和纸上核对。
say-line_kept = 还没有接收任何内容。您输入的内容都留着。请改好后再发一次。

read_back-line = { $item }：{ $value }
request-option = R { $receipt }：{ $leaves }

time-today = 今天 { $time }
time-tomorrow = 明天 { $time }
time-day = { $day } { $time }
distance-metres = 直线大约 { $number } 米
distance-kilometres = 直线大约 { $number } 公里

how-choose_many = 可以选几个，比如 1 3。
how-more = 6 更多选项。
how-done = # 都不是，继续。
how-skip = # 跳过。
how-person_calls = 按 0：有人给您打电话。
how-person_helps = 按 0：有人来帮您。
how-keys = 0 转人工，9 再说一遍，* 返回。
