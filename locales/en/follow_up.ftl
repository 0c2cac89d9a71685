# A resident who already asked comes back, or is asked whether help arrived.

follow_up-what = What would you like to do?
    .simple = Which of these do you want? Press its number.
    .item = You want to
follow_up-what-status = See how my request stands
follow_up-what-change = Change my request
follow_up-what-cancel = Cancel my request
follow_up-what-arrived = Say whether help arrived
follow_up-what-new = Ask for something new

follow_up-which = Which request do you mean?
    .item = Request

follow_up-cancel_sure = Do you want to cancel your request?
    .item = Cancel it
follow_up-cancel_sure-yes = Yes, cancel it
follow_up-cancel_sure-no = No, keep it
follow_up-kept = Good. Your request stays as it is.

follow_up-change_what = What would you like to change?
    .item = Change
follow_up-change_what-when = When I need it
follow_up-change_what-where = Where I need it
follow_up-change_what-words = Add something in my own words

follow_up-new_urgency = When do you need it now?
    .item = When

# Variables of .which: $said (the person's own words for the place)
follow_up-new_where = Where is the help needed now?
    .hint = Write the building and street, or a place near you.
    .item = Where
    .which = Which place do you mean by "{ $said }"?
    .call_hint = Tell me the building and street, or a place nearby.

follow_up-new_words = What would you like to add?
    .hint = A few words are enough.
    .item = Added

# Variables: $leaves? (what was needed), $receipt?
follow_up-arrived = { $receipt ->
        [none] { "" }
       *[other] This is about your request R { $receipt }.
    }
    { $leaves ->
        [none] Did the help arrive?
       *[other] Did the help arrive: { $leaves }?
    }
    .simple = Did somebody come and help you? Press one number.
    .item = Help arrived
follow_up-arrived-yes = Yes, all of it
follow_up-arrived-partly = Only a part of it
follow_up-arrived-no = No

follow_up-remark = What was missing?
    .hint = A few words are enough.
    .item = Missing
