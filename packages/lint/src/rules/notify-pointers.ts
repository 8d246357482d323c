/*
 * A listener reads other memory than the kernel does. A listener that answers CONTINUE has read memory that another
 * thread may change before the kernel reads it again.
 * @see seccomp_unotify(2), the note on SECCOMP_USER_NOTIF_FLAG_CONTINUE
 */
import { policy } from '@seccompile/policy'
import { isNotify } from '../examine/is-notify.ts'
import { listed } from '../examine/listed.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { shownText } from '../examine/shown-text.ts'

/** The lint rule `notify-pointers`. */
export const notifyPointers: LintRule = {
  name: 'notify-pointers',
  severity: 'low',
  means:
    'A listener decides a call by memory that the program can change before the kernel reads it, where the listener answers CONTINUE.',
  remedy:
    'Have the listener make the call itself and answer with its result; let it answer CONTINUE only where the call may run anyway.',
  sources: ['seccomp_unotify(2)', 'include/uapi/linux/seccomp.h: SECCOMP_USER_NOTIF_FLAG_CONTINUE'],
  *check({ abi, argumentsOf, call }) {
    const found = [...abi.numbers.keys()].toSorted().flatMap((name) => {
      const pointers = argumentsOf(name).filter(({ pointer }) => pointer)
      const shown = pointers.length === 0 ? undefined : call(name, isNotify)
      return shown === undefined ? [] : [{ name, shown, read: pointers.map((each) => each.name) }]
    })
    const [first, ...others] = found
    if (first === undefined) return
    const rest = others.length === 0 ? '' : `; so are those of ${listed(others.map(({ name }) => name))}`
    const what = `${shownText(abi, first.shown)} waits for a listener, and ${listed(first.read)} ${first.read.length === 1 ? 'is an address' : 'are addresses'}${rest}`
    yield { what, call: first.shown }
  },
  caught: { policy: policy({ default: 'allow' }).notify('mount') },
  nearMiss: { policy: policy({ default: 'allow' }).notify('setuid', 'socket') },
}
