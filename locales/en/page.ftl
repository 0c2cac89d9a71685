# The chat page, the buttons under a question, and the commands of a chat program.

page-title = Linli: neighbours help
page-name = Linli
page-heading = Ask your neighbours for help
page-skip = Skip to the question
# Leads to a harmless page at once.
page-quick_exit = Leave this page quickly
page-log = What was said
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
page-elsewhere = Go on with another device
page-get_code = Give me a code
# Variables: $code
page-code = Your code is { $code }. It works once.
page-have_code = I have a code
page-resume = Go on here
page-code_refused = This code does not work. Please ask for a new one.

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
