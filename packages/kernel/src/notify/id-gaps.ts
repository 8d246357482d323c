/*
 * Calls that waited for a watcher and were never received.
 *
 * The kernel numbers the calls of a filter in the order in which they begin to wait. A signal interrupts the wait of a call that is
 * not received yet, also with WAIT_KILLABLE_RECV. Its number is then never received, and is a gap between those that are.
 *
 * @see kernel/seccomp.c: seccomp_next_notify_id(), seccomp_do_user_notification()
 */

/** The gaps between the ids of calls. */
export interface IdGaps {
  /** Takes the low 32 bits of the id of a call that was received. */
  readonly take: (id: number) => void
  /** The number of ids between the first and the newest that were not taken. */
  readonly count: () => number
}

/** The gaps between ids that are about to be taken. */
export function idGaps(): IdGaps {
  let newest: number | undefined
  let given = 0 // the ids from the first to the newest
  let taken = 0
  return {
    take: (id) => {
      const ahead = newest === undefined ? 1 : (id - newest) | 0 // of several threads, a later call may be received first
      taken += 1
      if (ahead <= 0) return
      given += ahead
      newest = id
    },
    count: () => Math.max(0, given - taken), // the first that was received may not be the first that waited
  }
}
