# 按 0 转人工。第一个选项是危险。

person-how =
    您想怎样找人帮忙？
    { part-call_us }
    .simple = 您有危险吗？有就按 1。没有就按别的数字。
person-how-danger = 我现在有危险
person-how-call_me = 给我打电话
person-how-write_to_me = 在这里写给我
    .call = 写到以前联系的地方
person-how-go_on = 接着刚才的问题
person-danger_card = { say-danger_card }
