import type { Program } from '@seccompile/abi'
import { definePass, PassError } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
import { readWatch } from './notified-verdict.ts'
import type { WatchPlan } from './notified-verdict.ts'
import { watchedProgram } from './watched-program.ts'

/**
 * The pass that replaces answers by USER_NOTIF, as `watch` says. It changes the meaning, as {@link notifiedVerdict} says, and so is in
 * no pipeline of the compiler. It declines a policy that cannot be watched, with the reason.
 * @throws TypeError where `watch` is wrong
 */
export function notify(watch: WatchPlan): Pass<'program', 'program', 'notify'> {
  const given = readWatch(watch)
  return definePass({
    name: 'notify',
    from: 'program',
    to: 'program',
    summary: 'replaces answers by USER_NOTIF, so that a supervisor sees the calls',
    declines: true,
    run(policy, { endianness }): Program {
      const watched = watchedProgram(policy, given, endianness)
      if (watched.kind === 'watched') return watched.program
      throw new PassError('E_DECLINED', 'notify', watched.reason, { before: policy })
    },
  })
}
