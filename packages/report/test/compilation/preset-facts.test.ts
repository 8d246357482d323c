import { presetJson, presetText } from '@seccompile/report/compilation'
import { compile } from '@seccompile/compiler'
import { policy } from '@seccompile/policy'
import type { Preset } from '@seccompile/presets'
import { expect, it } from 'vitest'
import { x86_64 } from './compiled.ts'

const source = policy({ default: 'allow' }).deny('ptrace')
const preset = (name: string, own: string): Preset =>
  ({
    name,
    summary: `is ${name}`,
    note: { against: 'spying', leavesOpen: ['what both leave open', own], breaks: [], needs: 'Linux', sources: [] },
    keeps: [],
    policy: source,
  }) as unknown as Preset // prettier-ignore
const presets = [preset('one', 'what one leaves open'), preset('two', 'what two leaves open')]
const shown = {
  presets,
  policy: source,
  compilation: compile(source, { abis: [x86_64] }),
  redundant: [presets[1]!],
}

it('a note that presets share stands once, and one of a single preset has its name', () => {
  const text = presetText(shown, 80)
  expect(text).toContain('against\n  - spying\n\n')
  expect(text).toContain(
    [
      'leaves open',
      '  - what both leave open',
      '  - one: what one leaves open',
      '  - two: what two leaves open\n',
    ].join('\n'),
  )
  expect(text).not.toContain('breaks\n')
})

it('the facts for machines name the presets that change nothing', () => {
  expect(presetJson(shown)).toMatchObject({ redundant: ['two'], insns: shown.compilation.program.length })
})
