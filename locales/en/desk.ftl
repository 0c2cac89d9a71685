# The pages for coordinators and callers. Danger always comes first.

desk-title = Linli desk
desk-skip = Skip to the page
desk-pages = Pages
desk-sign_in = Sign in
desk-sign_in_about = This link works once. It signs you in on this device for 12 hours.
desk-open_call = Open your call
desk-open_call_about = This link works once, on this device. The call is yours for a while: see the page.
desk-sign_out = Sign out
# Variables: $name
desk-signed_in = You are { $name }
desk-refresh = Show what is new
desk-back = Back to the queue
desk-back_to_calls = Back to the calls
desk-choose = Please choose

# ---- why a page is not shown
desk-why_sign_in_by_link = You are not signed in
desk-why_link_used = This link no longer works
desk-why_signed_out = You are signed out
desk-why_not_allowed = You may not see this page
desk-why_not_found = There is nothing here
desk-why_not_ours = This page was open for too long
desk-why_away = Linli cannot be reached now

# ---- and what to do then
desk-way_sign_in_by_link = Please open the link you were given. Ask a coordinator for a new one.
desk-way_link_used = It is old or already used. Ask a coordinator for a new one.
desk-why_call_link_used = This link no longer works
desk-way_call_link_used = It is old or already used. Write to us in your chat for a new one.
desk-way_signed_out = To come back, ask a coordinator for a new link.
desk-way_not_allowed = If you need it for your work, ask a coordinator.
desk-way_not_found = It may be finished, or deleted by now.
desk-way_not_ours = Nothing was sent. Please go back and try again.
desk-way_away = Please try again in a minute.
desk-to_start = To the start of the practice

# ---- what a form came to
desk-said_saved = Saved.
desk-said_sent = Sent.
desk-said_taken = This call is yours now.
desk-said_given_back = You gave the call back.
desk-said_tried = Noted. The call is tried again later.
desk-said_call_closed = The call is closed.
desk-said_danger_told = Read this out now. The safeguarding lead is being told.
desk-said_kept = You hold it longer now.
desk-said_call_taken = Somebody took this call just before you. Thank you all the same.
desk-said_yours_already = You have this call already. One call at a time.
desk-said_nothing_waits = No call waits just now. Thank you.
desk-said_changed_meanwhile = Somebody else changed this. Here is how it is now.
desk-said_check_entry = That did not work. Please check what you chose or wrote.
desk-said_offer_taken = Somebody else said yes first. Please tell them kindly.

# ---- the queue
desk-queue = Who needs a person
desk-at_a_glance = At a glance
desk-dangers = In danger
desk-no_dangers = Nobody has said that they are in danger.
desk-unheard = Nobody has heard this yet
desk-calls = Calls to make
desk-no_calls = Nobody is waiting for a call.
desk-to_calls = One call at a time
desk-take_next = Take the next call
desk-take_note = It is yours while you talk. You can give it back at any time.
desk-go_on_call = Go on with it
desk-your_call = Your call
desk-calls_free = Waiting now
desk-calls_handed_on = For a coordinator: all tries were in vain
desk-calls_later = For later
desk-calls_others = With somebody else
desk-requests = Open requests
desk-no_requests = No request fits what you chose.
desk-unfinished = Unfinished requests
desk-no_unfinished = There are no unfinished requests.
desk-in_the_middle = In the middle
desk-reminded = Reminded
desk-column_receipt = Number
desk-column_needs = Needs
desk-column_urgency = When
desk-column_area = Near
desk-column_status = How it stands
desk-column_accommodations = Please note
desk-column_since = Waiting for
desk-column_asked = Asked
desk-column_wave = Round
desk-column_by = How
desk-column_promised = Promised before
desk-column_language = Language
desk-column_tries = Tries
desk-column_silent = Silent for
desk-column_outcome = What came of it
desk-late = Late
desk-taken = Taken
# Variables: $name
desk-taken_by = Taken by { $name }
desk-yours = Yours
desk-place_unknown = We do not know the place
desk-untaken = Nobody said yes yet:
desk-any = Any
desk-any_open = All open ones
desk-all = Show all
desk-show = Show
desk-next_page = Next page
desk-first_page = First page

# ---- an alert
desk-heard_at = A lead was told
desk-no_words = They wrote no words of their own.
desk-show_words = Show what they said
desk-flag_note = Never write about this to them. Somebody may be reading along.
desk-to_call = Go to their call
desk-heard = I have seen to this
desk-heard_note = Press this only when a person looks after them.
desk-alert_take = I have it
desk-alert_take_note = Then no further person is told. Others see that it is yours.
desk-alert_taken = Somebody has it
desk-alert_asked = In danger now?
desk-alert_unanswered = no answer yet
desk-alert_class = It may be about
desk-alert_rules = Rules that found it
desk-alert_note = A note for whoever goes on with it
desk-alert_note_hint = It takes the place of the note before. It is kept sealed.
desk-alert_note_keep = Keep the note
desk-said_alert_yours = It is yours now. Thank you.

# ---- a request
desk-request = Request
desk-to_request = Everything about this request
desk-details = Who and where
desk-reveal = Show name, number and place
desk-reveal_note = It is recorded that you looked.
desk-name = Name
desk-their_name = For
desk-phone = Phone
desk-place = Place
desk-added = Added later
desk-remark = What they said about the help
desk-closed = Closed
desk-who_helps = Who helps
desk-nobody_yet = Nobody has said yes so far.
desk-accepted = Said yes
desk-arrives = Arrives
desk-word = Word at the door
desk-word_at_gate = Word at the gate
desk-part_bring = Brings it to the gate
desk-part_carry = Carries it from the gate
desk-who_was_asked = Who was asked
desk-nobody_asked = Nobody was asked so far.
desk-asked_at = Asked
desk-distance = Distance
desk-group_chat = Group chat
desk-why_these = Why these groups
# Variables: $number, $at
desk-wave_at = Round { $number }, { $at }
desk-looked_for = Looked for
desk-rules_there = Rules in the area
desk-in_parts = No group does all of it. So it is asked for in parts:
desk-in_relay = Two could do it together: { $leaves }
# Variables: $leaves
desk-unmet = Nobody is left to ask for: { $leaves }.
# Variables: $at
desk-opens_at = Somebody opens: { $at }.
# Variables: $count (groups)
desk-able =
    { $count ->
        [0] Able to help: no group
        [one] Able to help: 1 group
       *[other] Able to help: { $count } groups
    }
# Variables: $count (groups)
desk-more_able =
    { $count ->
        [one] And 1 more group, further down.
       *[other] And { $count } more groups, further down.
    }
desk-no_look_yet = We did not look for groups so far.
desk-was_asked = Asked
# Variables: $language
desk-speaks = Speaks { $language }
# Variables: $language
desk-speaks_not = Speaks no { $language }: an interpreter is needed
desk-load_none = Nothing to do
desk-load_little = Little to do
desk-load_half = Half full
desk-load_much = Nearly full
desk-never_asked = Never asked before
# Variables: $at
desk-last_asked = Last asked: { $at }
desk-match_remote = Helps from afar
desk-match_helped_before = Helped them before, both were content
desk-match_inside = Is inside the area
desk-match_gate_only = Only as far as the gate
desk-others = Why not the others
# How many groups were not able, and why. Variables: $count
desk-rejected_leaf =
    { $count ->
        [one] 1 does not do this
       *[other] { $count } do not do this
    }
desk-rejected_mode =
    { $count ->
        [one] 1 cannot come, and this needs somebody there
       *[other] { $count } cannot come, and this needs somebody there
    }
desk-rejected_communication =
    { $count ->
        [one] 1 has no way to talk with this person
       *[other] { $count } have no way to talk with this person
    }
# Variables: $count, $lacking? (what is lacking, and how many lack it)
desk-rejected_accommodation =
    { $lacking ->
        [none] { $count ->
            [one] 1 cannot give what is needed
           *[other] { $count } cannot give what is needed
        }
       *[other] { $count ->
            [one] 1 lacks: { $lacking }
           *[other] { $count } lack: { $lacking }
        }
    }
desk-rejected_open =
    { $count ->
        [one] 1 is closed now
       *[other] { $count } are closed now
    }
desk-rejected_capacity =
    { $count ->
        [one] 1 is full
       *[other] { $count } are full
    }
desk-rejected_coverage =
    { $count ->
        [one] 1 is too far away
       *[other] { $count } are too far away
    }
desk-rejected_restriction =
    { $count ->
        [one] 1 is kept out by a rule in the area
       *[other] { $count } are kept out by a rule in the area
    }
desk-rejected_refused =
    { $count ->
        [one] 1 said no before
       *[other] { $count } said no before
    }
desk-rejected_blocked =
    { $count ->
        [one] 1 should not meet this person again
       *[other] { $count } should not meet this person again
    }
# What a group cannot give. Variables: $what, $count (groups)
desk-lack = { $what } ({ $count })
desk-lacks_sign_language = sign language
desk-lacks_interpreter = interpreting
desk-lacks_easy_read = easy words
desk-lacks_no_stairs = help up the stairs
desk-lacks_wheelchair = help with a wheelchair
desk-lacks_assistance_dog = being at ease with dogs
desk-lacks_woman_only = a woman who comes
desk-look_again = Look again now
desk-look_again_note = This changes nothing, and nobody is asked.
desk-now = How it would come out now
desk-now_note = Nobody was asked by this.
# Variables: $groups, $number (of a round)
desk-groups_new = Not able in round { $number }, but now: { $groups }
# Variables: $groups, $number (of a round)
desk-groups_gone = Able in round { $number }, but not now: { $groups }
# Variables: $group
desk-first_now = The first would now be: { $group }
# Variables: $number (of a round), $count (groups)
desk-it_was = (in round { $number }: { $count })
# Variables: $number (of a round)
desk-no_difference = It would come out as in round { $number }.
desk-arrival = Did help arrive?
desk-arrival_done = Yes, all of it
desk-arrival_partly = A part of it
desk-arrival_no = No
desk-close_request = Close this request
desk-close_reason = Why is it closed?
desk-close_note = Whoever is under way is told, and so is the resident.
desk-reason_no_longer_needed = They no longer need it
desk-reason_helped_otherwise = Somebody else helped them
desk-reason_asked_twice = They asked for this twice
desk-reason_nobody_able = Nobody here is able to help
desk-reason_not_for_us = It is nothing that neighbours do

# ---- a call
desk-take_call = Take this call
desk-keep_call = Keep it longer
desk-give_back = Give this call back
# Variables: $at
desk-taken_until = Somebody else has this call until { $at }.
# Variables: $name, $at
desk-taken_by_until = { $name } has this call until { $at }.
desk-free_call = Put it back into the queue
desk-free_call_note = Do this only if they cannot go on. Ask them first.
# Variables: $at
desk-yours_until = This call is yours until { $at }.
desk-no_name = We do not know their name
desk-dial = Call this person
desk-show_number = Show the whole number
desk-no_number = There is no number for them.
desk-never_ask = Never ask for bank cards, passwords or identity papers.
desk-no_voice = Do not phone. Write to them below.
desk-by_relay = Stay on the line. Speak to the person, not to the operator.
desk-by_interpreter = Bring an interpreter. Speak to the person, in short sentences.
desk-again_at = When shall we call again?
# Variables: $parts (parts of the day)
desk-ring_only = Ring only then: { $parts }.
desk-borrowed_phone = The phone is not theirs. Say nothing to whoever answers.
# Variables: $name
desk-who_answers = Somebody else may answer: { $name }. Say nothing to them.
desk-no_message = Leave no message.
desk-note = Note for the next caller
desk-they_are_in_danger = They are in danger
desk-danger_note = The safeguarding lead is told at once. You get the emergency numbers to read out.
# What is typed for them then. It must be understood as danger in this language.
desk-danger_words = I am in danger
desk-say_this = Say this
desk-do_this = Do this
desk-if_they_doubt = If they doubt that it is really you
desk-opening_again = The opening once more
desk-to_questions = On to the questions
desk-stop = Danger, or stop
desk-they_want_to_stop = They want to stop for now
desk-what_they_say = What do they answer?
desk-what_they_say_many = What do they answer? It may be several.
desk-none_of_these = None of these
desk-say_again = Say it again, simply
desk-say_as_before = Say it as before
desk-keys = Answer by number keys
desk-keys_note = They work everywhere but in a field.
desk-they_see = They see this
desk-they_wrote = There is something new from them.
desk-answer = Their answer
desk-or_answer = Or their answer in words
desk-keep_answer = Keep the answer
desk-begin = Begin the questions
desk-leader = What do they say?
desk-leader_yes = Yes, we do it
desk-leader_no = No
desk-read_to_leader = They said yes: read this to them
desk-read_slowly = Read slowly. Let them repeat the word.
desk-word_at_door = Word they say at the door
desk-word_from_afar = Word they say first
desk-do_not_phone = They must not phone the resident.
desk-read_note = They tell us by telephone how it goes. When we hear nothing, we ring them.
desk-leader_now = What do they say now?
desk-rests = If they want to pause or stop
desk-rests_week = Pause for a week
desk-rests_leave = They no longer want to help
desk-rests_note = We do not ring them about requests then. Who stops can be invited again.
desk-said_not_a_volunteer = They lead the group, and are no volunteer of it. A coordinator can change who leads it.
desk-invited_no = If they say no, close the call with "they want no help". We then delete their name and number.
desk-task_sets_out = They set out now
desk-task_begins = They begin now
desk-task_done = It is done
desk-task_partly = A part of it is done
desk-task_given_back = They cannot do it after all
desk-newest_first = What was said, newest first
desk-by_linli = Linli
desk-by_person = They
desk-by_caller = A caller
desk-write = Write to them
desk-your_name = Your first name
desk-your_words = What you want to write
desk-send = Send
desk-write_note = They see your first name. Their answer comes to this page.
desk-not_reached = Nobody was reached?
desk-not_reached_note = The call goes back to the queue, for another time of day.
desk-contact = What is safe for them
desk-may_call = May we phone them?
desk-not_asked = Not asked
desk-ring_when = When? Nothing chosen means any time.
desk-message_is_safe = We may leave a message
desk-phone_is_borrowed = The phone is not theirs
desk-who_else_answers = Who else may answer the phone?
desk-keep_contact = Keep this
desk-outcome = What came of the call
desk-close_call = Close the call

# ---- somebody phones in
desk-new_call = Somebody phones in
desk-invites = Invite by phone
desk-invites_about = For somebody who has only a telephone. A caller rings them and asks if they want to join.
desk-invites_number_hint = With the country code, or as it is dialled here.
desk-invites_group = Group
desk-invites_no_groups = There is no group yet. Add one first.
desk-invites_as = What they are asked
desk-invited_as_volunteer = To help as a volunteer
desk-invited_as_leader = To lead the group
desk-invited_as_caller = To take calls
desk-invites_name_hint = If you know it. The caller asks for this person.
desk-invites_needs = How to talk with them, if you know
desk-invites_note = What the caller should know
desk-invites_send = Put the call in the queue
desk-invites_taken = Somebody at this number is invited already, or belongs to a group. Nobody was added.
desk-invites_else = This is somebody else who shares the telephone
desk-invites_else_note = Then give their name, so that the caller can ask for them.
desk-invites_made = Invited by phone
desk-invites_none = Nobody was invited by phone yet.
desk-invites_until = Good until
desk-said_invited = The call is in the queue. A caller rings them.
desk-invite_waiting = waits for the call
desk-invite_joined = joined
desk-invite_declined = said no, and is forgotten
desk-invite_over = not reached in time, and is forgotten
desk-new_call_about = Begin here while you have them on the phone. Your call is held for you.
desk-their_number = Their phone number
desk-their_number_hint = Leave it empty if they do not want to give it.
desk-number_refused = This number cannot be right. Please check it.

# Typing a paper back in, and going on by a code that a resident reads out.
desk-paper = Type a paper back in
desk-next_in_chat = The next call comes to your chat.
desk-type_paper = Type in a paper that was filled in while nothing worked
desk-type_in = Type in a paper, or a code
desk-paper_about = Type the answer line at the end of the paper. Linli takes all of it, or nothing.
desk-paper_new_about = The paper was filled in while nothing worked. A new call begins with it.
desk-answer_line = Answer line
desk-answer_line_hint = For example: 1=1 4=13 9="Garden Road 5" c=7. A dash means: not answered.
desk-take_line = Take this line
desk-said_line_taken = The whole paper was taken.
desk-back_to_call = Back to the call
desk-their_code = They have a code
desk-their_code_digits = The nine digits they read out
desk-their_code_hint = Their conversation then goes on here, in place of what was answered here. A code works once.
desk-said_too_many_codes = That were too many codes. Try again in an hour, or go on without one.
desk-go_on_there = Go on with it

# How to talk with them, before the call begins; by what they told us of themselves
desk-talk_no_phone_calls = Never phone them.
desk-talk_no_text = They cannot read messages. Say everything aloud.
desk-talk_blind = They see little or nothing. Say who you are and what comes next.
desk-talk_hard_of_hearing = Speak clearly. Ask what they heard.
desk-talk_speech = Give them time. Do not finish their sentences.
desk-talk_sign_language = They sign. Keep what you write short.
desk-talk_interpreter = Speak to them, not to the interpreter.
desk-talk_easy_read = Use short, easy sentences. Say one idea at a time.
desk-talk_slow = Ask one thing. Then wait. Do not hurry them.
desk-talk_large_print = Give them papers in large print.
# Variables: $ways
desk-best_ways = Best for them: { $ways }.
# Variables: $name
desk-helper = { $name } helps them to talk with us.
# Variables: $name
desk-helper_call = If nothing else reaches them, you may call { $name }. Say only that we could not reach them.
desk-show_helper_number = Show the number of the helper
desk-dial_helper = Call the helper

# ---- voice notes of a call
desk-recordings = Voice messages
desk-recordings_note = Only a person can understand these. That you listen is noted.
# Variables: $at (when it was sent)
desk-recording = Voice message, { $at }

# ---- rules in an area

desk-restrictions = Rules in an area
desk-restrictions_about = A rule says who may come to a home, and how near. Whom it changes is told at once.
desk-restrictions_hold = What holds now and what is to come
desk-restrictions_none = Nothing keeps anybody from coming.
desk-restriction_closed = Closed: nobody may come
desk-restriction_inside_only = Only groups from inside may come
desk-restriction_permit = Only with a permit, or from inside
desk-restriction_gate_drop = From outside only to the gate
desk-restrictions_to_come = To come
desk-restrictions_relay_short = Two help together
desk-restrictions_from = From
desk-restrictions_until = Until
desk-restrictions_open_end = somebody ends it
desk-restrictions_inside = Open requests inside
desk-restrictions_permits = Groups with a permit
desk-restrictions_permits_hint = With a permit, a group may go on to the door.
desk-restrictions_author = Made by
desk-restrictions_end = End it
# Variables: $reason (of the rule)
desk-restrictions_end_of = End it: { $reason }
desk-restrictions_end_sure = End this rule now?
desk-restrictions_end_follows = Requests that waited because of it are looked at now. Whom it changes is told.
desk-restrictions_end_now = End it now
desk-restrictions_keep = Keep it, and go back
desk-restrictions_new = A new rule
desk-restrictions_kind = What it says
desk-restrictions_reason = Why
desk-restrictions_where = Where
desk-restrictions_place = Around this place
desk-restrictions_which = Which place is it?
desk-restrictions_radius = So many metres around it
desk-restrictions_area = Or a polygon as GeoJSON
desk-restrictions_when = Leave "From" empty for now. Leave "Until" empty if you end it by hand.
desk-restrictions_relay = One from outside brings things to the gate. One from inside carries them to the door.
desk-restrictions_follows = Offers, tasks and residents inside are looked at as soon as it begins.
desk-restrictions_make = Make the rule
desk-restrictions_refused_kind_choose = Choose what it says.
desk-restrictions_refused_reason_missing = Say why. Callers read it out to people who ask.
desk-restrictions_refused_place_missing = Name a place, or paste a polygon.
desk-restrictions_refused_place_unknown = No place is called like this. Try another one, or paste a polygon.
desk-restrictions_refused_radius_metres = Write metres as a number, from 10 to 100000.
desk-restrictions_refused_area_both = Name a place or paste a polygon, not both.
desk-restrictions_refused_area_polygon = This is no closed GeoJSON polygon. Its last point is its first again.
desk-restrictions_refused_from_moment = Write the day and the time, or leave it empty.
desk-restrictions_refused_until_moment = Write the day and the time, or leave it empty.
desk-restrictions_refused_until_before = It must end after it begins.
desk-said_restricted = The rule is made. Whom it changes is being told.
desk-said_restriction_ended = The rule has ended. Whom it changes is being told.
