/* What `toStop` says has to be refused: a filter that refuses it stops the attack, for every record. */
import '@seccompile/matchers/vitest'
import { attackRecords } from '@seccompile/attacks'
import { errno, policy } from '@seccompile/policy'
import type { SyscallName } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { messageOf } from './message-of.ts'

const open = policy({ abis: ['x86_64', 'x86'], default: 'allow', unknown: errno('ENOSYS') })

/** The alternatives that the message lists, each as names of calls; conditions are left out. */
function alternatives(message: string): readonly (readonly SyscallName[])[] {
  const [, text] = /\n {2}to stop it, refuse (?:one of:\n)?([^]*)$/.exec(message) ?? []
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim().split('; '))
    .map((parts) => parts.map((part) => part.replace(/ (?:where|on) .*$/, '') as SyscallName))
}

it.each(attackRecords.map(({ id }) => [id] as const))('refusing what it lists stops %s', (id) => {
  const listed = alternatives(messageOf(() => expect(open).toStop(id)))
  expect(listed.length).toBeGreaterThan(0)
  for (const names of listed) {
    expect(open.deny(...names)).toStop(id)
    // Each of the calls is needed, so no alternative lists a call too many.
    for (const left of names) {
      const others = names.filter((name) => name !== left)
      if (others.length > 0) expect(open.deny(...others)).not.toStop(id)
    }
  }
})
