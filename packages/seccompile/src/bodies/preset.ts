import { columnsOf } from '../show/columns-of.ts'
import { compile } from '@seccompile/compiler'
import { policyTables, resolve } from '@seccompile/policy'
import { PRESET } from '@seccompile/policy-files'
import { composePresets, presetsOf } from '@seccompile/presets'
import type { Preset } from '@seccompile/presets'
import { equal } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { EXIT } from '../io/exit-code.ts'
import type { ExitCode } from '../io/exit-code.ts'
import type { Io } from '../io/io.ts'
import { presetJson, presetText } from '@seccompile/compilation-report'
import { sayJson, sayNote } from '../show/say.ts'
import { sayText } from '../show/verdict-colours.ts'

/**
 * The presets that change nothing on `abis` beside the others. A preset about which the prover does not decide is not
 * one of them.
 */
function redundantIn(presets: readonly Preset[], abis: readonly AbiTable[]): readonly Preset[] {
  if (presets.length < 2) return []
  const rulesOf = (of: readonly Preset[]) =>
    ({ level: 'rules', ir: resolve(composePresets(of), { abis }).rules }) as const
  const whole = rulesOf(presets)
  return presets.filter((each) => {
    const others = presets.filter((other) => other !== each)
    const { kind } = equal(whole, rulesOf(others))
    return kind !== 'different' && kind !== 'undecided'
  })
}

/**
 * `seccompile presets NAME`: all facts about a preset, or about several joined by `+`.
 * @throws PolicyError for an unknown name, and for presets that cannot be joined
 */
export function preset(io: Io, names: string, json: boolean): ExitCode {
  const presets = presetsOf(names.startsWith(PRESET) ? names.slice(PRESET.length) : names)
  const policy = composePresets(presets)
  const abis = policyTables(policy, undefined, signedAbiTable)
  const compilation = compile(policy, { abis, prove: false })
  const redundant = redundantIn(presets, abis)
  const shown = { presets, policy, compilation, redundant }
  if (json) {
    sayJson(io, presetJson(shown))
    return EXIT.ok
  }
  sayText(io, presetText(shown, columnsOf(io)))
  for (const { name } of redundant)
    sayNote(io, `${name} has no effect here: every call gets the same verdict with it and without it`)
  return EXIT.ok
}
