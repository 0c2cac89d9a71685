# An invited neighbour becomes a volunteer; a volunteer pauses, comes back or leaves.

# Variables: $languages?, $emergency?
enrol-language = { ask-language }
    .call = { ask-language.call }

enrol-what = What would you like to do?
    .simple = Which of these do you want? Press its number.
    .item = You want to
enrol-what-pause = Pause for a while
enrol-what-resume = Help again
enrol-what-leave = Stop being a volunteer
enrol-what-ask = Ask for help myself

enrol-how_long = How long would you like to pause?
    .item = Pause
enrol-how_long-today = Only today
enrol-how_long-week = For one week
enrol-how_long-until_i_return = Until I come back

enrol-leave_sure = Do you want to stop being a volunteer?
    .item = Stop
enrol-leave_sure-yes = Yes, I want to stop
enrol-leave_sure-no = No, I stay
enrol-stayed = Good. You stay a volunteer.

enrol-consent = May we keep your name and what you offer, and ask you for help?
    .simple = We must write down who you are. Is that all right?
enrol-no_consent = That is all right. Without it you cannot be a volunteer here.

enrol-my_name = What is your first name?
    .hint = Residents you help will see it.
    .item = Your name

enrol-services = What can you help with?
    .simple = Which of these can you do? Press the numbers.
    .item = You help with
enrol-services-food = { need-food }
enrol-services-health = { need-health }
enrol-services-home = { need-home }
enrol-services-talk = { need-talk }
enrol-services-money_or_goods = { need-money_or_goods }

enrol-how = How can you help?
    .item = How
enrol-how-in_person = I can come in person
enrol-how-by_phone = By phone
enrol-how-by_text = By written messages

enrol-takes_calls = How can you talk with people who wait for a person?
    .simple = By phone, in writing, or both? Press the numbers.
    .item = You take calls
enrol-takes_calls-by_phone = By phone
enrol-takes_calls-by_text = In writing, on a page

enrol-spoken_languages = Which languages do you know?
    .item = Languages

enrol-able = Which of these are true for you?
    .item = True for you
enrol-able-sign_language = I know sign language
enrol-able-interpreter = I can interpret
enrol-able-easy_read = I can explain in easy words
enrol-able-no_stairs = I can carry things up stairs
enrol-able-wheelchair = I can help with a wheelchair
enrol-able-assistance_dog = I am fine with dogs
enrol-able-woman_only = I am a woman

enrol-hours = When can you help?
    .item = When
enrol-hours-mornings = Mornings
enrol-hours-afternoons = Afternoons
enrol-hours-evenings = Evenings
enrol-hours-nights = Nights
enrol-hours-any_time = At any time

# Variables: $read_back (all answers, one a line)
enrol-sure =
    This is what you told us:
    { $read_back }
    Is it right?
    .simple = Do you want to be a volunteer? Press 1 for yes.
enrol-sure-yes = Yes, I want to help
enrol-sure-change = No, change something

enrol-change_what = What would you like to change?
    .simple = Which answer is wrong? Press its number.
