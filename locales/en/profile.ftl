# How to talk with somebody: asked once, kept if they agree, changed or forgotten at a word.

# Variables: $accommodations?, $ways?, $manner?, $helper_named?
profile-what =
    This is how we talk with you:
    { $accommodations ->
        [none] { "" }
       *[other] You told us: { $accommodations }.
    }
    { $ways ->
        [none] { "" }
       *[other] Best for you: { $ways }.
    }
    { $manner ->
        [none] { "" }
       *[other] You hear from us: { $manner }.
    }
    { $helper_named ->
        [none] { "" }
       *[other] Your helper: { $helper_named }.
    }
    What would you like?
    .simple = Is it still right? Press 1 to leave it as it is.
    .call = What would you like to do with what we know about talking with you?
profile-what-as_it_is = Leave it as it is
profile-what-change = Change it
profile-what-forget = Forget it
profile-stays = It stays as it is.

profile-keep = May we remember how to talk with you? Then you need not say it again.
    .hint = We forget it a month after all is done.
    .simple = Shall we remember it for next time? Press 1 for yes.
profile-keep-yes = Yes, remember it
profile-keep-no = Not now
profile-not_kept =
    That is all right. We do not ask again.
    To change that, write: how I talk

profile-talking = { ask-talking }
    .simple = { ask-talking.simple }
    .item = { ask-talking.item }
profile-talking-no_phone_calls = { ask-talking-no_phone_calls }
profile-talking-no_text = { ask-talking-no_text }
profile-talking-blind = { ask-talking-blind }
profile-talking-hard_of_hearing = { ask-talking-hard_of_hearing }
profile-talking-speech = { ask-talking-speech }
profile-talking-sign_language = { ask-talking-sign_language }
profile-talking-interpreter = { ask-talking-interpreter }
profile-talking-easy_read = { ask-talking-easy_read }
profile-talking-slow = { ask-talking-slow }
profile-talking-large_print = { ask-talking-large_print }

profile-first_way = Which way of talking is best for you?
    .simple = Shall we write or call? Press one number.
    .item = Best for you
profile-first_way-text = In writing
profile-first_way-voice = By phone
profile-first_way-relay = By a relay operator
profile-first_way-interpreter = With an interpreter

profile-next_way = And if that does not work, what do we try next?
    .simple = What else works for you? Press one number.
    .item = Next
profile-next_way-text = In writing
profile-next_way-voice = By phone
profile-next_way-relay = By a relay operator
profile-next_way-interpreter = With an interpreter
profile-next_way-none = Nothing else

profile-helper = Does somebody help you to talk with us?
    .simple = Is there a person who helps you to talk?
    .item = Somebody helps you

profile-helper_name = What is the name of your helper?
    .hint = A first name is enough.
    .simple = Please write the name of who helps you.
    .item = Your helper

profile-helper_may = May we call your helper if we cannot reach you?
    .hint = Please ask your helper first.
    .simple = May we call them when you do not answer?
    .item = We may call them

profile-helper_phone = What is the phone number of your helper?
    .hint = Please write every digit.
    .simple = Please write only the phone number.
    .item = Phone of your helper
    .call_hint = Please tell me every digit, one after the other.

# Variables: $read_back (all answers, one a line)
profile-sure =
    This is what you told us:
    { $read_back }
    Shall we remember it?
    .simple = Shall we remember it for next time? Press 1 for yes.
profile-sure-yes = Yes, remember it
profile-sure-change = No, change something

profile-change_what = What would you like to change?
    .simple = Which answer is wrong? Press its number.
