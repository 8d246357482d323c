import { jsonProfile, WITHOUT_TEXT } from '@seccompile/heal'
import type { RereadText } from '@seccompile/heal'
import { parseProfile } from '@seccompile/oci'
import { judgedPort } from '@seccompile/port'
import type { JudgedPorting } from '@seccompile/port'
import { arg, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import type { AbiToken } from '@seccompile/syscalls'
import { expect, it } from 'vitest'
import { AARCH64 } from './ported.ts'

const read = (content: string): Policy => parseProfile(content, { file: 'profile.json' }).policy

const profile = (names: string): string =>
  `{ "defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{ "names": [${names}], "action": "SCMP_ACT_ALLOW" }] }\n`

function judged(text: string, parts: Partial<RereadText> = {}): JudgedPorting {
  const source: RereadText = {
    form: jsonProfile(text, read(text))!,
    text: { path: 'profile.json', content: text },
    reread: (content) => Promise.resolve(read(content)),
    ...parts,
  }
  const answer = judgedPort(read(text), AARCH64, source)
  if (answer.kind === 'undecided') throw new Error(answer.reason)
  return answer
}

it('writes the edit into the text, which means there what the edited policy means', async () => {
  const text = profile('"open"')
  const { written, warnings } = judged(text)
  const made = await written()
  if (made.kind === 'not-written') throw new Error(made.why)
  expect(made.before).toBe(text)
  const { syscalls } = JSON.parse(made.after) as { readonly syscalls: readonly unknown[] }
  expect(syscalls).toMatchObject([{ names: ['open'] }, { names: ['openat'], args: [{ index: 0 }] }])
  expect(warnings).toEqual([])
})

it('writes no edit where the text, read again, means something else on an ABI to which it goes', async () => {
  const { written } = judged(profile('"open"'), { reread: () => Promise.resolve(read(profile('"open"'))) })
  expect(await written()).toMatchObject({ kind: 'not-written' })
})

it.each<readonly [AbiToken, AbiToken]>([
  ['x86_64', 'aarch64'],
  ['aarch64', 'x86_64'],
])('compares the text, read again, on every ABI to which the policy goes: %s and %s', async (...to) => {
  const porting = judgedPort(
    policy({ default: 'deny' }).allow('open'),
    { ...AARCH64, to },
    {
      form: { ...WITHOUT_TEXT, write: () => 'edited' },
      text: { path: 'p', content: '' },
      // aarch64 has no open, so there a text without it is as one with it.
      reread: () =>
        Promise.resolve(
          policy({ default: 'deny' }).allow('openat', arg(0).maskedEq(0xffff_ffffn, 0xffff_ff9cn)),
        ),
    },
  )
  if (porting.kind === 'undecided') throw new Error(porting.reason)
  expect(await porting.written()).toMatchObject({ kind: 'not-written' })
})

it('says whether the policy names its ABIs, and not those to which it goes', () => {
  const source = { form: WITHOUT_TEXT, reread: () => Promise.resolve(read(profile('"open"'))) }
  const isNamed = (...abis: readonly AbiToken[]): unknown => {
    const of = policy({ default: 'deny', ...(abis.length === 0 ? {} : { abis }) }).allow('open')
    const answer = judgedPort(of, AARCH64, source)
    return answer.kind === 'porting' && answer.isNamed
  }
  expect([isNamed(), isNamed('x86_64'), isNamed('x86_64', 'aarch64')]).toEqual([false, true, false])
})

const compared = (index: number): object => ({ index, op: 'SCMP_CMP_GE', value: 7 })

it('warns of rules that the edit makes unsafe, and not of those that are so in the policy as it is', () => {
  const allowed = (call: string, args: readonly object[] = []): object => ({
    names: [call],
    action: 'SCMP_ACT_ALLOW',
    args,
  })
  const rules = (...syscalls: readonly object[]): string =>
    JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls })
  // Under libseccomp, rules of one comparison mean what they say; openat needs one more, of its folder.
  const { warnings } = judged(rules(allowed('open', [compared(1)]), allowed('open', [compared(2)])))
  expect(warnings.map(({ name }) => name)).toEqual(['unsafe-shape'])
  const mmap = [allowed('mmap', [compared(1), compared(2)]), allowed('mmap', [compared(2), compared(3)])]
  const porting = judged(rules(allowed('open'), ...mmap))
  expect(porting.edit.rules).not.toEqual([]) // openat: where nothing is edited, nothing is compared
  expect(porting.warnings).toEqual([])
})
