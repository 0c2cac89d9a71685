# Who waits, a plan for them, and pauses of intake.

desk-plan = Who waits
desk-plan_about = Here are the requests that nobody is asked for now.
desk-plan_nobody = Nobody waits.
# Variables: $count
desk-plan_waiting =
    { $count ->
        [one] One request waits.
       *[other] { $count } requests wait.
    }
desk-plan_propose = Propose a plan
desk-plan_propose_hint = A plan says which group could take which request. Nobody is asked yet.
desk-plan_next = Who is next
desk-plan_order = First what is urgent, then what few groups can do, then who waits longest.
# How many groups could do it if they had time. Variables: $count
desk-plan_able =
    { $count ->
        [0] No group can do it
        [one] One group can do it
       *[other] { $count } groups can do it
    }
desk-plan_able_many = Many groups can do it

desk-plan_made = The plan
desk-plan_back = Back to who waits
# Variables: $at (until when)
desk-plan_made_about = Nobody is asked yet. You can use this plan until { $at }.
# Variables: $at
desk-plan_applied_at = The groups were asked: { $at }.
desk-plan_still_says = Each volunteer still says yes or no.
# Variables: $at
desk-plan_under_way = The groups are asked since { $at }. This goes on by itself.
# Variables: $done (so many of $count)
desk-plan_so_far = So far { $done } of { $count }.
desk-plan_old = This plan is too old. Please propose a new one.
desk-plan_empty = No group has time for any of them now.
desk-plan_look_first = Please look at the plan first. Then tick the box.
desk-plan_looked = I have looked at the plan
# Variables: $count
desk-plan_apply =
    { $count ->
        [one] Ask for one request
       *[other] Ask for { $count } requests
    }
desk-said_applied = The groups are being asked.
desk-plan_groups = By group
desk-plan_afar = From afar
desk-plan_unserved = Nobody has time for these
# Variables: $count
desk-plan_contested =
    { $count ->
        [one] One group could do it. Others come first there.
       *[other] { $count } groups could do it. Others come first there.
    }
desk-plan_nobody_able = No group can do it now.

# What came of asking a group
desk-plan_outcome_offered = asked
desk-plan_outcome_taken = somebody else was asked meanwhile
desk-plan_outcome_closed = no longer needed
desk-plan_outcome_full = the group has no time any more
desk-plan_outcome_unable = the group cannot do it any more
desk-plan_outcome_nobody = nobody of the group is free

# ---- pauses of intake
desk-intake = Pause new requests
desk-intake_about = During a pause, new requests wait until a date. Urgent ones never wait.
desk-intake_now = Paused now
desk-intake_none = Nothing is paused.
desk-intake_area = A part of the area
desk-intake_everywhere = Everywhere
desk-intake_until = Opens again
# Variables: $count
desk-intake_held =
    { $count ->
        [0] No request waits for it
        [one] One request waits for it
       *[other] { $count } requests wait for it
    }
desk-intake_end = Open again now
desk-intake_new = Begin a pause
desk-intake_where = Where
desk-intake_around = Around a place
desk-intake_place = Place
desk-intake_place_hint = A name of the list of places. It is not needed for a pause everywhere.
desk-intake_place_refused = It is not certain which place this is. Please write its whole name.
desk-intake_radius = How far around it
# Variables: $count
desk-intake_km = { $count } km
desk-intake_date = Day when it opens again
desk-intake_date_refused = Please give a day to come.
desk-intake_time = Time
desk-intake_reason = Why
desk-intake_reason_hint = Only for you and your colleagues. Name nobody.
desk-intake_send = Begin the pause
desk-said_paused = The pause has begun. New residents are told the day.
desk-said_reopened = It is open again. The search begins for who waited.
