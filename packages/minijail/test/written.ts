import { refuses } from '@seccompile/abi'
import { constantFamilies } from '@seccompile/constants/all'
import { parseMinijail, writeMinijail } from '@seccompile/minijail'
import type { MinijailDialect } from '@seccompile/minijail'
import { lossText } from '@seccompile/notation'
import { resolve } from '@seccompile/policy'
import type { Policy, Warning } from '@seccompile/policy'
import { asRules, changes, equal } from '@seccompile/prover'
import type { Change } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { expect } from 'vitest'

/** A policy that was written and read back. */
export interface PolicyRoundTrip {
  readonly text: string
  /** The lines after the first one, which is a remark. */
  readonly lines: readonly string[]
  readonly losses: readonly string[]
  readonly kinds: ReadonlySet<string>
  readonly same: string
  readonly warnings: readonly Warning[]
  /** The calls that the text lets do more; `undefined` where the proof does not decide. */
  readonly opened: readonly Change[] | undefined
}

/** `made`, written for the ABIs and read back by the reader. */
export function written(
  made: Policy,
  tokens: readonly AbiToken[] = ['x86_64'],
  dialect: MinijailDialect = 'python',
): PolicyRoundTrip {
  const { rules } = resolve(made, { abis: tokens.map(signedAbiTable) }, { families: constantFamilies })
  const reading = asRules({ level: 'rules', ir: rules })
  if (reading.kind !== 'rules') throw new Error(reading.kind)
  const abis = tokens.map(abiTable)
  const { text, losses } = writeMinijail(reading.rules, { abis, dialect })
  const again = parseMinijail(text, { file: 'written.policy', dialect })
  const back = resolve(again.policy, { abis }).rules
  const sides = [{ level: 'rules', ir: rules } as const, { level: 'rules', ir: back } as const] as const
  const found = changes(...sides)
  return {
    text,
    lines: text.split('\n').slice(1, -1),
    losses: losses.map((loss) => lossText(loss, 'minijail')),
    kinds: new Set(losses.map(({ kind }) => kind)),
    same: equal(...sides).kind,
    warnings: again.warnings,
    opened: found.kind === 'changes' ? found.changes.filter(({ to }) => !refuses(to)) : undefined,
  }
}

/** Checks that `made` reads back with the same meaning where nothing is lost, and that the text lets no call do more. */
export function checkWritten(made: Policy, tokens: readonly AbiToken[], dialect: MinijailDialect): void {
  const { kinds, same, opened, warnings } = written(made, tokens, dialect)
  if (kinds.size === 0) expect(same).toBe('equal')
  expect(warnings).toEqual([])
  // Numbers and other architectures may run where the losses name them. A call with a name may not.
  if (!kinds.has('numbers') && !kinds.has('bad-arch')) expect(opened).toEqual([])
}
