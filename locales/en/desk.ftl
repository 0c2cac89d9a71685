# The pages for coordinators and callers. Danger always comes first.

desk-title = Linli desk
desk-skip = Skip to the list
desk-sign_in = Sign in
desk-sign_in_by_link = Please open the link you were given. Ask a coordinator for a new one.
desk-link_used = This link is old or already used. Ask a coordinator for a new one.
desk-sign_out = Sign out
# Variables: $name
desk-signed_in = You are signed in as { $name }.
desk-refresh = Show what is new
desk-not_allowed = You may not see this page.
desk-not_found = There is nothing here.

# ---- the queue
desk-queue = Who needs a person
desk-dangers = In danger
desk-no_dangers = Nobody has said that they are in danger.
desk-calls = Calls to make
desk-no_calls = Nobody is waiting for a call.
desk-requests = Open requests
desk-no_requests = There are no open requests.
desk-unfinished = Unfinished requests
desk-no_unfinished = There are no unfinished requests.
desk-column_receipt = Number
desk-column_needs = Needs
desk-column_urgency = When
desk-column_area = Area
desk-column_status = How it stands
desk-column_accommodations = Please note
desk-column_since = Since
desk-column_reason = Why
desk-column_by = How
desk-column_promised = Promised before
desk-column_language = Language
desk-column_action = What to do
desk-late = Late

# ---- a call
desk-take_call = Take this call
desk-give_back = Give this call back
# Variables: $name
desk-taken_by = { $name } has this call.
desk-reveal = Show name and number
desk-reveal_note = It is recorded that you looked.
desk-name = Name
desk-phone = Phone
desk-place = Place
desk-details = Details
desk-never_ask = Never ask for bank cards, passwords or identity papers.
desk-no_voice = Do not phone. Write to them below.
desk-no_message = Leave no message.
desk-may_leave_message = You may leave a message: your first name and our number.
desk-write = What you want to write
desk-send = Send
desk-answer = Their answer
desk-keep_answer = Keep the answer
desk-outcome = What came of the call
desk-close_call = Close the call
desk-call_closed = The call is closed.
desk-heard = I have seen this
desk-close_request = Close this request
desk-close_reason = Why is it closed?
desk-saved = Saved.
desk-changed_meanwhile = Somebody else changed this. Here is how it is now.
