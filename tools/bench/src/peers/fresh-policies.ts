/* The policies that are made fresh, for x86_64 and for three ABIs. */
import { abiTable } from '@seccompile/syscalls'
import type { AbiTable } from '@seccompile/syscalls'
import { drawFor } from './draw.ts'
import { ARGUMENT_KINDS } from './fresh-arguments.ts'
import { CALL_KINDS } from './fresh-calls.ts'
import type { FreshKind } from './fresh-kind.ts'
import type { PeerSubject } from './peer-subject.ts'

const KINDS: readonly FreshKind[] = [...CALL_KINDS, ...ARGUMENT_KINDS]

const THREE_ABIS: readonly AbiTable[] = (['x86_64', 'x86', 'x32'] as const).map((token) => abiTable(token))

/** The kinds and sizes of the policies for three ABIs. */
const ON_THREE_ABIS: readonly (readonly [kind: string, size: number])[] = [
  ['calls at random', 5],
  ['calls at random', 40],
  ['calls at random', 250],
  ['runs of calls', 10],
  ['refused calls', 6],
  ['refused calls', 25],
  ['an errno for each call', 20],
  ['four actions', 24],
  ['values of ioctl', 30],
  ['conditions of many calls', 20],
  ['a profile with conditions', 14],
]

function subjectOf(
  { kind, policyOf }: FreshKind,
  size: number,
  abis: readonly AbiTable[],
  suffix = '',
): PeerSubject {
  const name = `${kind}, ${size}`
  return { kind: `${kind}${suffix}`, name: `${name}${suffix}`, policy: policyOf(size, drawFor(name)), abis }
}

/** The fresh policies: the same in every run. */
export function freshPolicies(): readonly PeerSubject[] {
  const alone = KINDS.flatMap((kind) => kind.sizes.map((size) => subjectOf(kind, size, [abiTable('x86_64')])))
  const three = ON_THREE_ABIS.map(([name, size]) => {
    const kind = KINDS.find((each) => each.kind === name)
    if (kind === undefined) throw new Error(`no kind of policies has the name ${name}`)
    return subjectOf(kind, size, THREE_ABIS, ', three ABIs')
  })
  return [...alone, ...three]
}
