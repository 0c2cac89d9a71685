# A caller who has a call tells how it goes.

held_call-step = You have a call. How is it going?
    .simple = What would you like to do with your call? Press one number.
    .item = The call
held_call-step-link = Keep it longer, with a new link
held_call-step-done = We have talked, it is done
held_call-step-not_reached = I reached nobody
held_call-step-give_back = I cannot do it after all
