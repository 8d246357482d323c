import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'
import { ALWAYS, ruleSet } from '@seccompile/rules'
import type { RuleSet } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputGroup } from '../src/gain-inputs.ts'
import { runGain } from '../src/run-gain.ts'

const [allow, deny] = [verdictOf('ALLOW'), verdictOf('ERRNO', 1)]

/** Rules that allow the numbers of `ranges`, a rule for each, and refuse all others. */
function allowing(...ranges: readonly (readonly [number, number])[]): RuleSet {
  const rules = ranges.map(([lo, hi]) => ({ numbers: [{ lo, hi }], when: ALWAYS, verdict: allow }))
  return ruleSet({
    sections: [{ arch: AUDIT_ARCH.X86_64, rules, otherwise: deny }],
    badArch: verdictOf('KILL_THREAD'),
  })
}

const group = (name: string, all: Readonly<Record<string, RuleSet>>): InputGroup => ({
  name,
  inputs: Object.entries(all).map(([input, rules]) => ({
    name: input,
    load: () => Promise.resolve({ name: input, rules, abis: [signedAbiTable('x86_64')] }),
  })),
})

/*
 * The list for three rules: ld arch, jeq, ld nr, three times jeq, and three times ret are 9 instructions. read executes 5, write
 * 6 and open 7, and a refused call 7. With one range: ld arch, jeq, ld nr, jgt, and three times ret are 7, and a call executes 5.
 * `one` is the same with the pass and without it.
 */
const SMALL: readonly InputGroup[] = [
  group('small', { three: allowing([0, 0], [1, 1], [2, 2]), one: allowing([0, 0]) }),
]
const WIDE: readonly InputGroup[] = [group('wide', { wide: allowing([0, 5000]) })]

let folder: string
/** The path of a module that exports a pass called `name` from rules to rules, whose body is `code`. */
function moduleOf(name: string, code: string): string {
  const path = join(folder, `${name}.mjs`)
  writeFileSync(
    path,
    `export const own = { name: '${name}', from: 'rules', to: 'rules', summary: 'is a test', run: (ir) => {\n${code}\n} }\n`,
  )
  return path
}
const SPLIT = `const ones = ({ lo, hi }) => Array.from({ length: hi - lo + 1 }, (_, i) => ({ lo: lo + i, hi: lo + i }))
const split = (rule) => rule.numbers.flatMap(ones).map((one) => ({ ...rule, numbers: [one] }))
return { ...ir, sections: ir.sections.map((of) => ({ ...of, rules: of.rules.flatMap(split) })) }`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gain-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function gain(argv: readonly string[], groups: readonly InputGroup[] = SMALL, errIsTerminal = false) {
  const [out, err]: [string[], string[]] = [[], []]
  const status = await runGain(
    argv,
    { out: (text) => out.push(text), err: (text) => err.push(text), errIsTerminal },
    groups,
  )
  return { status, out: out.join(''), err: err.join('') }
}

describe('the gain of a pass', () => {
  it('is that of the filters that differ without it, in each pipeline that has it', async () => {
    expect(await gain(['merge-ranges'])).toEqual({
      status: 0,
      err: '',
      out: `merge-ranges: joins rules that differ only in their numbers, and neighbouring numbers to ranges

list, small: 1 of 2 filters differ
                   without  with  gain  better  most gained    worse  most lost
instructions             9     7     2       1  three: 9 to 7      0
executed, mean           6     5     1       1  three: 6 to 5      0
executed, at most        7     5     2       1  three: 7 to 5      0

speed: left out, because it has no merge-ranges
size: left out, because it has no merge-ranges
smallest: left out, because it has no merge-ranges
none: left out, because it has no merge-ranges
Each figure is in instructions, and an average over the filters that differ. "Executed, mean" is that of an allowed call,
over calls and listed argument values; "executed, at most" is the longest way of any call.
`,
    })
  })

  it('is a loss where a pass of a module undoes it', async () => {
    const { status, out } = await gain([
      'split-ranges', '--use', moduleOf('split-ranges', SPLIT), '--after', 'merge-ranges', '--pipeline', 'list', '--all',
    ]) // prettier-ignore
    expect(status).toBe(0)
    expect(out.split('\n').slice(0, 8).join('\n')).toBe(`split-ranges, after merge-ranges: is a test

list, small: 1 of 2 filters differ
                   without  with  gain  better  most gained  worse  most lost
instructions             7     9    -2       0                   1  three: 7 to 9
executed, mean           5     6    -1       0                   1  three: 5 to 6
executed, at most        5     7    -2       0                   1  three: 5 to 7
filter  insns without  with  mean without  with  most without  with`)
    expect(out).toMatch(/^three +7 +9 +5 +6 +5 +7$/m)
  })

  it('is data with --json', async () => {
    const { out } = await gain(['merge-ranges', '--json', '--pipeline', 'list'])
    expect(JSON.parse(out)).toMatchObject({
      pass: 'merge-ranges',
      pipelines: [
        {
          pipeline: 'list',
          with: 'dedupe,merge-ranges,sort,linear,arg-chains,lower,fixpoint(thread-jumps,dead-code)',
          without: 'dedupe,sort,linear,arg-chains,lower,fixpoint(thread-jumps,dead-code)',
          groups: [
            {
              group: 'small',
              inputs: 2,
              filters: [
                {
                  name: 'three',
                  with: { kind: 'fits', insns: 7, mean: 5, most: 5 },
                  without: { kind: 'fits', insns: 9, mean: 6, most: 7 },
                },
              ],
            },
          ],
        },
      ],
      leftOut: [],
    })
  })

  it('compares a pass with the one in whose place it runs', async () => {
    const { out } = await gain(['linear', '--instead-of', 'bst', '--pipeline', 'speed', '--only', 'three'])
    // The tree finds the range by one test, as the list with merge-ranges does.
    expect(out).toMatch(/^speed, small: 1 of 1 filters differ$/m)
    expect(out).toMatch(/^instructions +7 +9 +-2 +0 +1 +three: 7 to 9$/m)
  })

  it('names a filter that no kernel takes', async () => {
    const use = moduleOf('split-all', SPLIT)
    const { out } = await gain(['split-all', '--use', use, '--before', 'linear', '--pipeline', 'none'], WIDE)
    expect(out).toMatch(
      /^none, wide: 1 of 1 filters differ\nwide: 7 instructions without, (?:about )?50\d\d \(too long\) with$/m,
    )
  })

  it('shows progress on a terminal, and clears it', async () => {
    const { err } = await gain(['merge-ranges'], SMALL, true)
    expect(err).toBe('\r\u001b[K1 of 2  list: three\r\u001b[K2 of 2  list: one\r\u001b[K')
  })
})

describe('wrong input', () => {
  it.each([
    ['no pass', [], 'no pass; "pnpm gain PASS" names one, and "seccompile passes" lists them'],
    ['two passes', ['sort', 'bst'], 'one pass is measured at a time; got "sort", "bst"'],
    ['a misspelt pass', ['merge-range'], 'unknown pass "merge-range"; did you mean "merge-ranges"?'],
    ['an unknown option', ['sort', '--befor', 'bst'], 'Unknown option \'--befor\'; "pnpm gain --help" lists the options'],
    ['two places', ['lift', '--before', 'bst', '--after', 'bst'], '--before and --after: a pass runs at one place; leave one out'],
    ['a misspelt place', ['sort', '--before', 'linaer'], '--before: unknown pass "linaer"; did you mean "linear"?'],
    ['a place that no pipeline has', ['sort', '--after', 'lift'], '--after: no named pipeline has the pass "lift"; named pipelines have bst, arg-chains, lower, thread-jumps, redundant-loads, dead-code, dedupe, merge-ranges, sort, linear'],
    ['a pass that no pipeline has', ['share-tails'], 'no named pipeline has the pass "share-tails"; say where it runs: --before NAME, --after NAME or --instead-of NAME'],
    ['a pass that one pipeline has not', ['sort', '--pipeline', 'speed'], 'the pipeline speed has no pass "sort"; say where it runs: --before NAME, --after NAME or --instead-of NAME'],
    ['a pass that every pipeline needs', ['lower'], 'no pipeline works without lower, which leads from decision to program; "pnpm gain OTHER --instead-of lower" compares another pass with it'],
    ['a place where the pass does not fit', ['dead-code', '--before', 'bst'], 'dead-code cannot run before bst: "bst" takes rules IR, but the pipeline is at program'],
    ['a place at the end where the pass does not fit', ['lift', '--after', 'lower', '--pipeline', 'none'], 'lift cannot run after lower: it leads from rules to decision'],
    ['an unknown pipeline', ['sort', '--pipeline', 'lists'], '--pipeline: unknown pipeline "lists"; did you mean "list"?'],
    ['a pattern that is none', ['sort', '--only', '('], '--only: Invalid regular expression: /(/u: Unterminated group'],
    ['a pattern that matches nothing', ['sort', '--only', 'docker'], '--only: no filter has a name that matches docker; leave it out to measure all'],
    ['a module that is not there', ['x', '--use', './nothing.mjs'], './nothing.mjs: cannot be read: no such file'],
  ])('%s', async (_, argv, said) => {
    expect(await gain(argv)).toEqual({ status: 2, out: '', err: `gain: ${said}\n` })
  }) // prettier-ignore

  it('a pass of a module that changes the meaning is named, and gains nothing', async () => {
    const use = moduleOf(
      'drop-first',
      'return { ...ir, sections: ir.sections.map((of) => ({ ...of, rules: of.rules.slice(1) })) }',
    )
    const { status, out, err } = await gain(['drop-first', '--use', use, '--before', 'linear'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(
      /drop-first\.mjs: pass drop-first: changes the meaning: on nr \d, arch X86_64, .*: ALLOW before, ERRNO\(EPERM\) after\n$/,
    )
  })

  it('a pass of a module that throws is named, with the line', async () => {
    const use = moduleOf('throw-away', "throw new Error('no idea')")
    const { status, out, err } = await gain(['throw-away', '--use', use, '--before', 'linear'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/throw-away\.mjs:2:7: pass throw-away: no idea\n$/)
  })
})
