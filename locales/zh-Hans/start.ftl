# 演练街区的首页，上面写着演练的提示。

page-start_title = 邻里：在这里演练
page-start_heading = 和虚构的邻居一起试用邻里
page-start_about =
    这里的小组、地点和人都是虚构的。
    只有各类服务的比例来自一项研究。
page-start_study = 研究：Zhao 等人，2024 年
page-start_ask = 请求帮助
# “桂花苑”是演练街区里的一个地点。
page-start_ask_about =
    问到在哪里时，请写：桂花苑。
    过几秒钟，邻居会自己回应。
page-start_join = 做志愿者
page-start_join_about = 请用另一个浏览器，这样您就是两个人。
page-start_desk = 像协调员一样看名单
page-start_desk_about = 看看谁在等真人，还有哪些请求。
page-start_docs = 看看程序能做什么
page-start_docs_about = 接口的全部操作，用英文写成。
