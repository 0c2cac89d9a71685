# 每条规则听懂了多少，给写规则的人看。

desk-understanding = 听懂的话
desk-understanding_about =
    程序从话里提出答案。人来说对不对。
    被改得最多的规则排在最前面。
desk-understanding_since = 从{ $day }开始，按规则计数。不留话，也不留人。
desk-understanding_small = 小于 5 的数不显示，免得看出是谁。
desk-understanding_none = 还没有规则提出过什么。
desk-understanding_hits = 提出
desk-understanding_confirmed = 说对
desk-understanding_corrected = 改正
desk-understanding_few = 少于 5
desk-understanding_unreviewed = { $language }：危险的规则还没有人审。别指望 Linli 发现危险。
