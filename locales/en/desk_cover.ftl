# The page that says where nobody could help, and what is tried every night.

desk-cover = Cover
# Variables: $at
desk-cover_looked = Who could help where, as it was on { $at }. It is looked at every night.
desk-cover_now = Who could help where, looked at just now. From the first night on it is kept.
desk-cover_about = Nobody was asked, and nothing was sent.

# ---- alarms
desk-cover_alarms = Please look after this
desk-cover_lost = Nobody can help any more
desk-cover_unanswered = Nobody says yes here
desk-cover_unanswered_note = For 14 days every offer was in vain.
desk-cover_why = Why
desk-cover_not_read = No message about it was sent yet
desk-cover_see_to = I look after this
desk-cover_seen = Somebody looks after this
desk-said_seen = Noted. You look after this.
# On the queue.
desk-cover_areas = Cover to look after

# ---- gaps
desk-cover_gaps = Where help is thin
desk-cover_none = Nothing fits what you chose.
# Variables: $count (rows that are not shown)
desk-cover_further = { $count ->
        [one] One more is not shown. Choose an area or a need.
       *[other] { $count } more are not shown. Choose an area or a need.
    }
desk-cover_area = Area
desk-cover_part = When
desk-cover_kind = How well
desk-cover_everybody = Everybody
desk-cover_nearest = Nearest
desk-cover_third = Third nearest
desk-cover_able = Groups
desk-cover_most = 10 or more
desk-cover_sharing = Speak it
# Variables: $number (requests)
desk-cover_asked = { $number ->
        [one] asked for once in 4 weeks
       *[other] asked for { $number } times in 4 weeks
    }
# How well something is covered, before the need. Variables: $leaf
desk-cover_is_nobody = Nobody: { $leaf }
desk-cover_is_one = Only one group: { $leaf }
desk-cover_is_interpreter = Only with an interpreter: { $leaf }
desk-cover_is_far = Only from far away: { $leaf }
desk-cover_is_covered = Covered: { $leaf }
desk-cover_kind_nobody = Nobody
desk-cover_kind_one = Only one group
desk-cover_kind_interpreter = Only with an interpreter
desk-cover_kind_far = Only from far away
desk-cover_kind_covered = Covered

# ---- when
desk-when_any_time = at any time
desk-when_workdays = on working days
desk-when_weekends = at weekends
desk-when_morning = in the morning
desk-when_afternoon = in the afternoon
desk-when_evening = in the evening
desk-when_night = at night
desk-when_workday_morning = working days, morning
desk-when_workday_afternoon = working days, afternoon
desk-when_workday_evening = working days, evening
desk-when_workday_night = working days, night
desk-when_weekend_morning = weekend, morning
desk-when_weekend_afternoon = weekend, afternoon
desk-when_weekend_evening = weekend, evening
desk-when_weekend_night = weekend, night

# ---- canaries
desk-canaries = Tried every night
desk-canaries_about = Made-up requests. Each must find a group. None is ever offered or sent.
desk-canaries_none = Nothing is tried yet. It begins with the next night.
desk-canary_matches = Finds somebody
desk-canary_lost = Finds nobody
desk-canary_new = Not tried yet
desk-canary_pinned = Made by you
desk-canary_end = Try it no more
desk-canary_make = Try something of your own
desk-canary_place = Place
desk-canary_place_hint = A place of the list, written as it stands there.
desk-canary_place_unknown = We do not know this place. Please choose one of the list.
desk-canary_soon = How soon
desk-canary_soon_hint = "Now" must find somebody at every hour of the week.
desk-canary_add = Try it every night
desk-said_canary = Kept. It was tried once just now: see below.
desk-said_canary_ended = It is tried no more.
