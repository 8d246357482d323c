/*
 * One policy of several presets: `no-network+no-tty-injection`.
 *
 * Each call gets the strictest of the verdicts of all; of two errnos, that of the preset that stands first. The first
 * preset also says for which ABIs beside the main one the policy is, as `intersect` has it: name others by the target.
 */
import { PolicyBuilder, PolicyError } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { expectList, quote } from '@seccompile/shape'
import { checkKeptCalls } from './kept-calls.ts'
import type { Preset } from './preset.ts'

/** What joins the names of presets. */
const PLUS = '+'

/**
 * The presets that `names` joins by `+`, in their order.
 * @param presetOf - the preset of a name; throws where there is none
 * @throws PolicyError E_CONFLICT for a name that stands twice, E_EMPTY for a `+` without a name, and the errors of `presetOf`
 */
export function presetsIn<Named extends Pick<Preset, 'name'>>(
  names: string,
  presetOf: (name: string) => Named,
): readonly Named[] {
  const found: Named[] = []
  // Ends early: a name is unknown, or stands twice, before there are more of them than presets.
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
 * The policy that all of `presets` hold in together, which has their names joined by `+`; the own policy of a single one.
 * @throws PolicyError E_CONFLICT where one refuses a call that another is for, and where two are for different ABIs,
 * capabilities or kernels; TypeError for no presets
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
