# A resident asks for help.
# A message is a question; `.hint` explains it, `.simple` says it again after a misunderstanding,
# `.item` names its answer when everything is read back, `.which` offers places that were found.
# `<question>-<option>` is a label to choose. Shared labels are in labels.ftl.

# Variables: $languages? (the question in every language, made from each `language-line`),
# $emergency? (the numbers to call)
ask-language = { $languages ->
        [none] { language-line }
       *[other] { $languages }
    }
    .call = Which language do you speak?

# Variables: $undetected? (nobody reviewed the rules for danger in this language)
ask-safe_now =
    This is Linli, a computer program.
    { $undetected ->
        [none] { "" }
       *[other] Do not count on me to notice danger in your words.
    }
    Are you safe right now?
    .simple = Are you safe? Press 1 for safe. Press 2 for danger.
    .call = Are you safe right now?
ask-safe_now-yes = Yes, I am safe
ask-safe_now-no = No, I am in danger
# Variables: $emergency?, $emergency_sms?, $relay?, $mode?
ask-danger_card = { say-danger_card }

ask-consent = May we keep your answers and share them with people who help you?
    .simple = We must write down what you need. Is that all right?

# Variables: $coordinator_phone?
ask-no_consent =
    That is all right.
    Without it we cannot ask neighbours.
    { part-call_us }
    What would you like?
ask-no_consent-agree = I agree now
ask-no_consent-call_me = A person contacts me

ask-need = What do you need?
    .simple = Which of these do you need? Press its number.
    .item = You need
ask-need-food = Food or water
ask-need-health = Medicine or a doctor
ask-need-home = Help at home or outside
ask-need-talk = Someone to talk to, or an interpreter
ask-need-money_or_goods = Money or things
ask-need-other = Something else

ask-food_need = What food or water do you need?
    .simple = Which of these do you need? Press its number.
    .item = Food
ask-food_need-groceries = Food shopping, or baby milk
ask-food_need-meal = A cooked meal
ask-food_need-water = Drinking water

ask-health_need = What do you need for your health?
    .simple = Which of these do you need? Press its number.
    .item = Health
ask-health_need-medicine = Medicine
ask-health_need-doctor_visit = Help to see a doctor
ask-health_need-medical_supplies = Dressings, oxygen, needles or test strips

ask-home_need = What help do you need?
    .simple = Which of these do you need? Press its number.
    .item = Help with
ask-home_need-protective_supplies = Masks, tests or disinfectant
ask-home_need-household_goods = Soap, nappies or toilet paper
ask-home_need-errand = An errand, such as bank, post or bins
ask-home_need-transport = A ride
ask-home_need-home_care = Washing, dressing or lifting
ask-home_need-repair = A repair, such as water, power or locks
ask-home_need-tech_help = Help with a phone or computer
ask-home_need-information = Information, such as rules or forms

ask-talk_need = Who would you like to talk to?
    .simple = Which of these do you need? Press its number.
    .item = Talk
ask-talk_need-check_in = A friendly call or company
ask-talk_need-counselling = A trained listener
ask-talk_need-interpreting = An interpreter, signed or spoken

ask-money_or_goods_need = Do you need money or things?
    .simple = Which of these do you need? Press its number.
    .item = Money or things
ask-money_or_goods_need-money = Money, for example for rent or bills
ask-money_or_goods_need-goods = Things, for example a heater or clothes

ask-urgency = When do you need it?
    .simple = How soon must it come? Press one number.
    .item = When

# Variables of .which: $said (the person's own words for the place)
ask-where = Where is the help needed?
    .hint = Write the building and street, or a place near you.
    .simple = Please write your street and house number.
    .item = Where
    .which = Which place do you mean by "{ $said }"?
    .call_hint = Tell me the building and street, or a place nearby.

ask-door = How does a helper find your door?
    .hint = For example the floor, the flat and the name on the bell.
    .simple = Which floor and which flat is it?
    .item = Door

ask-people = How many people is the food for?
    .simple = How many people will eat? Press one number.
    .item = People
ask-people-one = One person
ask-people-two = Two people
ask-people-three = Three people
ask-people-four = Four people
ask-people-five_or_more = Five people or more

ask-food_detail = What should we know about your food?
    .hint = For example an allergy, soft food, or what you like.
    .simple = Is there food that you cannot eat?
    .item = About the food

ask-medicine_where = Where can a helper get the medicine?
    .simple = Is the medicine ready at a pharmacy? Press one number.
    .item = Medicine is
ask-medicine_where-pharmacy = It is ready at a pharmacy
ask-medicine_where-prescription = I have a prescription
ask-medicine_where-neither = Neither of these

ask-medicine_left = How much of your medicine is left?
    .simple = Do you still have medicine? Press one number.
    .item = Medicine left
ask-medicine_left-none_left = None is left
ask-medicine_left-some_days = Enough for a few days
ask-medicine_left-a_week_or_more = Enough for a week or more

ask-detail = What should a helper know about it?
    .hint = A few words are enough.
    .simple = Please say in a few words what you need.
    .item = About it

ask-other_detail = What do you need? Say it in your own words.
    .simple = Please say in a few words what you need.
    .item = Also

ask-for_whom = Who is the help for?
    .simple = Is the help for you? Press one number.
    .item = The help is
ask-for_whom-me = For me
ask-for_whom-someone_else = For somebody else

# What they told us the last time. Variables: $read_back (a line for each question)
ask-from_before =
    You told us before:
    { $read_back }
    We keep to it. You can change it at the end.

ask-their_name = What is that person's name?
    .hint = A first name is enough.
    .simple = Please write the name of the person who needs help.
    .item = Their name

ask-my_name = What may we call you?
    .hint = A first name is enough.
    .simple = Please write your name.
    .item = Your name

ask-must_know = Is there anything we must know so that help works?
    .hint = For example no phone calls, a wheelchair, or only a woman may come.
    .simple = Do you need something special from a helper?
    .item = Anything to know

ask-talking = How can we talk with you?
    .simple = Which of these are true for you? Press the numbers.
    .item = Talking with you
ask-talking-no_phone_calls = No phone calls
ask-talking-no_text = I cannot read messages
ask-talking-blind = I am blind or see little
ask-talking-hard_of_hearing = I am hard of hearing
ask-talking-speech = My speech is hard to follow
ask-talking-sign_language = I use sign language
ask-talking-interpreter = I need an interpreter
ask-talking-easy_read = I need easy words
ask-talking-slow = I need more time
ask-talking-large_print = I need large print

ask-at_the_door = What matters at the door?
    .simple = Which of these are true for you? Press the numbers.
    .item = At the door
ask-at_the_door-ring_long = Ring for a long time
ask-at_the_door-no_stairs = I cannot use stairs
ask-at_the_door-wheelchair = I use a wheelchair
ask-at_the_door-assistance_dog = I have an assistance dog
ask-at_the_door-contactless = Leave things at the door
ask-at_the_door-gate_only = Come only as far as the gate

ask-who_may_come = Who may come?
    .simple = Must it be a woman? Will somebody be with you?
    .item = Who may come
ask-who_may_come-woman_only = Only a woman
ask-who_may_come-companion_present = Somebody will be with me

ask-reach = How may we reach you?
    .simple = Should we write or call? Press one number.
    .item = Reach you
ask-reach-here = Write to me here
    .call = Write to me where we wrote before
ask-reach-call = Call me
ask-reach-text = Send a text message to my phone

ask-phone = What is your phone number?
    .hint = Please write every digit.
    .simple = Please write only your phone number.
    .item = Phone
    .call_hint = Please tell me every digit, one after the other.

ask-leave_message = May we leave a message there? Others may see or hear it.
    .simple = May others in your home hear from us?
    .item = Leave a message

# Variables: $read_back (all answers, one a line)
ask-sure =
    This is what you told us:
    { $read_back }
    Is it right?
    .simple = Shall we ask neighbours now? Press 1 for yes.
ask-sure-yes = Yes, ask for help
ask-sure-change = No, change something

ask-change_what = What would you like to change?
    .simple = Which answer is wrong? Press its number.
