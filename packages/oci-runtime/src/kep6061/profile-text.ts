/* Writes the result of a merge as a profile of the runtime specification. */
import { actionOf, dataOf } from '@seccompile/abi'
import type { Verdict } from '@seccompile/abi'
import type { OciArg, OciProfile, OciSyscall } from '@seccompile/oci'
import { jsonText, wordOfAction, wordOfOperator } from '@seccompile/oci/reading'
import { abiTable, MULTIPLEXERS } from '@seccompile/syscalls'
import type { CallRules } from './call-rules.ts'
import { keyOf } from './conditions.ts'
import type { Tests } from './conditions.ts'
import type { LoadedProfile } from './loaded.ts'

/** A profile of the runtime specification, as the keys of its JSON. */
export interface MergedProfile extends OciProfile {
  readonly flags?: readonly string[]
  readonly listenerPath?: string
  readonly listenerMetadata?: string
}

/** The errno of a profile that names no errno. */
const EPERM = 1

/** The errno that is written for a verdict. EPERM is left out, as in the proposal. */
function errnoOf(verdict: Verdict): number | undefined {
  const hasErrno = ['ERRNO', 'TRACE'].includes(actionOf(verdict) ?? '')
  return hasErrno && dataOf(verdict) !== EPERM ? dataOf(verdict) : undefined
}

const word = (verdict: Verdict): string => wordOfAction(actionOf(verdict)!) // a verdict of a profile has an action

function argsOf(tests: Tests): readonly OciArg[] {
  return tests.map((test) => {
    const { index, value } = test
    const op = wordOfOperator(test.op)
    return test.op === 'MASKED_EQ' ? { index, value, valueTwo: test.valueTwo, op } : { index, value, op }
  })
}

function entryOf(names: readonly string[], verdict: Verdict, tests: Tests): OciSyscall {
  const errnoRet = errnoOf(verdict)
  return {
    names,
    action: word(verdict),
    ...(errnoRet === undefined ? {} : { errnoRet }),
    ...(tests.length === 0 ? {} : { args: argsOf(tests) }),
  }
}

/**
 * Whether a call is a multiplexer with one rule without conditions. That rule stands first, since libseccomp may refuse
 * other rules before it.
 */
const isFirst = ([name, { always }]: readonly [string, CallRules]): boolean =>
  always !== undefined && MULTIPLEXERS.some((multiplexer) => multiplexer.name === name)

const inOrder = (a: readonly [string, CallRules], b: readonly [string, CallRules]): number =>
  Number(isFirst(b)) - Number(isFirst(a)) || (a[0] < b[0] ? -1 : 1)

/** The profile of `merged`. Names with the same result and conditions share an entry, and the entries are sorted. */
export function profileOfMerge(merged: Omit<LoadedProfile, 'collapsed'>): MergedProfile {
  const entries = new Map<
    string,
    { readonly names: string[]; readonly verdict: Verdict; readonly tests: Tests }
  >()
  const add = (name: string, verdict: Verdict, tests: Tests): void => {
    const key = `${verdict} ${keyOf(tests)}`
    const known = entries.get(key)
    if (known === undefined) entries.set(key, { names: [name], verdict, tests })
    else known.names.push(name)
  }
  for (const [name, { always, clauses }] of [...merged.calls].toSorted(inOrder)) {
    if (always !== undefined) add(name, always, [])
    for (const { verdict, tests } of clauses) add(name, verdict, tests)
  }
  const { otherwise, architectures, flags, listenerPath, listenerMetadata } = merged
  const defaultErrnoRet = errnoOf(otherwise)
  return {
    defaultAction: word(otherwise),
    ...(defaultErrnoRet === undefined ? {} : { defaultErrnoRet }),
    architectures: architectures.map((token) => abiTable(token).scmpName),
    ...(flags.length === 0 ? {} : { flags: flags.toSorted() }),
    ...(listenerPath === undefined ? {} : { listenerPath }),
    ...(listenerMetadata === undefined ? {} : { listenerMetadata }),
    syscalls: [...entries.values()].map(({ names, verdict, tests }) => entryOf(names, verdict, tests)),
  }
}

/** The text of a profile, JSON with a final newline. */
export function profileText(profile: MergedProfile): string {
  return `${jsonText(profile, '  ')}\n`
}
