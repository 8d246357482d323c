/* Time: reading it, waiting for it, and setting the clocks of the machine. */
import type { Group } from './group.ts'

/** Calls that tell the time, sleep and run timers. */
// prettier-ignore
export const time: Group<'time'> = {
  name: 'time',
  summary: 'telling the time, sleeping, and timers',
  calls: [
    'time', 'gettimeofday', 'clock_gettime', 'clock_gettime64', 'clock_getres', 'clock_getres_time64',
    'nanosleep', 'clock_nanosleep', 'clock_nanosleep_time64', 'alarm', 'getitimer', 'setitimer', 'times',
    'timer_create', 'timer_delete', 'timer_getoverrun', 'timer_gettime', 'timer_gettime64', 'timer_settime',
    'timer_settime64', 'timerfd', 'timerfd_create', 'timerfd_gettime', 'timerfd_gettime64', 'timerfd_settime',
    'timerfd_settime64', 'ftime',
  ],
}

/** Calls that set the clocks of the machine; adjtimex and clock_adjtime read them too. */
// prettier-ignore
export const clockSetting: Group<'clock-setting'> = {
  name: 'clock-setting',
  summary: 'setting the clocks of the machine',
  calls: [
    'clock_settime', 'clock_settime64', 'settimeofday', 'stime', 'adjtimex', 'clock_adjtime', 'clock_adjtime64',
  ],
}
