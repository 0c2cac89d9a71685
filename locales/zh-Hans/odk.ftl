# ODK 或 Kobo 里的表格：除了问题以外，对填表的人说的话。

sheet-odk_stop =
    有人有危险，就停下来。
    请对方马上打 { part-emergency }。
    { $coordinator_phone ->
        [none] 然后告诉协调员。
       *[other] 然后打给协调员：{ $coordinator_phone }。
    }
    每一题都可以选 0，就是找人。
sheet-odk_tell =
    这张表自己不会通知任何人。
    { $coordinator_phone ->
        [none] 请马上告诉协调员。
       *[other] 请马上打给协调员：{ $coordinator_phone }。
    }
sheet-odk_last =
    现在请发送这张表。
    还没有请任何人帮忙。

sheet-odk_known = 已经知道什么？
sheet-odk_known_do = 请自己勾选，不要问对方。
sheet-odk_value-leaves = 邻居需要什么？
sheet-odk_value-urgency = 什么时候需要？
sheet-odk_lookup-my_requests = 请写求助编号。
sheet-odk_lookup-languages = 请写语言的名称。

sheet-odk_person = 0：找人
sheet-odk_zero = 0：对方要找人。
sheet-odk_skip = 没有回答就继续。
sheet-odk_required = 请填这一题，或者填 0 找人。
sheet-odk_too_long = 太长了。最多 { $most } 个字。
sheet-odk_phone = 请写完整的电话号码，或者写 0 找人。
sheet-odk_pin = 知道在地图上哪里吗？
sheet-odk_pin_do = 只标需要帮忙的地方，不要标您自己在的地方。
sheet-odk_at_time = 别的时间
sheet-odk_time = 几点？
sheet-odk_change = 有错吗？请回去改。
sheet-odk_opens = 现在请打开另一张表：{ $title }。

desk-script_xlsform = 拿 ODK 或 Kobo 的表格
