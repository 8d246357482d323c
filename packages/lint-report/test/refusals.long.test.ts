import { judgeAttacks, recordNamed } from '@seccompile/attacks'
import { callNames } from '@seccompile/describe'
import { arg, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import { refusalTexts } from '@seccompile/lint-report'
import { expect, it } from 'vitest'

const abis = [signedAbiTable('x86_64')] as const
const names = callNames(abis)
const record = recordNamed('shocker')!

const filterOf = (mine: Policy) =>
  ({ subject: { level: 'rules', ir: resolve(mine, { abis }).rules }, endianness: 'little', abis }) as const

it('names no call to refuse where the prover passes a bound', () => {
  const open = filterOf(policy({ default: 'allow' }))
  const [machine] = judgeAttacks({ filter: open.subject, abis }, [record])[0]!.machines
  expect(refusalTexts(open, names, record, machine!)).toEqual(['open_by_handle_at'])
  // Each bit of one argument decides together with the same bit of the other.
  const bits = Array.from({ length: 24 }, (_, i) => 2 ** i)
  const large = bits.reduce(
    (list, bit) => list.allow('semget', arg(0).maskedEq(bit, bit), arg(1).maskedEq(bit, bit)),
    policy({ default: 'deny' }),
  )
  expect(refusalTexts(filterOf(large), names, record, machine!)).toEqual([])
})
