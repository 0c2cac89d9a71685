# The page a practice district starts with. The practice line stands above it.

page-start_title = Linli: practise here
page-start_heading = Try Linli with made-up neighbours
page-start_about =
    The groups, the places and the people here are made up.
    Only how many groups give what follows a study.
page-start_study = The study: Zhao and others, 2024
page-start_ask = Ask for help
# "Osmanthus Garden" is a place of the practice district.
page-start_ask_about =
    When you are asked where, write: Osmanthus Garden.
    Neighbours answer by themselves after some seconds.
page-start_join = Be a volunteer
page-start_join_about = Use a second browser for it, so that you are two people.
page-start_desk = See the queue as a coordinator
page-start_desk_about = It shows who waits for a person, and every open request.
page-start_docs = Read what programs can do
page-start_docs_about = Every operation of the API, in English.
