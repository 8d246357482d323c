import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { ALLOW, DENY, jump, op, RET_A } from '@seccompile/abi/test-makers'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceOf } from '../src/generate.ts'

/** The deepest nesting of braces in `source`. */
function depthOf(source: string): number {
  let depth = 0
  let deepest = 0
  for (const [brace] of source.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

describe('sourceOf', () => {
  it('is what its comment shows', () => {
    const text = readFileSync(new URL('../src/generate.ts', import.meta.url), 'utf8')
    const [, shown] = /```js\n([^]*?) \* ```/.exec(text) ?? []
    const insns = [op(BPF.LD_ABS, 0), jump(BPF.JEQ_K, 57, 0, 1), DENY, ALLOW]
    expect(sourceOf(insns, 'little')).toBe(shown?.replaceAll(/^ \* /gm, ''))
  })

  it('begins a region where two ways meet, and nowhere else', () => {
    const meet = [
      op(BPF.LD_ABS, 0),
      jump(BPF.JEQ_K, 1, 2, 0),
      op(BPF.LD_ABS, 16),
      jump(BPF.JEQ_K, 2, 0, 1),
      op(BPF.LD_ABS, 24),
      RET_A,
    ]
    // Every way ends in the return, which the code writes out instead of a jump.
    expect(sourceOf(meet, 'little').match(/L\d+: /g)).toEqual(['L4: '])
  })

  it('loops nowhere, since an optimising compiler takes several times as long for a loop', () => {
    // Both ways of each test meet again, so there are as many regions as tests.
    const pair = [jump(BPF.JEQ_K, 1, 0, 1), op(BPF.ADD_K, 3)]
    const insns = [op(BPF.LD_ABS, 0), ...Array.from({ length: 300 }, () => pair).flat(), RET_A]
    const source = sourceOf(insns, 'little')
    expect(source.match(/break L/g)).toHaveLength(2 * 300 - 2)
    expect(source).not.toMatch(/\b(?:for|while|do|continue)\b/)
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    expect(() => new Function(source)).not.toThrow()
  })

  it('enters a chunk at the regions that earlier ones lead to', () => {
    // One way of the test runs on through all instructions, the other leads into the middle of a later chunk.
    const far = Array.from({ length: 600 }, () => op(BPF.ADD_K, 1))
    const insns = [op(BPF.LD_ABS, 0), jump(BPF.JGE_K, 9, 0, 1), op(BPF.JA, 400), ...far, RET_A]
    expect(sourceOf(insns, 'little')).toMatch(/switch \(pc\) \{\ncase \d+: break L\d+\n\}/)
  })

  it('leaves out what nothing reaches', () => {
    const insns = [op(BPF.JA, 2), op(BPF.LD_IMM, 12345), DENY, ALLOW]
    expect(sourceOf(insns, 'little')).not.toContain('12345')
  })

  it('goes on in another function after some hundred instructions', () => {
    const insns = [...Array.from({ length: 4095 }, (_, k) => op(BPF.ADD_K, k)), RET_A]
    const functions = sourceOf(insns, 'little').split('function ').slice(1)
    expect(functions).toHaveLength(17)
    for (const each of functions) expect(each.split('\n').length).toBeLessThan(270)
  })

  it('nests neither a list of tests, whichever way it goes on, nor more than some tests', () => {
    const tests = (jt: (i: number) => number, jf: (i: number) => number): Program => [
      op(BPF.LD_ABS, 0),
      ...Array.from({ length: 200 }, (_, i) => jump(BPF.JEQ_K, i, jt(i), jf(i))),
      DENY,
      ALLOW,
    ]
    const far = (i: number): number => 200 - i
    const near = (): number => 0
    expect(depthOf(sourceOf(tests(far, near), 'little'))).toBeLessThan(5)
    expect(depthOf(sourceOf(tests(near, far), 'little'))).toBeLessThan(5)
    // Both ways of each test are long.
    const deep = Array.from({ length: 100 }, (_, i) => jump(BPF.JEQ_K, i, 0, 100 + i))
    const leaves = Array.from({ length: 100 }, (_, i) => [op(BPF.LD_IMM, i), RET_A]).flat()
    const depth = depthOf(sourceOf([...deep, ALLOW, ...leaves], 'little'))
    expect(depth).toBeGreaterThan(40)
    expect(depth).toBeLessThan(60)
  })
})
