# 打电话的人怎么开头：先说这些，再问问题。网页和纸上一样。
# `opening-<step>` 念给接电话的人；`.do` 告诉打电话的人怎么做；
# `opening-<step>-<answer>` 是对方可能的回答。

# ---- 我是谁。Variables: $caller? (打电话的人的名字), $name? (找谁)
opening-who =
    { $caller ->
        [none] 您好。
       *[other] 您好，我叫{ $caller }。
    }
    { $name ->
        [none] 是您要我们打电话的吗？
       *[other] 请问您是{ $name }吗？
    }
    .do = 不知道对方是谁之前，不提邻里和求助。
# 没有要我们打电话的人：请他们参加。Variables: $caller?, $name?
opening-who_invited =
    { $caller ->
        [none] 您好。
       *[other] 您好，我叫{ $caller }。
    }
    { $name ->
        [none] 我能说一下为什么打来吗？
       *[other] 请问您是{ $name }吗？
    }
opening-who-yes = 是本人
opening-who-wrong = 是别人
opening-who-voicemail = 是语音信箱
opening-who-relay = 是中转接线员
opening-who-unclear = 我很难听懂对方

# ---- 现在方便吗
opening-from = 我是邻里的，我们是互相帮忙的邻居。
# 谁请、请去哪里、请做什么。Variables: $group, $inviter? (谁给的号码), $invited_as (volunteer, leader, caller)
opening-invited =
    { $inviter ->
        [none] 我们为{ $group }打来。
       *[other] { $inviter }给了我们您的号码。是{ $group }的事。
    }
    { $invited_as ->
        [leader] 您愿意带这个邻居小组吗？
        [caller] 有邻居等人说话，您愿意打电话吗？
       *[volunteer] 您愿意有空时帮帮邻居吗？
    }
    每次有事，我们都打电话问您。
    您可以说不。那我们就删掉您的号码。
opening-safe =
    现在说话方便吗？安全吗？
    您随时可以说停。
    .do = 注意听：旁边可能有人。不要问为什么不安全。
opening-safe-yes = 现在可以
opening-safe-no = 现在不行

# ---- 怎么相信我。Variables: $coordinator_phone?
opening-doubt =
    我不会问银行卡、密码或证件。
    { $coordinator_phone ->
        [none] 不放心就挂断，打您知道的号码。
       *[other] 不放心就挂断，打给我们：{ $coordinator_phone }。
    }

# ---- 现在不方便
opening-later =
    没关系。
    什么时候再打给您？
    .do = 不要勉强。道别以后记下对方说的时间。

# ---- 别人接的
opening-wrong =
    对不起，打扰了。
    我下次再打。再见。
    .do = 不要提求助的事，连有这件事也不要说。

# ---- 语音信箱。Variables: $caller?, $coordinator_phone?
opening-voicemail =
    { $caller ->
        [none] 您好。
       *[other] 您好，我是{ $caller }。
    }
    { $coordinator_phone ->
        [none] 请回电话。再见。
       *[other] 请回电话：{ $coordinator_phone }。再见。
    }
    .do = 只说这些。不要提邻里，也不要提求助的事。
opening-no_voicemail = 马上挂断。不要留言。

# ---- 中转接线员
opening-relay =
    您好。我等您接通。
    .do = 不要挂断。话要对本人说，不是对接线员。给对方时间。

# ---- 需要翻译
opening-interpreter =
    我去找会说您的语言的人。
    请不要挂断。
    .do = 话要对本人说，句子要短。每句都等一等。

# ---- 很难听懂
opening-unclear =
    我不着急。我问，您说是或不是。
    我听错了，请告诉我。
    .do = 把听懂的重复一遍。不要替对方说完。听不懂就说听不懂。

# ---- 接着说
opening-relay-go_on = 接着说
opening-interpreter-go_on = 现在有人翻译了
opening-unclear-go_on = 现在听得懂了
opening-unclear-interpreter = 对方需要翻译

# ---- 可能有危险。不说已经叫了人。Variables: $emergency?
opening-danger =
    有危险，请先挂断。
    然后拨打{ part-emergency }。
    我自己不能派人去。
