import { refuses } from '@seccompile/abi'
import { lossText } from '@seccompile/notation'
import type { Loss } from '@seccompile/notation'
import { resolve } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { Change } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { parseSystemd, writeSystemd } from '@seccompile/systemd'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'

/** A policy that was written and read back. */
export interface UnitRoundTrip {
  readonly text: string
  readonly losses: readonly string[]
  readonly notes: readonly string[]
  readonly kinds: ReadonlySet<Loss['kind']>
  readonly same: string
  readonly warnings: readonly Warning[]
  /** The calls that the text lets do more; `undefined` where the proof does not decide. */
  readonly opened: readonly Change[] | undefined
}

/** `made`, written for the ABIs and read back by the reader. */
export function written(made: Policy, tokens: readonly AbiToken[] = ['x86_64']): UnitRoundTrip {
  const { rules } = resolve(made, { abis: tokens.map(signedAbiTable) })
  const reading = asRules({ level: 'rules', ir: rules })
  if (reading.kind !== 'rules') throw new Error(reading.kind)
  const abis = tokens.map(abiTable)
  const { text, losses, meant = reading.rules, notes = [] } = writeSystemd(reading.rules, { abis })
  const again = parseSystemd(text, { file: 'written.service', native: tokens[0] })
  const back = resolve(again.policy, { abis }).rules
  const noted = changes({ level: 'rules', ir: reading.rules }, { level: 'rules', ir: meant })
  if (noted.kind !== 'changes' || !noted.changes.every(({ from, to }) => refuses(from) && refuses(to)))
    throw new Error('a note is about calls that are refused')
  const sides = [{ level: 'rules', ir: meant } as const, { level: 'rules', ir: back } as const] as const
  const found = changes(...sides)
  return {
    text,
    notes,
    losses: losses.map((loss) => lossText(loss, 'systemd')),
    kinds: new Set(losses.map(({ kind }) => kind)),
    same: equal(...sides).kind,
    warnings: again.warnings,
    opened: found.kind === 'changes' ? found.changes.filter(({ to }) => !refuses(to)) : undefined,
  }
}
