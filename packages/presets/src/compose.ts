/*
 * One policy of several presets: `no-network+no-tty-injection`.
 *
 * Each call gets the strictest verdict of all presets. For two errnos, the first preset wins. The first preset also
 * decides which ABIs the policy is for, besides the main ABI, as in `intersect`. The target can name other ABIs.
 */
import { PolicyBuilder, PolicyError } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { expectList, quote } from '@seccompile/shape'
import { checkKeptCalls } from './kept-calls.ts'
import type { Preset } from './preset.ts'

/** The sign that joins the names of presets. */
const PLUS = '+'

/**
 * The presets that `names` joins by `+`, in their order.
 * @param presetOf - yields the preset of a name; throws where there is none
 * @throws PolicyError E_CONFLICT for a name that stands twice, E_EMPTY for a `+` without a name, and the errors of `presetOf`
 */
export function presetsIn<Named extends Pick<Preset, 'name'>>(
  names: string,
  presetOf: (name: string) => Named,
): readonly Named[] {
  const found: Named[] = []
  // A long text of names ends the loop early: an unknown or a repeated name throws.
  for (let from = 0; from <= names.length;) {
    const plus = names.indexOf(PLUS, from)
    const end = plus === -1 ? names.length : plus
    const name = names.slice(from, end)
    if (name === '' && names !== '')
      throw new PolicyError(
        'E_EMPTY',
        `presets ${quote(names)}: no name ${from === 0 ? 'before' : 'after'} a "+"`,
      )
    const preset = presetOf(name)
    if (found.some(({ name: other }) => other === preset.name))
      throw new PolicyError('E_CONFLICT', `preset ${quote(preset.name)} is there twice; name it once`)
    found.push(preset)
    from = end + PLUS.length
  }
  return found
}

/**
 * The policy in which all of `presets` hold together. Its name is their names joined by `+`. For a single preset, it
 * is the policy of that preset.
 * @throws PolicyError E_CONFLICT where a preset refuses a call that another preset is for, and where two are for
 *   different ABIs, capabilities or kernels; TypeError where there is no preset
 */
export function composePresets(presets: readonly Preset[]): PolicyBuilder {
  expectList(presets, 'presets', 'name', 'policy')
  const [first, ...others] = presets
  if (first === undefined) throw new TypeError('presets: expected one or more; got none')
  if (others.length === 0) return first.policy
  checkKeptCalls(presets)
  const joined: Policy = others.reduce((whole, { policy }) => whole.intersect(policy), first.policy)
  return new PolicyBuilder({ ...joined, name: presets.map(({ name }) => name).join(PLUS) })
}
