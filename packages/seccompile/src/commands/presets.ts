import { note } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import { compile } from '@seccompile/compiler'
import { policyTables, resolve } from '@seccompile/policy'
import { PRESET } from '@seccompile/policy-files'
import { PRESETS, composePresets, presetsOf } from '@seccompile/presets'
import type { Preset } from '@seccompile/presets'
import { equal } from '@seccompile/prover'
import { presetJson, presetText } from '@seccompile/report/compilation'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { wrappedText } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import { PRESETS as PRESET_NAMES } from '../options/files.ts'
import { JSON_OUT } from '../options/forms.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { optionalArgument } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'

/** The names and summaries of the presets, in two columns. */
function listText(columns: number): string {
  const width = Math.max(...PRESETS.map(({ name }) => name.length)) + 2
  return PRESETS.map(
    ({ name, summary }) => `${wrappedText(name.padEnd(width), summary, ' '.repeat(width), columns)}\n`,
  ).join('')
}

/** The presets. */
export function presets(): Answer {
  return {
    status: 'done',
    text: (_paint, columns) => listText(columns),
    facts: () => ({ presets: PRESETS.map(({ name, summary }) => ({ name, summary })) }),
  }
}

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
 * All facts about a preset, or about several joined by `+`.
 * @throws PolicyError for an unknown name, and for presets that cannot be joined
 */
export function preset(names: string): Answer {
  const presets = presetsOf(names.startsWith(PRESET) ? names.slice(PRESET.length) : names)
  const policy = composePresets(presets)
  const abis = policyTables(policy, undefined, signedAbiTable)
  const compilation = compile(policy, { abis, prove: false })
  const redundant = redundantIn(presets, abis)
  const shown = { presets, policy, compilation, redundant }
  return {
    status: 'done',
    text: (paint, columns) => paintVerdicts(paint, presetText(shown, columns)),
    facts: () => presetJson(shown),
    remarks: redundant.map(({ name }) =>
      note(`${name} has no effect here: every call gets the same verdict with it and without it`),
    ),
  }
}

/** `seccompile presets`. */
export const command: Command = defineCommand({
  description: 'list the presets, or explain one: what it is against, what it leaves open, and its rules',
  args: { name: optionalArgument('a preset, or several that hold together: NAME+NAME', PRESET_NAMES) },
  options: { json: JSON_OUT },
  examples: [
    { does: 'all presets', line: 'seccompile presets' },
    { does: 'what two are together', line: 'seccompile presets no-network+no-tracing' },
  ],
  run: asking(({ name }) => (name === undefined ? presets() : preset(name))),
})
