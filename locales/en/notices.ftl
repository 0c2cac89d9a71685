# What Linli tells people by itself. `?` marks a value that may be missing.
# Every notice may also use: $emergency?, $emergency_sms?, $relay?, $coordinator_phone?

# ---- to residents

# Variables: $receipt, $leaves
notice-request_received =
    We have your request: { $leaves }.
    Its number is R { $receipt }.
    We are now asking neighbours near you.
    We tell you as soon as somebody says yes.

# Variables: $receipt, $leaves
notice-request_changed =
    Your request R { $receipt } is changed: { $leaves }.
    Whoever helps you sees the change.

# Variables: $receipt, $leaves
notice-request_cancelled =
    Your request R { $receipt } is cancelled: { $leaves }.
    You can ask again at any time.

# Several groups share it. Variables: $receipt, $leaves
notice-request_split =
    Your request R { $receipt } goes to more than one group: { $leaves }.
    We tell you each name when somebody says yes.

# Variables: $receipt, $leaves, $status
notice-request_status =
    Your request R { $receipt }: { $leaves }.
    How it stands: { $status }.

# How near help in person may come from now on, by a restriction.
# Variables: $receipt, $leaves, $access (door, gate or closed), $at? (until when)
notice-request_restricted =
    { $access ->
        [closed] A rule in your area has changed. Nobody may come to you now.
        [gate] A rule in your area has changed. Helpers from outside may come only to the gate.
       *[door] A rule in your area has ended. Helpers may come to your door again.
    }
    { $access ->
        [closed] We look for help from afar.
        [gate] Please plan to meet them at the gate.
       *[door] { "" }
    }
    { $access ->
        [gate] You cannot get there? For a person, press 0.
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] It lasts until: { $at }.
    }
    This is about your request R { $receipt }: { $leaves }.

# Two help: one brings it to the gate, one carries it to the door. Variables: $receipt, $leaves,
# $news (brings, carries: who is found; sets_out, at_gate; where nothing restricts any more alone:
# who brings it goes on to the door, over: nobody carries it), $name?, $other? (the other of the
# two), $both? (yes: both are found, there: one is done), $word? (said at the door by who comes),
# $at? (when who sets out is at the gate)
notice-request_relayed =
    { $news ->
        [brings] { $name ->
            [none] A volunteer brings it to the gate: { $leaves }.
           *[other] { $name } brings it to the gate: { $leaves }.
        }
        [sets_out] { $name ->
            [none] A volunteer is on the way to the gate: { $leaves }.
           *[other] { $name } is on the way to the gate: { $leaves }.
        }
        [at_gate] It is at the gate now: { $leaves }.
        [alone] { $name ->
            [none] A rule in your area has ended. A volunteer brings it to your door: { $leaves }.
           *[other] A rule in your area has ended. { $name } brings it to your door: { $leaves }.
        }
        [over] A rule in your area has ended. We look for one person who brings it to your door: { $leaves }.
       *[carries] { $name ->
            [none] A volunteer from inside carries it to your door: { $leaves }.
           *[other] { $name } from inside carries it to your door: { $leaves }.
        }
    }
    { $at ->
        [none] { "" }
       *[other] Expected: { $at }.
    }
    { $both ->
        [none] { $news ->
            [alone] { "" }
            [over] The word that we gave you is not valid any more.
            [carries] We still look for somebody who brings it.
           *[other] We still look for somebody inside who carries it to you.
        }
        [there] It is at the gate already.
       *[yes] { $news ->
            [carries] { $other ->
                [none] Another volunteer brings it to the gate.
               *[other] { $other } brings it to the gate.
            }
           *[other] { $other ->
                [none] A volunteer from inside carries it to your door.
               *[other] { $other } from inside carries it to your door.
            }
        }
    }
    { $word ->
        [none] { "" }
       *[other] The word at the door is: { $word }.
    }
    Your request is R { $receipt }.

# Variables: $receipt, $leaves
notice-looking_further =
    Nobody has said yes yet to R { $receipt }: { $leaves }.
    We keep looking.
    Your request keeps its place.

# Variables: $receipt, $leaves, $since (when they asked)
notice-still_waiting =
    Nobody is free yet for R { $receipt }: { $leaves }.
    You are still on the list, since { $since }.
    If it becomes urgent, tell us.
    For a person, press 0.

# Before somebody asks. Variables: $at (when the search begins)
notice-intake_paused_here =
    More people here ask for help now than we can help.
    You can go on. Your request is kept.
    The search begins: { $at }.
    If you need it today, tell us: we look at once.
    For a person, press 0.

# Variables: $receipt, $leaves, $at (when the search begins)
notice-intake_paused =
    More people ask for help now than we can help.
    Your request R { $receipt } is kept: { $leaves }.
    The search begins: { $at }.
    If it becomes urgent, tell us.
    Then we look at once.
    For a person, press 0.

# Variables: $receipt, $leaves, $name? (first name of the volunteer), $word,
# $mode (in_person, or remote: by phone or in writing), $group? (where several groups help),
# $other_language? (yes: they share no language)
notice-volunteer_found =
    { $name ->
        [none] A volunteer will help you with: { $leaves }.
       *[other] { $name } will help you with: { $leaves }.
    }
    { $group ->
        [none] { "" }
       *[other] Group: { $group }.
    }
    { $other_language ->
        [none] { "" }
       *[yes] They may not speak your language. If you need an interpreter, press 0.
    }
    { $mode ->
        [remote] The first word you hear or read is: { $word }.
       *[in_person] { $access ->
            [gate] Please come to the gate. The word there is: { $word }.
            [none] The volunteer will say this word at the door: { $word }.
           *[door] The volunteer will say this word at the door: { $word }.
        }
    }
    { $mode ->
        [remote] Please trust only somebody who says it.
       *[in_person] { $access ->
            [gate] Please trust only somebody who says it.
            [none] Please open only to somebody who says it.
           *[door] Please open only to somebody who says it.
        }
    }
    We never ask for bank cards or passwords.
    Your request is R { $receipt }.

# Variables: $receipt, $name?, $word, $mode (in_person, or remote: by phone or in writing),
# $at? (when they will be there)
notice-volunteer_on_the_way =
    { $mode ->
        [remote] { $name ->
            [none] The volunteer gets in touch with you soon.
           *[other] { $name } gets in touch with you soon.
        }
       *[in_person] { $name ->
            [none] The volunteer is on the way to you.
           *[other] { $name } is on the way to you.
        }
    }
    { $at ->
        [none] { "" }
       *[other] Expected: { $at }.
    }
    { $mode ->
        [remote] The first word you hear or read is: { $word }.
       *[in_person] { $access ->
            [gate] Please come to the gate. The word there is: { $word }.
            [none] The word at the door is: { $word }.
           *[door] The word at the door is: { $word }.
        }
    }
    Your request is R { $receipt }.

# Variables: $receipt, $leaves, $name?, $kept_out? (yes: by a restriction)
notice-volunteer_left =
    { $kept_out ->
        [none] { $name ->
            [none] We are sorry. The volunteer cannot come after all.
           *[other] We are sorry. { $name } cannot come after all.
        }
       *[yes] { $name ->
            [none] We are sorry. By a rule in your area the volunteer may not come in.
           *[other] We are sorry. By a rule in your area { $name } may not come in.
        }
    }
    We are asking others now: { $leaves }.
    Your request R { $receipt } keeps its place.

# Variables: $receipt, $leaves
notice-did_help_arrive = { follow_up-arrived }

# Variables: $receipt, $outcome (done, partly or no)
notice-arrival_thanks = { $outcome ->
        [done] Thank you. It is good that help arrived.
       *[other] Thank you for telling us. We are sorry. A person will look at it.
    }
    Your request is R { $receipt }.

# An ask was begun and not finished. No variables.
notice-reminder =
    You began to ask for help.
    Your request is not sent yet.
    For the last question again, press 9.
    For a person, press 0.

# Variables: $by (voice, text, relay or interpreter), $before (a clock time)
notice-call_queued = { $by ->
        [voice] A person will call you before { $before }.
        [text] A person will write to you here before { $before }.
        [relay] A person will call you by relay before { $before }.
       *[interpreter] A person will reach you with an interpreter before { $before }.
    }
    { part-call_us }
    In danger, do not wait. Call { part-emergency }.

# The promise would break, so a new one is made. Variables: $by, $before, as in call_queued
notice-call_delayed =
    We are sorry. It takes longer.
    { $by ->
        [voice] A person will call you before { $before }.
        [text] A person will write to you here before { $before }.
        [relay] A person will call you by relay before { $before }.
       *[interpreter] A person will reach you with an interpreter before { $before }.
    }
    { part-call_us }
    In danger, do not wait. Call { part-emergency }.

# They were not reached. Variables: $by (as in call_queued), $before? (a clock time)
notice-call_tried =
    { $by ->
        [voice] We could not reach you by phone.
        [text] We wrote to you and heard nothing yet.
        [relay] We could not reach you by relay.
       *[interpreter] We could not reach you with an interpreter.
    }
    { $before ->
        [none] A person now looks for another way to reach you.
       *[other] We will try again before { $before }.
    }
    { part-call_us }
    For a person, press 0.

# A caller writes. Variables: $name (first name of the caller), $text
notice-call_message =
    { $name } writes to you:
    { $text }

# Nobody of ours has seen an alert. No variables of its own.
notice-alert_unheard =
    Nobody of our group has answered yet.
    Please do not wait for us.
    Call { part-emergency } now.
    { part-call_us }

# A voice note takes longer than a moment. No variables.
notice-listening = I am listening. One moment.

# A voice note, photo, sticker or file came. No variables.
notice-media_received =
    I cannot understand this yet.
    We have kept it and a person will look.
    For a person to contact you, press 0.

# ---- to volunteers and group chats

# Variables: $leaves, $half? (bring to the gate, or carry from there), $urgency, $area?, $letter?, $accommodations?, $distance?, $count?,
# $interpreter?
notice-offer = { offer-answer }

# In a group chat; delicate needs read "an errand".
# Variables: $leaves, $urgency, $area?, $accommodations?, $distance?, $count?, $interpreter?
notice-group_offer =
    { $half ->
        [none] A neighbour needs: { $leaves }.
        [bring] Bring to the gate: { $leaves }.
       *[carry] Carry from the gate: { $leaves }.
    }
    { part-offer }
    { $interpreter ->
        [none] Who can help?
       *[other] Who can help in { $interpreter }?
    }
    Press the button, and the details come to you alone.

# Variables: $leaves, $area?, $name? (first name of the volunteer)
notice-group_offer_taken =
    { $name ->
        [none] A volunteer helps with this: { $leaves }.
       *[other] { $name } helps with this: { $leaves }.
    }
    { $area ->
        [none] { "" }
       *[other] Where: near { $area }.
    }
    Thank you all.

# Variables: $leaves, $area?, $because? (why volunteers are told that an offer is over),
# $restricted? (yes: by a rule of the area)
notice-group_offer_closed =
    { $because ->
        [offer_changed] { $restricted ->
            [none] This request has changed: { $leaves }. We ask again.
           *[yes] A rule in that area has changed. This is over for now: { $leaves }.
        }
        [offer_expired] Nobody has taken this yet, so we ask others: { $leaves }.
        [offer_too_late] Somebody else helps with this: { $leaves }.
        [none] This is no longer needed: { $leaves }.
       *[offer_withdrawn] This is no longer needed: { $leaves }.
    }
    { $area ->
        [none] { "" }
       *[other] Where: near { $area }.
    }
    Thank you all.

# Somebody pressed in a group chat who has no private chat with Linli. Variables: $link
notice-offer_needs_private =
    Nothing is accepted yet. Only a volunteer of this group can say yes.
    Please write to Linli in private first: { $link }
    Then press the button again.
    Not a volunteer yet? Ask your coordinator for an invitation.

# Only to the volunteer who has the task.
# Variables: $receipt, $leaves, $name? (the resident's), $phone?, $address?, $details? (lines),
# $accommodations?, $interpreter? (the resident's language), $word,
# $mode (in_person, or remote: by phone or in writing)
notice-offer_accepted =
    { $name ->
        [none] Thank you. Please help with: { $leaves }.
       *[other] Thank you. Please help { $name } with: { $leaves }.
    }
    { $address ->
        [none] { "" }
       *[other] Address: { $address }
    }
    { $phone ->
        [none] { $mode ->
            [remote] Please do not phone. What you write to us, we pass on.
           *[in_person] Please do not phone.
        }
       *[other] Phone: { $phone }
    }
    { $details ->
        [none] { "" }
       *[other] { $details }
    }
    { $accommodations ->
        [none] { "" }
       *[other] Please note: { $accommodations }.
    }
    { $interpreter ->
        [none] { "" }
       *[other] They speak { $interpreter }. You may need an interpreter.
    }
    { $mode ->
        [remote] Say this word first: { $word }.
       *[in_person] { $access ->
            [gate] Say this word at the gate: { $word }.
            [none] Say this word at the door: { $word }.
           *[door] Say this word at the door: { $word }.
        }
    }
    Ask the resident before you buy anything, and keep the receipt.
    Request number: R { $receipt }
    { $mode ->
        [remote] Write to us here when you begin.
       *[in_person] Write to us here when you set out.
    }

# Somebody else has it now; also to who did not answer yet. Variables: $leaves
notice-offer_too_late =
    Somebody else was a little faster: { $leaves }.
    Thank you for being ready to help.

# Variables: $leaves
notice-offer_declined = That is all right. We ask others: { $leaves }.

# Variables: $leaves
notice-offer_withdrawn =
    This is no longer needed from you: { $leaves }.
    Thank you for being there.

# The request is another one now. Variables: $leaves, $again? (it is put to them anew),
# $restricted? (yes: it is a rule of the area that changed)
notice-offer_changed =
    { $restricted ->
        [none] This request has changed: { $leaves }.
       *[yes] A rule in that area has changed. It is about: { $leaves }.
    }
    { $again ->
        [none] You need not answer the old one.
       *[yes] Here is the new one.
    }

# Nobody answered in time; a late yes still counts. Variables: $leaves, $letter?
notice-offer_expired =
    We ask others now, for we had no answer: { $leaves }.
    { $letter ->
        [none] { "" }
       *[other] Can you still help? Then write { $letter }1.
    }

# Asks a volunteer who accepted how it goes. Variables: $leaves
notice-task = { task-step }

# The volunteer said to be on the way. Variables: $receipt, $leaves, $name? (the resident's),
# $mode (in_person, or remote: by phone or in writing)
notice-task_started =
    { $mode ->
        [remote] { $name ->
            [none] Thank you. We are telling the resident that you begin.
           *[other] Thank you. We are telling { $name } that you begin.
        }
       *[in_person] { $name ->
            [none] Thank you. We are telling the resident that you are on the way.
           *[other] Thank you. We are telling { $name } that you are on the way.
        }
    }
    The request is R { $receipt }: { $leaves }.

# What is new of a request, for who is under way for it.
# Variables: $receipt, $leaves, $name? (the resident's), $urgency, $address?, $text?
notice-task_changed =
    { $name ->
        [none] R { $receipt } has changed: { $leaves }.
       *[other] { $name } has changed R { $receipt }: { $leaves }.
    }
    When: { $urgency }.
    { $address ->
        [none] { "" }
       *[other] New address: { $address }
    }
    { $text ->
        [none] { "" }
       *[other] Also: { $text }
    }

# How near they may come from now on. Variables: $receipt, $leaves, $name? (the resident's),
# $access (door, gate, or closed: not at all), $at? (until when)
notice-task_restricted =
    { $access ->
        [closed] A rule in that area has changed. You may not go in now.
        [gate] A rule in that area has changed. Your help now ends at the gate.
       *[door] A rule in that area has ended. You may go on to the door.
    }
    { $access ->
        [closed] This task is no longer yours. Thank you for taking it.
        [gate] { $name ->
            [none] We ask the resident to come to the gate.
           *[other] We ask { $name } to come to the gate.
        }
       *[door] { $name ->
            [none] We are telling the resident.
           *[other] We are telling { $name }.
        }
    }
    { $access ->
        [closed] Do you have something for them already? For a person, press 0.
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] It lasts until: { $at }.
    }
    The request is R { $receipt }: { $leaves }.

# The other of two who help together. Variables: $receipt, $leaves, $news (brings, carries: who it
# is; left, nobody (is found), sets_out, at_gate; where nothing restricts any more alone: they
# bring it to the door, over: nobody carries it), $half (their own part: bring or carry), $name?,
# $word? (said at the gate by who brings it), $at? (when that is)
notice-relay_partner =
    { $news ->
        [brings] { $name ->
            [none] A volunteer brings it to the gate: { $leaves }.
           *[other] { $name } brings it to the gate: { $leaves }.
        }
        [carries] { $name ->
            [none] A volunteer from inside fetches it at the gate: { $leaves }.
           *[other] { $name } from inside fetches it at the gate: { $leaves }.
        }
        [left] { $name ->
            [none] The other volunteer cannot come after all. We ask others: { $leaves }.
           *[other] { $name } cannot come after all. We ask others: { $leaves }.
        }
        [nobody] Nobody is found yet for the other half: { $leaves }.
        [sets_out] { $name ->
            [none] The other volunteer is on the way to the gate: { $leaves }.
           *[other] { $name } is on the way to the gate: { $leaves }.
        }
        [alone] A rule in that area has ended. Please bring it to the door: { $leaves }.
        [over] A rule in that area has ended. Nobody needs to carry it now: { $leaves }.
       *[at_gate] { $name ->
            [none] It is at the gate now: { $leaves }.
           *[other] { $name } says that it is at the gate now: { $leaves }.
        }
    }
    { $news ->
        [left] { $half ->
            [bring] Please keep what you have. Do not go to the gate yet.
           *[carry] Your part stays yours. Do not go to the gate yet.
        }
        [nobody] We keep looking. Do not go to the gate yet.
        [alone] Nobody carries it from the gate any more. The details follow.
        [over] This task is not yours any more. Thank you.
       *[other] { "" }
    }
    { $news ->
        [left] We write to you as soon as somebody else is found.
        [nobody] You cannot wait so long? Then please hand it back.
        [alone] You cannot go to the door? Then please hand it back.
        [over] You have it in your hands already? For a person, press 0.
       *[other] { "" }
    }
    { $at ->
        [none] { "" }
       *[other] Expected: { $at }.
    }
    { $word ->
        [none] { "" }
       *[other] The word at the gate, from who brings it: { $word }.
    }
    The request is R { $receipt }.

# Variables: $receipt, $outcome (done or partly)
notice-task_done = { $outcome ->
        [partly] Thank you. We ask the resident what is still missing.
       *[done] Thank you. We ask the resident whether all is well.
    }
    The request was R { $receipt }.

# Variables: $receipt, $leaves
notice-task_handed_back =
    Thank you for telling us. You need not explain.
    We ask others now.
    The request was R { $receipt }: { $leaves }.

# Variables: $receipt, $leaves, $name? (the resident's)
notice-task_check_in = { $name ->
        [none] You said you would help with R { $receipt }: { $leaves }.
       *[other] You said you would help { $name } with R { $receipt }: { $leaves }.
    }

# Variables: $receipt, $leaves, $mode
notice-task_released =
    We have not heard from you for a while.
    We now ask others about R { $receipt }: { $leaves }.
    { $mode ->
        [remote] Please do not call or write to them any more.
       *[in_person] Please do not go there any more.
    }

# Variables: $receipt, $leaves, $name? (the resident's), $mode
notice-task_cancelled =
    { $name ->
        [none] This is no longer needed: { $leaves }.
       *[other] { $name } no longer needs this: { $leaves }.
    }
    { $mode ->
        [remote] Please do not call or write to them any more.
       *[in_person] Please do not go there any more.
    }
    Thank you. The request was R { $receipt }.

# Variables: $name? (to whom)
notice-word_sent = { $name ->
        [none] We are passing your words on to the resident.
       *[other] We are passing your words on to { $name }.
    }

# Variables: $receipt, $name? (first name of the volunteer), $text
notice-word_from_volunteer =
    { $name ->
        [none] The volunteer writes about your request R { $receipt }:
       *[other] { $name } writes about your request R { $receipt }:
    }
    { $text }

# Variables: $receipt, $name? (the resident's), $text
notice-word_from_resident =
    { $name ->
        [none] The resident writes about R { $receipt }:
       *[other] { $name } writes about R { $receipt }:
    }
    { $text }

# ---- to callers, in their own chat

# How a call is held, in which language, until when.
# Variables: $by? (voice, text, relay or interpreter), $language?, $before?
part-card =
    { $by ->
        [none] { "" }
        [voice] How: by phone.
        [text] How: in writing, on a page.
        [relay] How: by phone, with a relay service.
       *[interpreter] How: with an interpreter.
    }
    { $language ->
        [none] { "" }
       *[other] Language: { $language }.
    }
    { $before ->
        [none] { "" }
       *[other] Promised before { $before }.
    }

# Variables: as in card-answer
notice-call_card = { card-answer }

# A card is over that they did not answer.
# Variables: $over (taken: by somebody else, yours: at the desk, not_needed)
notice-call_card_over = { $over ->
        [taken] Somebody else takes this call. Thank you for being ready.
        [yours] You have this call now.
       *[not_needed] Nobody needs to take this call now. Thank you for being there.
    }

# They said not now, or gave a call back. No variables.
notice-call_passed = That is all right. We ask others.

# They took a call. Variables: $before (until when it is theirs), $link?
notice-call_yours =
    Thank you. The call is yours until { $before }.
    { $link ->
        [none] { "" }
       *[other] Open its page: { $link }
    }
    The link works once, and only for you. Do not pass it on.
    Every answer that you enter keeps the call yours for longer.
    Write to us here when it is done.

# Variables: $outcome (completed or no_answer)
notice-call_ended = { $outcome ->
        [no_answer] Thank you for trying. We try again at another time.
       *[completed] Thank you. The call is closed.
    }

# They had a call, and their time is over. No variables.
notice-call_released =
    Your time for the call is over. We ask others now.
    Nothing that you entered is lost.

# What came of a paper that they typed in here. Variables: $receipt? (of the request it made)
notice-call_line_taken = { $receipt ->
        [none] The paper is typed in. What is still open stands on the page of the call.
       *[other] The paper is typed in. The request is R { $receipt }.
    }

# Variables: $faults (sentences, one a line)
notice-call_line_refused = { $faults }

# ---- about being a volunteer

# Variables: $name?, $group, $by_phone? (yes: no words reach them, so they are called)
notice-enrolled =
    { $name ->
        [none] Welcome. You are a volunteer of { $group } now.
       *[other] Welcome, { $name }. You are a volunteer of { $group } now.
    }
    { $by_phone ->
        [none] We write to you when a neighbour needs help.
       *[other] We call you by phone when a neighbour needs help.
    }
    You can always say no.
    { $by_phone ->
        [none] Write to us when you want to pause or stop.
       *[other] Tell whoever calls you when you want to pause or stop.
    }

# They came by a caller's invitation. Variables: $name?, $group, $by_phone? (as in enrolled)
notice-takes_calls =
    { $name ->
        [none] Welcome. You take calls for { $group } now.
       *[other] Welcome, { $name }. You take calls for { $group } now.
    }
    { $by_phone ->
        [none] We write to you when somebody waits for a person.
       *[other] Your coordinator calls you when somebody waits for a person.
    }
    You can always say no.
    { $by_phone ->
        [none] Write to us when you want to pause or stop.
       *[other] Tell whoever calls you when you want to pause or stop.
    }

# In a group chat, after the invitation of its group was given there. Variables: $group
notice-chat_joined =
    This chat belongs to { $group } now.
    When a neighbour needs help, we ask here too.
    Whoever says yes hears the details alone, in private.

# No variables of its own.
notice-invite_refused =
    This invitation does not work. It may be old or already used.
    Please ask your coordinator for a new one.
    { part-call_us }

# How to talk with them is kept, read back. Variables: $accommodations?, $ways?, $helper?
notice-profile_kept =
    We remember how to talk with you.
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
    { $helper ->
        [none] { "" }
       *[other] Your helper: { $helper }.
    }
    To change it, write: how I talk
    To delete it, write: forget how I talk
notice-profile_forgotten =
    We have forgotten how to talk with you.
    An open request keeps what it needs.
    We do not ask again.
notice-voice_refused =
    Your settings take no voice notes from me.
    So I only write to you.
    Allow them, then write: speak to me

# Somebody wants to go on elsewhere. Variables: $code, $days (so long it is good for)
notice-resume_code =
    Your code is { $code }.
    With it you go on at another telephone, computer or tablet.
    Write to us there first, then type the code or say it.
    { $days ->
        [one] It works once, within one day.
       *[other] It works once, within { $days } days.
    }
    Whoever has this code can read what you told us.

# No variables of its own.
notice-go_on_refused =
    This code does not work here. It may be old or already used.
    Please get a new one where you began.
    { part-call_us }

# Where a conversation was, once, after a code of it was given elsewhere. No variables.
notice-went_elsewhere =
    Your conversation now goes on in another place.
    Was that not you? Press 0 for a person.

# Where nothing reaches a person any more, their conversation comes here. No variables.
notice-goes_on_here =
    Our messages no longer reach you where you wrote before.
    So we go on here.
    For a person, press 0.

# Variables: $at? (until when)
notice-paused = { $at ->
        [none] You get no requests until you come back.
       *[other] You get no requests until { $at }.
    }
    Write to us when you want to help again.

# No variables.
notice-resumed = Welcome back. We write to you when a neighbour needs help.

# No variables.
notice-left =
    You are no longer a volunteer. Thank you for all your help.
    You can still ask for help here.

# ---- to those who look after everything

# Variables: $kind (danger, ask or flag), $danger_class?, $at, $name?, $phone?, $text?, $receipt?, $link?
notice-safeguarding_alert = { $kind ->
        [flag] Please read with care. Somebody may be harmed by a person near them.
        [ask] Please read this soon. Somebody may be in danger.
       *[danger] Urgent. Somebody says they are in danger.
    }
    { $kind ->
        [flag] Do not mention this to them in writing.
        [ask] Linli asks them whether they are in danger. It called nobody.
       *[danger] Linli gave them the emergency numbers. It called nobody.
    }
    { $danger_class ->
        [none] { "" }
       *[other] It may be about: { $danger_class }.
    }
    When: { $at }.
    { $name ->
        [none] { "" }
       *[other] Name: { $name }.
    }
    { $phone ->
        [none] { "" }
       *[other] Phone: { $phone }.
    }
    { $receipt ->
        [none] { "" }
       *[other] Request: R { $receipt }.
    }
    { $text ->
        [none] { "" }
       *[other] Their words: { $text }
    }
    { $link ->
        [none] { "" }
       *[other] Open: { $link }
    }

# Variables: $reason, $receipt?, $before? (what was promised), $link?, $tries? (what came of them),
# $group? (it has only a phone, and nobody is rung for it), $at? (until then; none: nobody leads it)
notice-coordinator_alert =
    { $group ->
        [none] { $tries ->
            [none] Somebody is waiting for a person.
           *[other] Every try to reach somebody was in vain.
        }
       *[other] { $at ->
            [none] The group { $group } has no leader any more.
           *[other] The leader of the group { $group } rests until { $at }.
        }
    }
    { $group ->
        [none] Why: { $reason }.
       *[other] This group has only a phone. Nobody rings it now.
    }
    { $tries ->
        [none] { "" }
       *[other] What came of the tries: { $tries }.
    }
    { $receipt ->
        [none] { "" }
       *[other] Request: R { $receipt }.
    }
    { $before ->
        [none] { "" }
       *[other] Promised before { $before }.
    }
    { $link ->
        [none] { "" }
       *[other] Open: { $link }
    }

# Variables: $count (areas in all), $lost (one line for each kind of loss),
# $further (kinds of loss that are not told here)
notice-coverage_lost =
    { $count ->
        [one] In one area nobody can give help that was there before.
       *[other] In { $count } areas nobody can give help that was there before.
    }
    { $lost }
    { $further ->
        [0] { "" }
        [one] And in one more way.
       *[other] And in { $further } more ways.
    }
    Please look at "Cover" at the desk.

# Variables: $count (areas in all), $lost, $further
notice-coverage_back =
    { $count ->
        [one] In one area there is help again.
       *[other] In { $count } areas there is help again.
    }
    { $lost }
    { $further ->
        [0] { "" }
       *[other] More of it is at "Cover" at the desk.
    }

# Variables: $areas (a few names), $more (areas that are not named), $days (how long)
notice-offers_unanswered =
    Nobody said yes to any request for { $days } days.
    { $more ->
        [0] Near: { $areas }.
        [one] Near: { $areas }, and one more area.
       *[other] Near: { $areas }, and { $more } more areas.
    }
    Please ask the groups there.

# What somebody wanted to do is no longer possible. No variables.
notice-too_late =
    This is already over. Nothing was changed.
    For a person, press 0.
