# Groups, and their days unlike the week.

desk-groups = Groups
desk-groups_about = Choose a group to say on which days its hours are unlike its week.
desk-groups_name = A part of its name
desk-groups_find = Find
desk-groups_none = No group has this in its name.
desk-groups_more = There are more. Write a part of the name.
desk-groups_back = Back to the groups

desk-days = Days unlike the week
desk-days_about = On these days only these hours count.
desk-days_none = Every day is as in the week.
desk-days_closed = Closed
desk-days_end = As in the week again
desk-days_new = Add a day
desk-days_on = Day
desk-days_on_refused = Please give today or a later day.
desk-days_how = What is so on that day
desk-days_hours = Open at these hours
desk-days_hours_refused = Please give from when until when.
desk-days_hint = An end that is earlier than its begin is on the next day.
# Variables: $number (1, or 2: after a pause)
desk-days_from =
    { $number ->
        [1] From
       *[2] Again from
    }
# Variables: $number (1, or 2: after a pause)
desk-days_to =
    { $number ->
        [1] Until
       *[2] Again until
    }
desk-days_keep = Keep this day
