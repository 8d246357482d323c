import { didYouMean, quote } from '@seccompile/abi'
import { containerDefault } from './container-default.ts'
import { PolicyError } from './policy-error.ts'
import type { Policy } from './policy.ts'

/** The name of a preset. */
export type PresetName = 'container-default'

const PRESETS: Readonly<Record<PresetName, Policy>> = { 'container-default': containerDefault }

/** The names of the presets, sorted. */
export const presetNames: readonly PresetName[] = ['container-default']

/**
 * The preset called `name`.
 * @throws PolicyError E_NAME for an unknown name
 */
export function presetPolicy(name: string): Policy {
  // Not `PRESETS[name]`: that would find `constructor` too.
  const known = presetNames.find((preset) => preset === name)
  if (known !== undefined) return PRESETS[known]
  const hint = didYouMean(name, presetNames, `; there is ${presetNames.map(quote).join(', ')}`)
  throw new PolicyError('E_NAME', `unknown preset ${quote(name)}${hint}`)
}
