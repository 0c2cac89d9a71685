# A form on paper: its title, and when a step is asked.

sheet-title-ask = Asking for help
sheet-title-follow_up = About a request
sheet-title-profile = How to talk with somebody
sheet-title-offer = Asking a volunteer
sheet-title-task = How a task goes
sheet-title-card = Asking somebody to take a call
sheet-title-held_call = How a call goes
sheet-title-enrol = Becoming a volunteer
sheet-title-person = Reaching a person
sheet-title-choose_language = Choosing a language
sheet-title-go_on = Going on elsewhere
sheet-title-heard = What was heard
sheet-title-understood = What was understood
sheet-title-danger = In danger or not

# Variables: $step (a number), $answers
sheet-if_answered = step { $step } was answered: { $answers }
# Variables: $first, $second
sheet-and = { $first }, and { $second }
sheet-or = { $first }, or { $second }
# Variables: $condition
sheet-not = not if { $condition }

sheet-fact-language_known = we know their language
sheet-fact-language_known-not = we do not know their language
sheet-fact-consented = they agreed already
sheet-fact-consented-not = they have not agreed before
sheet-fact-name_known = we know their name
sheet-fact-name_known-not = we do not know their name
sheet-fact-phone_known = we know their phone number
sheet-fact-phone_known-not = we do not know their phone number
sheet-fact-volunteer = they are a volunteer
sheet-fact-volunteer-not = they are no volunteer yet
sheet-fact-several_requests = they have several requests
sheet-fact-several_requests-not = they have no more than one request
sheet-fact-profile_kept = they agreed that we remember how to talk with them
sheet-fact-profile_kept-not = they have not agreed that we remember it
sheet-fact-profile_asked = they were asked about remembering it
sheet-fact-profile_asked-not = they were not asked about remembering it yet
sheet-fact-profile_to_keep = they told us something worth remembering
sheet-fact-profile_to_keep-not = they told us nothing to remember
sheet-about-purpose-arrived = we ask whether help arrived
sheet-about-purpose-arrived-not = we do not ask whether help arrived
sheet-about-purpose-word = they want to tell us how they talk
sheet-about-purpose-word-not = they do not come to tell us how they talk
sheet-about-takes_calls-yes = they came by a caller's invitation
sheet-about-takes_calls-yes-not = they did not come by a caller's invitation
sheet-about-remote-yes = they help from afar
sheet-about-remote-yes-not = they help in person
