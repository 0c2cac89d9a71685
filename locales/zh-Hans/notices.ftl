# 邻里主动告诉人的话。变量与英文相同，? 表示可能没有。

# ---- 给居民

notice-request_received =
    收到您的求助：{ $leaves }。
    编号是 R { $receipt }。
    我们正在问您附近的邻居。
    一有人答应，就告诉您。

notice-request_changed =
    您的求助 R { $receipt } 改好了：{ $leaves }。
    帮您的人会看到。

notice-request_cancelled =
    您的求助 R { $receipt } 取消了：{ $leaves }。
    您随时可以再求助。

notice-request_split =
    您的求助 R { $receipt } 分给几个小组：{ $leaves }。
    有人答应时，会告诉您每个人的名字。

notice-request_status =
    您的求助 R { $receipt }：{ $leaves }。
    进展：{ $status }。

notice-request_restricted =
    { $access ->
        [closed] 您那里的规定变了。现在谁也不能上门。
        [gate] 您那里的规定变了。外面的人只能到小区门口。
       *[door] 您那里的规定取消了。帮忙的人又能上门了。
    }
    { $access ->
        [closed] 我们找能在远处帮您的人。
        [gate] 请您准备到小区门口见面。
       *[door] { "" }
    }
    { $access ->
        [gate] 您去不了吗？想转人工，请按 0。
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] 到什么时候：{ $at }。
    }
    您的求助编号是 R { $receipt }：{ $leaves }。

notice-request_relayed =
    { $news ->
        [brings] { $name ->
            [none] 有志愿者送到小区门口：{ $leaves }。
           *[other] { $name }送到小区门口：{ $leaves }。
        }
        [sets_out] { $name ->
            [none] 志愿者正在去小区门口：{ $leaves }。
           *[other] { $name }正在去小区门口：{ $leaves }。
        }
        [at_gate] 已经到小区门口：{ $leaves }。
        [alone] { $name ->
            [none] 您那里的规定取消了。志愿者送到您家门口：{ $leaves }。
           *[other] 您那里的规定取消了。{ $name }送到您家门口：{ $leaves }。
        }
        [over] 您那里的规定取消了。我们找一个人送到您家门口：{ $leaves }。
       *[carries] { $name ->
            [none] 里面的志愿者送到您家门口：{ $leaves }。
           *[other] 里面的{ $name }送到您家门口：{ $leaves }。
        }
    }
    { $at ->
        [none] { "" }
       *[other] 预计到达：{ $at }。
    }
    { $both ->
        [none] { $news ->
            [alone] { "" }
            [over] 以前给您的口令不能用了。
            [carries] 我们还在找送过来的人。
           *[other] 我们还在找里面的人送给您。
        }
        [there] 东西已经在小区门口。
       *[yes] { $news ->
            [carries] { $other ->
                [none] 另一位志愿者送到小区门口。
               *[other] { $other }送到小区门口。
            }
           *[other] { $other ->
                [none] 里面的志愿者送到您家门口。
               *[other] 里面的{ $other }送到您家门口。
            }
        }
    }
    { $word ->
        [none] { "" }
       *[other] 家门口的口令是：{ $word }。
    }
    您的求助编号是 R { $receipt }。

notice-looking_further =
    R { $receipt } 还没有人答应：{ $leaves }。
    我们会继续找人。
    您的顺序不变。

notice-still_waiting =
    R { $receipt } 还没有人有空：{ $leaves }。
    您还在名单上，从{ $since }开始。
    如果变急了，请告诉我们。
    想转人工，请按 0。

notice-intake_paused_here =
    现在这里求助的人太多，人手不够。
    您可以继续，我们会留下您的求助。
    开始找人的时间：{ $at }。
    如果今天就要，请告诉我们，我们马上找人。
    想转人工，请按 0。

notice-intake_paused =
    现在求助的人太多，人手不够。
    您的求助 R { $receipt } 已留下：{ $leaves }。
    开始找人的时间：{ $at }。
    如果变急了，请告诉我们。
    那样我们马上找人。
    想转人工，请按 0。

notice-volunteer_found =
    { $name ->
        [none] 有志愿者来帮您：{ $leaves }。
       *[other] { $name }会来帮您：{ $leaves }。
    }
    { $group ->
        [none] { "" }
       *[other] 小组：{ $group }。
    }
    { $other_language ->
        [none] { "" }
       *[yes] 对方可能不会说您的语言。需要翻译，请按 0。
    }
    { $mode ->
        [remote] 对方先说的口令是：{ $word }。
       *[in_person] { $access ->
            [gate] 请到小区门口。志愿者在那里说口令：{ $word }。
            [none] 到门口时，志愿者会说口令：{ $word }。
           *[door] 到门口时，志愿者会说口令：{ $word }。
        }
    }
    { $mode ->
        [remote] 说对口令，您再相信对方。
       *[in_person] { $access ->
            [gate] 说对口令，您再相信对方。
            [none] 说对口令，您再开门。
           *[door] 说对口令，您再开门。
        }
    }
    我们从不要银行卡和密码。
    您的求助编号是 R { $receipt }。

notice-volunteer_on_the_way =
    { $mode ->
        [remote] { $name ->
            [none] 志愿者很快会联系您。
           *[other] { $name }很快会联系您。
        }
       *[in_person] { $name ->
            [none] 志愿者已经出发，正往您那里去。
           *[other] { $name }已经出发，正往您那里去。
        }
    }
    { $at ->
        [none] { "" }
       *[other] 预计到达：{ $at }。
    }
    { $mode ->
        [remote] 对方先说的口令是：{ $word }。
       *[in_person] { $access ->
            [gate] 请到小区门口。那里的口令是：{ $word }。
            [none] 门口的口令是：{ $word }。
           *[door] 门口的口令是：{ $word }。
        }
    }
    您的求助编号是 R { $receipt }。

notice-volunteer_left =
    { $kept_out ->
        [none] { $name ->
            [none] 对不起，志愿者来不了了。
           *[other] 对不起，{ $name }来不了了。
        }
       *[yes] { $name ->
            [none] 对不起，您那里的规定不让志愿者进来。
           *[other] 对不起，您那里的规定不让{ $name }进来。
        }
    }
    我们正在问别人：{ $leaves }。
    您的求助 R { $receipt } 顺序不变。

notice-did_help_arrive = { follow_up-arrived }

notice-arrival_thanks = { $outcome ->
        [done] 谢谢您。帮助到了就好。
       *[other] 谢谢您告诉我们。很抱歉，我们会请人来看。
    }
    您的求助编号是 R { $receipt }。

notice-reminder =
    您刚才开始求助。
    求助还没有发出。
    想再看一遍刚才的问题，请按 9。
    想转人工，请按 0。

notice-call_queued = { $by ->
        [voice] { $before }之前，会有人给您打电话。
        [text] { $before }之前，会有人在这里写给您。
        [relay] { $before }之前，会有人用转接电话打给您。
       *[interpreter] { $before }之前，会有人带翻译联系您。
    }
    { part-call_us }
    有危险不要等，请拨打{ part-emergency }。

notice-call_delayed =
    对不起，要多等一会儿。
    { $by ->
        [voice] { $before }之前，会有人给您打电话。
        [text] { $before }之前，会有人在这里写给您。
        [relay] { $before }之前，会有人用转接电话打给您。
       *[interpreter] { $before }之前，会有人带翻译联系您。
    }
    { part-call_us }
    有危险不要等，请拨打{ part-emergency }。

notice-call_tried =
    { $by ->
        [voice] 我们打过电话，没有找到您。
        [text] 我们写给您了，还没有等到回答。
        [relay] 我们打过转接电话，没有找到您。
       *[interpreter] 我们带翻译找过您，没有找到。
    }
    { $before ->
        [none] 现在有人在想别的办法联系您。
       *[other] { $before }之前，我们会再联系您。
    }
    { part-call_us }
    想要人联系您，请按 0。

notice-call_message =
    { $name }写给您：
    { $text }

notice-alert_unheard =
    我们小组里还没有人回应。
    请不要等我们。
    请马上拨打{ part-emergency }。
    { part-call_us }

notice-listening = 我正在听，请稍等。

notice-media_received =
    这个我还看不懂，也听不懂。
    已经留下来了，会有人来看。
    想要人联系您，请按 0。

# ---- 给志愿者和群

notice-offer = { offer-answer }

notice-group_offer =
    { $half ->
        [none] 有邻居需要：{ $leaves }。
        [bring] 请送到大门口：{ $leaves }。
       *[carry] 请从大门口送到家：{ $leaves }。
    }
    { part-offer }
    { $interpreter ->
        [none] 谁能帮忙？
       *[other] 谁能用{ $interpreter }帮忙？
    }
    请按按钮，详情只发给您。

notice-group_offer_taken =
    { $name ->
        [none] 有志愿者来帮：{ $leaves }。
       *[other] { $name }来帮：{ $leaves }。
    }
    { $area ->
        [none] { "" }
       *[other] 地点：{ $area }附近。
    }
    谢谢大家。

notice-group_offer_closed =
    { $because ->
        [offer_changed] { $restricted ->
            [none] 这个求助改了：{ $leaves }。我们会再问。
           *[yes] 那里的规定变了。这件事先不用帮：{ $leaves }。
        }
        [offer_expired] 还没有人接，我们去问别人了：{ $leaves }。
        [offer_too_late] 已经有别人帮忙了：{ $leaves }。
        [none] 这件事不用帮了：{ $leaves }。
       *[offer_withdrawn] 这件事不用帮了：{ $leaves }。
    }
    { $area ->
        [none] { "" }
       *[other] 地点：{ $area }附近。
    }
    谢谢大家。

notice-offer_needs_private =
    现在还没有接下。只有本组的志愿者可以答应。
    请先私下写给邻里：{ $link }
    然后再按一次按钮。
    还不是志愿者？请向协调员要一个邀请。

notice-offer_accepted =
    { $name ->
        [none] 谢谢。请帮忙：{ $leaves }。
       *[other] 谢谢。请帮助{ $name }：{ $leaves }。
    }
    { $address ->
        [none] { "" }
       *[other] 地址：{ $address }
    }
    { $phone ->
        [none] { $mode ->
            [remote] 请不要打电话。您写给我们的话，我们转告对方。
           *[in_person] 请不要打电话。
        }
       *[other] 电话：{ $phone }
    }
    { $details ->
        [none] { "" }
       *[other] { $details }
    }
    { $accommodations ->
        [none] { "" }
       *[other] 请注意：{ $accommodations }。
    }
    { $interpreter ->
        [none] { "" }
       *[other] 对方说{ $interpreter }。您可能需要翻译。
    }
    { $mode ->
        [remote] 请先说口令：{ $word }。
       *[in_person] { $access ->
            [gate] 到小区门口请说口令：{ $word }。
            [none] 到门口请说口令：{ $word }。
           *[door] 到门口请说口令：{ $word }。
        }
    }
    买东西前先问清楚，并留好小票。
    求助编号：R { $receipt }
    { $mode ->
        [remote] 开始帮忙时请在这里告诉我们。
       *[in_person] 出发时请在这里告诉我们。
    }

notice-offer_too_late =
    别人快了一步：{ $leaves }。
    谢谢您愿意帮忙。

notice-offer_declined = 没关系。我们问别人：{ $leaves }。

notice-offer_withdrawn =
    这件事不用您帮了：{ $leaves }。
    谢谢您一直在。

notice-offer_changed =
    { $restricted ->
        [none] 这个求助改了：{ $leaves }。
       *[yes] 那里的规定变了。这件事是：{ $leaves }。
    }
    { $again ->
        [none] 原来的不用再回答了。
       *[yes] 下面是新的。
    }

notice-offer_expired =
    没等到您的回答，我们去问别人了：{ $leaves }。
    { $letter ->
        [none] { "" }
       *[other] 您还能帮忙吗？能的话请写 { $letter }1。
    }

notice-task = { task-step }

notice-task_started =
    { $mode ->
        [remote] { $name ->
            [none] 谢谢。我们正在告诉对方，您开始帮忙了。
           *[other] 谢谢。我们正在告诉{ $name }，您开始帮忙了。
        }
       *[in_person] { $name ->
            [none] 谢谢。我们正在告诉对方，您出发了。
           *[other] 谢谢。我们正在告诉{ $name }，您出发了。
        }
    }
    求助编号是 R { $receipt }：{ $leaves }。

notice-task_changed =
    { $name ->
        [none] 求助 R { $receipt } 改了：{ $leaves }。
       *[other] { $name }改了求助 R { $receipt }：{ $leaves }。
    }
    时间：{ $urgency }。
    { $address ->
        [none] { "" }
       *[other] 新地址：{ $address }
    }
    { $text ->
        [none] { "" }
       *[other] 还有：{ $text }
    }

notice-task_restricted =
    { $access ->
        [closed] 那里的规定变了。您现在不能进去。
        [gate] 那里的规定变了。您现在只能到小区门口。
       *[door] 那里的规定取消了。您可以到门口了。
    }
    { $access ->
        [closed] 这件事不用您做了。谢谢您愿意帮忙。
        [gate] { $name ->
            [none] 我们请对方到小区门口来。
           *[other] 我们请{ $name }到小区门口来。
        }
       *[door] { $name ->
            [none] 我们正在告诉对方。
           *[other] 我们正在告诉{ $name }。
        }
    }
    { $access ->
        [closed] 已经有要给对方的东西？想转人工，请按 0。
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] 到什么时候：{ $at }。
    }
    求助编号：R { $receipt }：{ $leaves }。

notice-relay_partner =
    { $news ->
        [brings] { $name ->
            [none] 有志愿者送到小区门口：{ $leaves }。
           *[other] { $name }送到小区门口：{ $leaves }。
        }
        [carries] { $name ->
            [none] 里面的志愿者到小区门口来拿：{ $leaves }。
           *[other] 里面的{ $name }到小区门口来拿：{ $leaves }。
        }
        [left] { $name ->
            [none] 另一位志愿者来不了了。我们问别人：{ $leaves }。
           *[other] { $name }来不了了。我们问别人：{ $leaves }。
        }
        [nobody] 另一段还没有找到人：{ $leaves }。
        [sets_out] { $name ->
            [none] 另一位志愿者正在去小区门口：{ $leaves }。
           *[other] { $name }正在去小区门口：{ $leaves }。
        }
        [alone] 那里的规定取消了。请您送到家门口：{ $leaves }。
        [over] 那里的规定取消了。不用人从门口送进去了：{ $leaves }。
       *[at_gate] { $name ->
            [none] 已经到小区门口：{ $leaves }。
           *[other] { $name }说已经到小区门口：{ $leaves }。
        }
    }
    { $news ->
        [left] { $half ->
            [bring] 请把东西先留着。先不要去小区门口。
           *[carry] 您的那一段还是您的。先不要去小区门口。
        }
        [nobody] 我们会继续找人。先不要去小区门口。
        [alone] 没有人从小区门口接着送了。详情在后面。
        [over] 这件事不用您做了。谢谢您愿意帮忙。
       *[other] { "" }
    }
    { $news ->
        [left] 找到别人，我们马上告诉您。
        [nobody] 您等不了？请把这件事退回来。
        [alone] 您不能到家门口？请把这件事退回来。
        [over] 东西已经在您手里？想转人工，请按 0。
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] 预计到达：{ $at }。
    }
    { $word ->
        [none] { "" }
       *[other] 送来的人在小区门口说：{ $word }。
    }
    求助编号：R { $receipt }。

notice-task_done = { $outcome ->
        [partly] 谢谢。我们会问居民还缺什么。
       *[done] 谢谢。我们会问居民是不是都好了。
    }
    求助编号是 R { $receipt }。

notice-task_handed_back =
    谢谢您告诉我们，不用说原因。
    我们现在问别人。
    求助编号是 R { $receipt }：{ $leaves }。

notice-task_check_in = { $name ->
        [none] 您答应帮忙，R { $receipt }：{ $leaves }。
       *[other] 您答应帮助{ $name }，R { $receipt }：{ $leaves }。
    }

notice-task_released =
    有一阵没有您的消息了。
    我们改问别人，R { $receipt }：{ $leaves }。
    { $mode ->
        [remote] 请不用再联系对方了。
       *[in_person] 请您不用再去了。
    }

notice-task_cancelled =
    { $name ->
        [none] 这件事不再需要：{ $leaves }。
       *[other] { $name }不再需要：{ $leaves }。
    }
    { $mode ->
        [remote] 请不用再联系对方了。
       *[in_person] 请您不用再去了。
    }
    谢谢。求助编号是 R { $receipt }。

notice-word_sent = { $name ->
        [none] 我们正在把您的话转告对方。
       *[other] 我们正在把您的话转告{ $name }。
    }

notice-word_from_volunteer =
    { $name ->
        [none] 志愿者写给您，关于求助 R { $receipt }：
       *[other] { $name }写给您，关于求助 R { $receipt }：
    }
    { $text }

notice-word_from_resident =
    { $name ->
        [none] 求助的人写给您，关于 R { $receipt }：
       *[other] { $name }写给您，关于 R { $receipt }：
    }
    { $text }

# ---- 做志愿者的事

part-card =
    { $by ->
        [none] { "" }
        [voice] 方式：打电话。
        [text] 方式：在网页上写字。
        [relay] 方式：通过中转电话。
       *[interpreter] 方式：有翻译。
    }
    { $language ->
        [none] { "" }
       *[other] 语言：{ $language }。
    }
    { $before ->
        [none] { "" }
       *[other] 答应的时间：{ $before }前。
    }

notice-call_card = { card-answer }

notice-call_card_over = { $over ->
        [taken] 别人接了这个电话。谢谢您愿意接。
        [yours] 这个电话现在归您了。
       *[not_needed] 这个电话现在不用接了。谢谢您。
    }

notice-call_passed = 没关系。我们去问别人。

notice-call_yours =
    谢谢您。这个电话归您，到{ $before }。
    { $link ->
        [none] { "" }
       *[other] 打开网页：{ $link }
    }
    链接只能用一次，只给您用。请不要转发。
    您每填一个回答，时间就会延长。
    谈完以后，请在这里写给我们。

notice-call_ended = { $outcome ->
        [no_answer] 谢谢您。我们换个时间再联系。
       *[completed] 谢谢您。这个电话结束了。
    }

notice-call_released =
    您接电话的时间到了。我们现在问别人。
    您填过的都还在。

notice-call_line_taken = { $receipt ->
        [none] 这张纸录好了。没问完的在电话的网页上。
       *[other] 这张纸录好了。求助号是 R { $receipt }。
    }

notice-call_line_refused = { $faults }

notice-enrolled =
    { $name ->
        [none] 欢迎您。您现在是{ $group }的志愿者。
       *[other] 欢迎您，{ $name }。您现在是{ $group }的志愿者。
    }
    { $by_phone ->
        [none] 邻居需要帮助时，我们会写给您。
       *[other] 邻居需要帮助时，我们会打电话给您。
    }
    您随时可以说不。
    { $by_phone ->
        [none] 想暂停或退出，写给我们就行。
       *[other] 想暂停或退出，接电话时说就行。
    }

notice-takes_calls =
    { $name ->
        [none] 欢迎您。您现在为{ $group }接电话。
       *[other] 欢迎您，{ $name }。您现在为{ $group }接电话。
    }
    { $by_phone ->
        [none] 有人等人联系时，我们会写给您。
       *[other] 有人等人联系时，协调员会打给您。
    }
    您随时可以说不。
    { $by_phone ->
        [none] 想暂停或退出，写给我们就行。
       *[other] 想暂停或退出，接电话时说就行。
    }

notice-chat_joined =
    这个群现在属于{ $group }。
    有邻居需要帮助时，我们也会在这里问。
    谁答应，细节只私下告诉谁。

notice-invite_refused =
    这个邀请不能用。可能过期了，或已经用过。
    请向协调员要一个新的。
    { part-call_us }

notice-profile_kept =
    我们记住了怎样和您交流。
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
    { $helper ->
        [none] { "" }
       *[other] 帮您的人：{ $helper }。
    }
    想改请写：怎样和我说话
    想删请写：忘掉怎样和我说话
notice-profile_forgotten =
    我们已经忘掉怎样和您交流。
    没办完的求助还保留需要的内容。
    我们不再问。
notice-voice_refused =
    您的设置不收我的语音，所以我只写字。
    想听请先允许，再写：说给我听

notice-resume_code =
    您的代码是 { $code }。
    凭它可以在别的手机、电脑或平板上继续。
    先在那边写给我们，再输入或说出代码。
    只能用一次，{ $days } 天内有效。
    拿到代码的人能看到您说过的话。

notice-go_on_refused =
    这个代码在这里不能用。可能过期了，或已经用过。
    请在原来的地方再要一个。
    { part-call_us }

notice-went_elsewhere =
    您的对话现在在别处继续。
    不是您本人？请按 0 转人工。

notice-goes_on_here =
    您原来写信的地方收不到我们的消息了。
    所以我们在这里继续。
    转人工请按 0。

notice-paused = { $at ->
        [none] 您回来之前，我们不会来问您。
       *[other] { $at }之前，我们不会来问您。
    }
    想重新帮忙时，写给我们就行。

notice-resumed = 欢迎回来。邻居需要帮助时，我们会写给您。

notice-left =
    您不再是志愿者了。谢谢您帮过的忙。
    您仍然可以在这里求助。

# ---- 给照看全局的人

notice-safeguarding_alert = { $kind ->
        [flag] 请小心处理。可能有人被身边的人伤害。
        [ask] 请尽快看。可能有人有危险。
       *[danger] 紧急。有人说自己有危险。
    }
    { $kind ->
        [flag] 给对方写消息时不要提这件事。
        [ask] 邻里正在问对方有没有危险，没有打给任何人。
       *[danger] 邻里给了急救号码，没有打给任何人。
    }
    { $danger_class ->
        [none] { "" }
       *[other] 可能是：{ $danger_class }。
    }
    时间：{ $at }。
    { $name ->
        [none] { "" }
       *[other] 姓名：{ $name }。
    }
    { $phone ->
        [none] { "" }
       *[other] 电话：{ $phone }。
    }
    { $receipt ->
        [none] { "" }
       *[other] 求助：R { $receipt }。
    }
    { $text ->
        [none] { "" }
       *[other] 对方的话：{ $text }
    }
    { $link ->
        [none] { "" }
       *[other] 打开：{ $link }
    }

notice-coordinator_alert =
    { $group ->
        [none] { $tries ->
            [none] 有人在等人工。
           *[other] 一直没有联系上一个人。
        }
       *[other] { $at ->
            [none] 小组“{ $group }”现在没有组长了。
           *[other] 小组“{ $group }”的组长要休息到{ $at }。
        }
    }
    { $group ->
        [none] 原因：{ $reason }。
       *[other] 这个小组只有电话。现在没有人给他们打电话。
    }
    { $tries ->
        [none] { "" }
       *[other] 联系的结果：{ $tries }。
    }
    { $receipt ->
        [none] { "" }
       *[other] 求助：R { $receipt }。
    }
    { $before ->
        [none] { "" }
       *[other] 答应过的时间：{ $before }之前。
    }
    { $link ->
        [none] { "" }
       *[other] 打开：{ $link }
    }

notice-coverage_lost =
    { $count ->
       *[other] { $count } 个地方以前有人能帮，现在没有了。
    }
    { $lost }
    { $further ->
        [0] { "" }
       *[other] 另外还有 { $further } 种情况。
    }
    请到工作台的“覆盖”页看一看。

notice-coverage_back =
    { $count ->
       *[other] { $count } 个地方又有人能帮了。
    }
    { $lost }
    { $further ->
        [0] { "" }
       *[other] 其余的在工作台的“覆盖”页。
    }

notice-offers_unanswered =
    { $days } 天里没有人答应过任何求助。
    { $more ->
        [0] 附近：{ $areas }。
       *[other] 附近：{ $areas }，还有 { $more } 个地方。
    }
    请问问那里的小组。

notice-too_late =
    这件事已经结束了。什么都没有改。
    想转人工，请按 0。
