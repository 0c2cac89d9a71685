# 纸上的表格：标题，以及什么时候问哪一步。

sheet-title-ask = 求助
sheet-title-follow_up = 关于一个求助
sheet-title-profile = 怎样和一个人交流
sheet-title-offer = 请志愿者帮忙
sheet-title-task = 帮忙的进展
sheet-title-card = 请人接电话
sheet-title-held_call = 电话的进展
sheet-title-enrol = 成为志愿者
sheet-title-person = 找人
sheet-title-choose_language = 选语言
sheet-title-go_on = 在别处继续
sheet-title-heard = 听到的话
sheet-title-understood = 听懂的话
sheet-title-danger = 是否有危险

sheet-if_answered = 第 { $step } 步回答了：{ $answers }
sheet-and = { $first }，并且{ $second }
sheet-or = { $first }，或者{ $second }
sheet-not = 除非{ $condition }

sheet-fact-language_known = 知道对方的语言
sheet-fact-language_known-not = 不知道对方的语言
sheet-fact-consented = 对方已经同意
sheet-fact-consented-not = 对方以前没同意过
sheet-fact-name_known = 知道对方的称呼
sheet-fact-name_known-not = 不知道对方的称呼
sheet-fact-phone_known = 知道对方的电话
sheet-fact-phone_known-not = 不知道对方的电话
sheet-fact-volunteer = 对方是志愿者
sheet-fact-volunteer-not = 对方还不是志愿者
sheet-fact-several_requests = 对方有几个求助
sheet-fact-several_requests-not = 对方最多有一个求助
sheet-fact-profile_kept = 对方同意我们记住怎样交流
sheet-fact-profile_kept-not = 对方没同意我们记住
sheet-fact-profile_asked = 问过对方要不要记住
sheet-fact-profile_asked-not = 还没问过对方要不要记住
sheet-fact-profile_to_keep = 对方说过值得记住的事
sheet-fact-profile_to_keep-not = 对方没说过要记住的事
sheet-about-purpose-arrived = 我们问帮助到了没有
sheet-about-purpose-arrived-not = 不是我们问帮助到了没有
sheet-about-purpose-word = 对方要说怎样交流
sheet-about-purpose-word-not = 对方不是来说怎样交流
sheet-about-takes_calls-yes = 对方拿的是接电话的邀请
sheet-about-takes_calls-yes-not = 对方拿的不是接电话的邀请
sheet-about-remote-yes = 对方远程帮忙
sheet-about-remote-yes-not = 对方当面帮忙
