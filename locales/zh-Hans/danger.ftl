# 说的话可能意味着危险：平静地问一次。.simple 是没听懂之后的简单说法。变量与英文相同。

danger-now =
    我想问清楚。
    您或者别人现在有危险吗？
    .simple =
        有人有危险吗？有就按 1。没有就按 2。
        有危险请拨打{ part-emergency }。
    .call = 您或者别人现在有危险吗？
danger-now-yes = 是，现在有危险
danger-now-no = 不是，没有危险
danger-danger_card = { say-danger_card }
danger-read =
    好的。
    小组里的人还是会看您说的话。
