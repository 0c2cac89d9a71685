# What Linli says around a question, and the parts that several messages share.

# The first sentence of every message while everything is practice.
say-practice = PRACTICE. No real help comes from here.

# The language question in this language alone; all of them together are one message.
# Variables: $emergency?
language-line = English: press its number. In danger: 0, or call { part-emergency }.

# One way after another. Variables: $first, $second
part-then = { $first }, then { $second }

# The numbers to call. Variables: $emergency?
part-emergency = { $emergency ->
        [none] your local emergency number
       *[other] { $emergency }
    }

# Variables: $coordinator_phone?
part-call_us = { $coordinator_phone ->
        [none] { "" }
       *[other] You can also call us: { $coordinator_phone }.
    }

# What a volunteer decides on.
# Variables: $urgency, $area?, $distance?, $count?, $accommodations?
part-offer =
    When: { $urgency }.
    { $area ->
        [none] { $distance ->
            [none] { "" }
           *[other] Distance: { $distance }.
        }
       *[other] { $distance ->
            [none] Where: near { $area }.
           *[other] Where: near { $area }, { $distance }.
        }
    }
    { $count ->
        [none] { "" }
        [1] For one person.
        [5] For 5 people or more.
       *[other] For { $count } people.
    }
    { $accommodations ->
        [none] { "" }
       *[other] Note: { $accommodations }.
    }

# Somebody said they are in danger. Nothing here says that anybody was called or sent.
# Whoever told us that they do not phone has the number to write to first.
# Variables: $emergency?, $emergency_sms?, $relay?, $mode? (written)
say-danger_card =
    Linli cannot send help or call for help.
    { $mode ->
        [none] Please call { part-emergency } now.
       *[written] { $emergency_sms ->
            [none] Please call { part-emergency } now.
           *[other] Please send a text message to { $emergency_sms } now.
        }
    }
    { $emergency_sms ->
        [none] { "" }
       *[other] { $mode ->
            [none] If you cannot speak, send a text message to { $emergency_sms }.
           *[written] Somebody beside you can call { part-emergency }.
        }
    }
    { $relay ->
        [none] { "" }
       *[other] Relay service for Deaf people: { $relay }.
    }
    We are telling a person of our group now.

# Some options of a choice of many are pressed. Variables: $options (their labels)
say-chosen = Chosen so far: { $options }. Choose more, or press # to go on.
say-unclear = Sorry, I did not understand.
say-unclear_again = Sorry, I still did not understand. Here it is in simpler words.
say-person_will_look = I did not understand. That is why a person will look at it.
# A voice note was not heard well.
say-not_heard =
    I did not hear that well.
    Please say it again, or answer by a number.
# What was read back is not what was said.
say-heard_wrong = Sorry, I heard that wrongly.
# Somebody says what they need before they agreed that we keep it.
say-kept_for_later = I read that. I will ask you about it soon.
# Somebody who asked before says a need in words: perhaps a new one, perhaps the same.
say-kept_if_new =
    I read that.
    If you need something new, choose that below.
# What was proposed is wrong, or a part of it.
say-understood_wrong = Thank you. I leave out what is wrong.
# Variables: $longest (seconds)
say-note_too_long =
    That was too long for me.
    I can listen to { $longest } seconds at once.
say-stale = That button belongs to an earlier question. Nothing was changed.
say-question_changed = The question has just changed. Please read it and answer again.
# Variables: $said (a letter and a number, "B1")
say-no_such = You have no open request { $said }. Nothing was changed.
say-at_start = This is the first question. There is nothing to go back to.
# Variables: $emergency?
say-stopped =
    We stop here.
    Your answers are kept.
    Write anything to go on.
    In danger, call { part-emergency }.
# After a long silence. Variables: $read_back? (answers so far, one a line)
say-welcome_back = Welcome back.
    { $read_back ->
        [none] { "" }
       *[other] You told us this:
            { $read_back }
    }
    We go on from there.
# Variables: $most (characters that were kept)
say-too_long = That was very long. We kept the first { $most } characters.

# How somebody is spoken to from now on, and the words that change it.
say-will_speak =
    I will speak to you, too.
    To stop, say: write to me
say-will_write =
    I only write to you now.
    To hear me, write: speak to me
say-will_slow =
    I will speak slowly.
    To change back, say: usual voice
say-will_loud =
    I will speak loudly.
    To change back, say: usual voice
say-usual_voice = I speak as usual again.
say-no_voice = I have no voice for this language. So I write to you.
say-only_written = I cannot speak here. I can only write. For a person, press 0.
say-listen_here = Here you can listen to each message. Press the button beside it.

# A typed answer line of a paper was not taken; the step that it is about, and what to do.
# Variables: $step?, $said? (what was typed there)
say-line_empty = The line is empty. Type what is on the paper, such as 1=1 2=1.
say-line_no_pair = This is no step and answer: { $said }. Write the step, then =, then the answer.
say-line_no_quote = { $step ->
        [none] Words in the line
       *[other] Step { $step }: the words
    } have no closing quote. Put " after them.
say-line_twice = This is there twice: { $said }. Leave one of them out.
say-line_too_long = This is too long for one paper. Type one paper at a time.
say-line_no_check = The check digit is missing. Add c= and the digit. If the paper has no such digit, write c=-.
say-line_wrong_check = The check digit does not fit. Compare every digit with the paper.
say-line_other_form = This paper is not about what is asked now. Please answer question by question.
say-line_other_edition = This paper is of another edition. Please answer question by question.
say-line_no_such_step = There is no step { $step } on this paper. Compare the number of the step.
say-line_missing = Step { $step } is missing. Write its answer, or - if it was not answered.
say-line_not_asked = Step { $step } is not asked after these answers. Compare it, or leave it out.
say-line_after_end = Step { $step } comes after the end. Leave it out, or compare the steps before it.
say-line_unknown_digits = Step { $step } has no answer { $said }. Use the digits beside the boxes.
say-line_not_understood = Step { $step }: this cannot be used there: { $said }. Compare it with the paper.
say-line_kept = Nothing was taken yet. What you typed is kept. Correct it and send it again.

# One line of what is read back. Variables: $item, $value
read_back-line = { $item }: { $value }
# One of a person's requests, to choose. Variables: $receipt, $leaves
request-option = R { $receipt }: { $leaves }

# Times and distances inside a sentence. Variables: $time ("15:30"), $day ("Monday 3 March")
time-today = { $time } today
time-tomorrow = { $time } tomorrow
time-day = { $time } on { $day }
# Variables: $number
distance-metres = about { $number } metres in a straight line
distance-kilometres = about { $number } km in a straight line

# How to answer, under every question.
how-choose_many = You may choose several, such as 1 3.
how-more = 6 = more choices.
how-done = # = none of these, go on.
how-skip = # = skip this.
# First of all to who cannot read. They are phoned, or a person gets in touch another way.
how-person_calls = Press 0: a person calls you.
how-person_helps = Press 0: a person helps you.
how-keys = 0 = a person. 9 = say it again. * = back.
