# Words for codes, inside sentences and lists. Small letters, no full stop.

# ---- labels that several questions share
option-yes = Yes
option-no = No
option-now = Now
option-today = Today
option-week = This week
option-later = Later
option-none_of_these = None of these
option-pin = The place on the map

# ---- what somebody needs; "errand" also stands for what a group chat must not read
leaf-groceries = food shopping
leaf-meal = a cooked meal
leaf-water = drinking water
leaf-medicine = medicine
leaf-doctor_visit = help to see a doctor
leaf-medical_supplies = medical supplies
leaf-protective_supplies = masks, tests or disinfectant
leaf-household_goods = household goods
leaf-errand = an errand
leaf-transport = a ride
leaf-home_care = care at home
leaf-repair = a repair
leaf-tech_help = help with a phone or computer
leaf-information = information
leaf-check_in = a friendly call or company
leaf-counselling = a trained listener
leaf-interpreting = an interpreter
leaf-money = money
leaf-goods = things
leaf-other = something else

need-food = Food or water
need-health = Medicine or a doctor
need-home = Help at home or outside
need-talk = Talking, or interpreting
need-money_or_goods = Money or things
need-other = Something else

service_type-food = food
service_type-specialised = specialised help
service_type-basic = basic help
service_type-donation = money and goods

urgency-now = now
urgency-today = today
urgency-week = this week
urgency-later = later

# ---- what a helper must heed
accommodation-no_phone_calls = no phone calls
accommodation-no_text = cannot read messages
accommodation-blind = blind or sees little
accommodation-hard_of_hearing = hard of hearing
accommodation-speech = speech is hard to follow
accommodation-sign_language = uses sign language
accommodation-interpreter = needs an interpreter
accommodation-easy_read = needs easy words
accommodation-slow = needs more time
accommodation-large_print = needs large print
accommodation-ring_long = ring for a long time
accommodation-no_stairs = cannot use stairs
accommodation-wheelchair = uses a wheelchair
accommodation-assistance_dog = has an assistance dog
accommodation-contactless = leave things at the door
accommodation-gate_only = only as far as the gate
accommodation-woman_only = only a woman may come
accommodation-companion_present = somebody will be with them

# ---- how far something is
request_status-open = we are looking for somebody
request_status-offered = we have asked neighbours and wait for a yes
request_status-taken = somebody said yes
request_status-done = done
request_status-partly = a part of it is done
request_status-unmet = nobody could be found
request_status-cancelled = cancelled

offer_status-sent = asked
offer_status-accepted = said yes
offer_status-declined = said no
offer_status-expired = no answer
offer_status-withdrawn = no longer needed

task_status-under_way = under way
task_status-done = done
task_status-partly = a part of it is done
task_status-given_up = given back

restriction_kind-closed = closed, nobody may enter
restriction_kind-gate_drop = only as far as the gate
restriction_kind-permit = only with a permit
restriction_kind-inside_only = only people who live inside

# ---- calls
call_by-voice = by phone
call_by-text = in writing
call_by-relay = by relay
call_by-interpreter = with an interpreter

# How somebody is spoken to, in a list: "aloud, slowly and loudly".
manner-aloud = aloud
manner-written = in writing only
manner-slowly = slowly
manner-loudly = loudly

call_reason-asked = they asked for a person
call_reason-danger = they said they are in danger
call_reason-misunderstood = Linli did not understand them three times
call_reason-cannot_read = they cannot read messages
call_reason-media = they sent something that a person must look at
call_reason-ladder = nobody said yes to their request
call_reason-address_dead = messages no longer reach them
call_reason-unfinished = they began to ask and stopped
call_reason-unknown_place = we do not know the place
call_reason-phone_only = they can only be reached by phone
call_reason-no_consent = they did not agree that we keep their answers
call_reason-not_arrived = help did not arrive, or only in part
call_reason-follow_up = ask them by phone whether help arrived
call_reason-news = there is news, and they can only be phoned
call_reason-invited = they are invited to a group, and have only a telephone

call_status-queued = waiting
call_status-claimed = taken by a caller
call_status-closed = closed

call_outcome-completed = all answered
call_outcome-partly = a part answered
call_outcome-call_later = they want to talk later
call_outcome-no_help_wanted = they want no help
call_outcome-wrong_number = wrong number
call_outcome-no_answer = no answer
call_outcome-busy = busy
call_outcome-voicemail = left a voicemail
call_outcome-number_dead = the number does not work
# How often a try came to the same. Variables: $what, $count
tried-times =
    { $count ->
        [1] { $what }
       *[other] { $count } times { $what }
    }

alert_kind-danger = danger
alert_kind-ask = perhaps in danger
alert_kind-flag = may be harmed by somebody

danger_class-medical = illness or injury
danger_class-fire_gas = fire or gas
danger_class-violence = violence
danger_class-self_harm = self-harm
danger_class-child = a child in danger
danger_class-abuse = abuse or control
danger_class-exploitation = exploitation
danger_class-trapped = cannot get out

safety_answer-yes = yes
safety_answer-no = no
safety_answer-unclear = not understood

channel-telegram = Telegram
channel-web = web page
channel-sms = text message
channel-phone = phone
channel-terminal = terminal

# What somebody sent, where a page shows what was said
inbound_kind-location = a place on the map
inbound_kind-answer_line = a paper, typed in
inbound_kind-contact = a phone number
inbound_kind-voice = a voice message
inbound_kind-photo = a picture
inbound_kind-sticker = a sticker
inbound_kind-file = a file
inbound_kind-forward = a forwarded message
inbound_kind-left = they left this chat

part_of_day-morning = in the morning
part_of_day-afternoon = in the afternoon
part_of_day-evening = in the evening

# ---- the watch over routing

# Variables: $areas, $more (areas that are not named), $leaves
lost-line =
    { $more ->
        [0] { $areas }: { $leaves }.
        [one] { $areas } and one more area: { $leaves }.
       *[other] { $areas } and { $more } more areas: { $leaves }.
    }
# Why they lost it. Variables: $why (in words)
lost-why = Why: { $why }.

# Why groups can help no more. Variables: $count (groups, 0 for not counted)
loss-gone =
    { $count ->
        [0] groups are gone
        [one] one group is gone
       *[other] { $count } groups are gone
    }
loss-paused =
    { $count ->
        [0] groups are paused
        [one] one group is paused
       *[other] { $count } groups are paused
    }
loss-leaf =
    { $count ->
        [0] groups no longer do this
        [one] one group no longer does this
       *[other] { $count } groups no longer do this
    }
loss-mode =
    { $count ->
        [0] groups no longer come
        [one] one group no longer comes
       *[other] { $count } groups no longer come
    }
loss-communication =
    { $count ->
        [0] groups cannot talk in this way
        [one] one group cannot talk in this way
       *[other] { $count } groups cannot talk in this way
    }
loss-accommodation =
    { $count ->
        [0] groups cannot heed what must be heeded
        [one] one group cannot heed what must be heeded
       *[other] { $count } groups cannot heed what must be heeded
    }
loss-open =
    { $count ->
        [0] groups are not open then
        [one] one group is not open then
       *[other] { $count } groups are not open then
    }
loss-capacity =
    { $count ->
        [0] groups have no room for more
        [one] one group has no room for more
       *[other] { $count } groups have no room for more
    }
loss-coverage =
    { $count ->
        [0] groups are too far away
        [one] one group is too far away
       *[other] { $count } groups are too far away
    }
loss-restriction =
    { $count ->
        [0] a rule in the area keeps groups out
        [one] a rule in the area keeps one group out
       *[other] a rule in the area keeps { $count } groups out
    }
loss-refused =
    { $count ->
        [0] groups said no
        [one] one group said no
       *[other] { $count } groups said no
    }
loss-blocked =
    { $count ->
        [0] groups may not be asked
        [one] one group may not be asked
       *[other] { $count } groups may not be asked
    }
