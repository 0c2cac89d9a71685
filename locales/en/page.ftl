# The chat page, the buttons under a question, and the commands of a chat program.

page-title = Linli: neighbours help
page-name = Linli
page-heading = Neighbours help each other
page-places_by = Places: { $credit }
page-skip = Skip to the question
# Leads to a harmless page at once.
page-quick_exit = Leave quickly
page-safety = Your safety
# Variables: $button? (where the button is), $emergency?, $emergency_sms?
page-danger =
    { $button ->
        [none] In danger now? Call { part-emergency }.
       *[other] In danger now? Press { $button } or call { part-emergency }.
    }
    { $emergency_sms ->
        [none] { "" }
       *[other] Cannot speak? Text { $emergency_sms }.
    }
page-log = What was said
page-quiet = Nothing waits for you here. Write anything to begin.
page-by_linli = Linli
page-by_you = You
page-by_person = A person
page-waiting = Your words have arrived. The answer comes in a moment.
page-refresh = Look for the answer
page-answer = Your answer
page-choose_one = Choose one
page-choose_many = Choose one or more
page-send_choice = Send what I chose
page-type = Your answer in your own words
page-or_type = Or answer in your own words
page-send = Send
page-open_call = Open the page of the call
page-elsewhere = Go on with another device
page-get_code = Give me a code
# Variables: $code
page-code = Your code is { $code }. It works once.
page-have_code = I have a code
page-resume = Go on here
page-forget_about = Do others use this device? Then leave nothing of yours here.
page-forget = Forget me on this device

# While the page has lost the server; a script shows it.
page-lost = Not connected. This page tries again by itself. What you typed is kept.

# ---- what a page says when something had no effect, and the ways on. Variables: $coordinator_phone?
page-told_empty = Nothing was sent. Please choose or write something first.
page-told_too_long = This is too long. Nothing was sent. Please send it in two parts.
page-told_earlier_page = This page was an old one. Nothing was sent. Please send it again.
page-told_no_cookie =
    This browser did not keep our cookie. Nothing was sent.
    Please allow cookies, then send it again.
    { part-call_us }
page-told_code_refused = This code does not work. Please ask for a new one.
page-told_away =
    We cannot be reached right now. Nothing was sent.
    { part-call_us }
page-told_unheard = This cannot be said right now. Its words stand on the page. Try again in a moment.
page-told_recording_empty = There is no sound file, or it is empty. Nothing was sent. Please record or choose one.
page-told_recording_large = The sound file is too large. Nothing was sent. Please say it in two parts.
page-told_recording_no_sound = This file is no sound. Nothing was sent. Please choose a sound file, or write.
page-told_link_ended =
    This link does not work any more.
    Please ask your coordinator for a new one.
    { part-call_us }
page-told_nowhere =
    There is nothing at this address.
    You can begin a conversation here.
page-told_forgotten = This device does not know you any more. Your requests go on.
page-told_other_conversation =
    This browser shows another conversation.
    The link would show yours here instead.
    First get a code for the other one, if you need it.
page-you_wrote = You wrote:
page-try_again = Try again
page-open_mine = Open my conversation
# Somebody came by a coordinator's invitation.
page-told_invited =
    You are invited to help your neighbours.
    Press the button to begin.
page-begin = Begin
page-go_back = Back to the conversation
page-ask_here = Begin a conversation

# ---- hearing a message, and answering aloud
page-listen = Listen
page-pause = Pause
# How the control of one message is called. Variables: $words (how the message begins)
page-listen_to = Listen: { $words }
page-no_voice = No voice here speaks this language yet. You can read everything.
page-hearing = Listening
page-play_new = Play new messages
# Without scripts nothing else tells why a message stays silent.
page-no_sound = No sound? Its words stand above. Try again in a moment.
page-voice = Answer with your voice
# Variables: $minutes
page-voice_about =
    { $minutes ->
        [one] You can speak for one minute.
       *[other] You can speak for { $minutes } minutes.
    }
    Nothing is sent before you press send.
page-record = Record
page-record_stop = Stop
page-recorded = Your recording
page-record_discard = Discard
page-upload = Send a sound file
page-upload_choose = Sound file
page-upload_send = Send the file
page-recording_gone = This recording is not kept any more.
page-recording_not_sent = Your recording was not sent. Please send it again.

# What the recorder says; a script shows it.
page-voice_asking = Your browser asks for the microphone. Please allow it.
page-voice_recording = Recording. Press stop when you are done.
page-voice_soon = Ten seconds are left.
page-voice_recorded = It is recorded. Listen to it, send it, or discard it.
page-voice_longest = The time is over. Your recording is kept. Listen to it, send it, or discard it.
page-voice_discarded = It is discarded. Nothing was sent.
page-voice_kept = Not connected. Your recording is kept, and sent as soon as possible.
page-voice_refused = The microphone is not allowed here. Allow it in the browser, or send a sound file.
page-voice_none = No microphone was found. You can send a sound file.
page-voice_cannot = This browser cannot record here. You can send a sound file.

# ---- buttons, beside their key
button-person = A person
button-again = Say it again
button-back = Back
button-more = More choices
button-done = Go on
button-language = Language
button-share_place = Send my place
button-share_phone = Send my number

# ---- commands, as the menu of a chat program explains them
command-start = Begin or go on
command-person = Reach a person
command-again = Say it again
command-back = Go back one question
command-restart = Start again
command-stop = Stop for now
command-language = Change the language
command-code = Get a code to go on elsewhere
command-call_me = Call me
command-cannot_read = I cannot read
command-profile = How I talk
command-forget = Forget how I talk
command-speak = Speak to me
command-write = Write to me
command-slower = Speak slowly
command-louder = Speak loudly
command-usual = Usual voice
