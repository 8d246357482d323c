/* The names of the presets, apart from their policies. */
import { PolicyError } from '@seccompile/policy'
import { didYouMean, quote } from '@seccompile/shape'
import type { PresetName } from './preset.ts'

/** The names of the presets, sorted. */
export const presetNames: readonly PresetName[] = [
  'agent-command',
  'container-default',
  'mode-strict',
  'nested-sandbox',
  'no-exotic-sockets',
  'no-io-uring',
  'no-network',
  'no-new-namespaces',
  'no-tracing',
  'no-tty-injection',
  'no-unix-sockets',
  'node-server',
  'pure-compute',
  'unix-sockets-only',
]

/**
 * `name` where it is the name of a preset.
 * @throws PolicyError E_NAME where it is none
 */
export function presetNamed(name: string): PresetName {
  const known = presetNames.find((other) => other === name)
  if (known !== undefined) return known
  const hint = didYouMean(name, presetNames, `; there is ${presetNames.map(quote).join(', ')}`)
  throw new PolicyError('E_NAME', `unknown preset ${quote(name)}${hint}`)
}
