/* No call of x86_64 that aarch64 lacks is left without a successor, unless no program needs one. */
import { letsRun } from '@seccompile/abi'
import { policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { PRESETS } from '@seccompile/presets'
import { inquire } from '@seccompile/prover'
import { signedAbiTable } from '@seccompile/signatures'
import { withoutSuccessor } from '@seccompile/port'
import { describe, expect, it } from 'vitest'
import { AARCH64, ported } from './ported.ts'

const [x86_64, aarch64] = [signedAbiTable('x86_64'), signedAbiTable('aarch64')]

/** The calls that x86_64 has and aarch64 lacks. */
const LEGACY = [...x86_64.numbers.keys()].filter((name) => !aarch64.numbers.has(name))

/** The legacy calls that `given` lets run on x86_64. */
function allowedLegacy(given: Policy): readonly string[] {
  const { abis: _own, ...rest } = given
  const { rules } = resolve(rest, { abis: [x86_64], caps: [] })
  const inquiry = inquire({ level: 'rules', ir: rules })
  if (inquiry.kind === 'undecided') throw new Error(inquiry.reason)
  return LEGACY.filter(
    (name) => inquiry.call(letsRun, { arch: x86_64.auditArch, nr: x86_64.numbers.get(name)! }) !== undefined,
  )
}

describe('to aarch64, every legacy call', () => {
  const all = policy({ default: 'deny' }).allow(...([...x86_64.numbers.keys()] as never[]))
  const { rows } = ported(all, AARCH64)

  it.each(LEGACY.map((name) => [name]))('%s has a successor, or the reason why it needs none', (name) => {
    const successors = rows.filter(({ inPlaceOf }) => inPlaceOf.includes(name))
    expect(successors.length > 0, name).toBe(withoutSuccessor(name) === undefined)
  })

  it.each(PRESETS.map((preset) => [preset.name, preset.policy] as const))(
    'of the preset %s runs',
    (_name, given) => {
      const porting = ported(given, AARCH64)
      for (const name of allowedLegacy(given)) {
        if (withoutSuccessor(name) !== undefined) continue
        const successors = porting.rows.filter(({ inPlaceOf }) => inPlaceOf.includes(name))
        expect(successors.length, name).toBeGreaterThan(0)
        for (const { call, status, reason } of successors) {
          // What the preset refuses on purpose stays refused.
          if (status === 'withheld')
            expect(reason, `${name}: ${call}`).toMatch(/^a rule of the policy refuses/)
        }
      }
    },
  )
})
