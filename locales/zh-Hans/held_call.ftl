# 接了电话的人告诉我们进展。

held_call-step = 您接了一个电话。现在怎么样了？
    .simple = 这个电话您想怎么办？请按一个数字。
    .item = 电话
held_call-step-link = 再多留一会儿，给我新链接
held_call-step-done = 谈过了，办好了
held_call-step-not_reached = 没有联系上
held_call-step-give_back = 我办不了了
