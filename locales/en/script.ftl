# The script of a call, on paper, on a screen and as text. `script-say_` is read out to the
# resident; all else is for the caller. The openings are in opening.ftl, the titles in sheet.ftl.

script-kind_incoming = They call us
script-kind_call_back = We call them
script-kind_follow_up = We ask how it went
# Variables: $language (as its speakers call it)
script-read_out = You read it out in { $language }
script-begin_at = Answers that are known are ticked or written. Begin at { $step }.
script-all_known = Every answer is known. Read everything back.

# ---- who, and when
script-about = Who it is
script-name = Name
script-phone = Phone
script-receipt = Receipt number
script-caller = Caller
script-date = Date
script-time = Time
script-until = Filled in until
script-must_note = Please note
script-may_leave = You may leave a message
script-no_leave = Leave no message
script-unknown_leave = Leave no message, unless you know that it is safe
script-attempts = Each time you try
script-attempt = Try
script-morning = Morning
script-afternoon = Afternoon
script-evening = Evening
script-what_came = What came of it
script-attempts_note = Try at another part of the day. After four tries, tell the coordinator.
script-try_no_answer = No answer
script-try_busy = Busy
script-try_voicemail = Message left
script-try_dead = The number does not work

# ---- danger
script-stop = Stop: danger
script-stop_when = Are they in danger now? Stop the questions and read this out.
# Variables: $coordinator_phone?
script-stop_then = { $coordinator_phone ->
        [none] Then tell your coordinator at once.
       *[other] Then call the coordinator at once: { $coordinator_phone }.
    }
script-stop_never = Promise no help. If they cannot call themselves, call those numbers for them.

# ---- before the questions
script-opening = Before the questions
# Variables: $caller
script-say_hello =
    Good day. This is Linli, where neighbours help each other.
    My name is { $caller }.
    I read the questions from a sheet.
script-say_follow_up = You asked us for help. I would like to hear how it went.
script-say_call_back = You asked for a person. I have time for you now.
script-say_offer = A neighbour needs help. I would like to ask if you can give it.
script-say_task = You said yes to helping a neighbour. I would like to hear how it goes.
script-say_thanks_enrol =
    Thank you.
    We call you by phone when a neighbour needs help.
    You can always say no.
script-say_still_needed = Do you still need this help?
script-still_yes = Yes, they still need it
script-still_no = No, they no longer need it
script-still_needed = Is the need still open?
script-still_needed_do = If they no longer need it, write so where the form asks what was missing.
script-who = Who is there
script-safe = A safe time
script-doubt = So that they can trust you
script-purpose = Why you call
script-hello = Greet them

# ---- whatever else may happen
script-branches = If something else happens
script-wrong = Somebody else answers
script-voicemail = A machine answers
script-relay = A relay operator answers
script-interpreter = They need an interpreter
script-unclear = You can hardly understand them
script-later = It is not a good time

# ---- the questions
script-questions = The questions
# Variables: $number
script-step = Step { $number }
script-at_step = step { $number }
script-end = the end
script-say = Say
# Variables: $condition
script-only_if = Ask only if { $condition }.
# Variables: $step
script-otherwise = If not, go to { $step }.
script-go_to = go to { $step }
script-choose_one = Tick one box
script-choose_many = Tick every box that fits
script-write = Write down what they say
script-write_digits = Write one digit in each space
script-may_skip = They may leave this out.
script-correct = Is something wrong? Correct it above and read it out again.

# ---- afterwards
script-read_back = Read everything back
script-read_back_do = Copy each answer here, and read it out. Leave out what you did not ask.
script-answer_line = To type it in
script-answer_line_do =
    At the desk, type the step, the sign =, and the number of the box.
    Several boxes of one step: write their numbers together.
    Put words between quotation marks.
    Leave out every step that you did not ask.
    Write - where they left an answer out.
    Write 0 where they want another person.
script-example = For example
script-example_words = Garden Road 5
script-your_line = Your line
script-row = Row
script-check =
    The last one, c, is a check digit. Without time for it, write -.
    To find it, begin in row 0. Take the first digit of your line.
    The number in its column is your next row.
    Go on with each digit of the line, the steps too.
    A - counts as 9. The last number is c.
script-closing = At the end
script-say_thanks =
    Thank you.
    We look for neighbours who can help.
    You hear from us when somebody has said yes.
script-say_thanks_follow_up = Thank you. It helps us to know this.
script-outcome = What came of the call
script-never = Never promise that somebody comes. Nobody has said yes so far.
script-keep = Keep this sheet where nobody else reads it. Destroy it when it is typed in.


# ---- a day sheet: every open call, for a day without power or network
script-day_sheet = Day sheet of calls
script-day_sheet_about = Every open call, for a day without power or network.
script-day_sheet_held = Your calls
script-day_sheet_others = Other open calls
script-day_sheet_masked = Names and numbers are only on the sheet of who has taken the call.
script-day_sheet_none = There are no such calls.
script-promised = Promised before
script-language = Language
script-how = How
script-reason = Why
script-notes = Notes

# ---- at the desk
desk-scripts = Scripts on paper
desk-scripts_about = A script has every question of a call. Print some before you need them.
desk-script_form = What it asks
desk-script_kind = Who calls whom
desk-script_language = Language of the resident
desk-script_ours = Your language
desk-script_large = Large print
desk-script_page = Open it as a page
desk-script_pdf = Get it as a PDF
desk-script_text = Get it as plain text
desk-script_of_request = The script of this request
desk-script_filled_note = What was answered is filled in. That you read it is kept.
desk-script_so_far = Script, as far as it is answered
desk-script_of_call = The script on paper
desk-script_of_call_note = It has the name, the number and the answers. It is recorded.
desk-day_sheet = Day sheet of calls
desk-day_sheet_mine = Show names and numbers of my calls
desk-why_no_pdf = This machine cannot make a PDF
desk-way_no_pdf = Please open the page instead, and print it.
