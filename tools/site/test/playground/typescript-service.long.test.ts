import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import * as af from '@seccompile/constants/af'
import * as policies from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import * as door from 'seccompile'
import { describe, expect, it } from 'vitest'
import { declarationFiles } from '../../src/declaration-files.ts'
import { EXAMPLES } from '../../src/playground/page/examples.ts'
import type { TranspiledPolicy, WordCompletions } from '../../src/playground/typescript/messages.ts'
import { MAX_POLICY, policyService } from '../../src/playground/typescript/service.ts'

const declarations = declarationFiles(fileURLToPath(new URL('../../../..', import.meta.url)))
// One service for all tests: each question hands over the whole text.
const { transpile, check: checkTypes, complete, describe: about } = policyService(declarations)
/** The script of a policy, with all errors of the policy. */
const check = (text: string): TranspiledPolicy => {
  const { notes, ...rest } = transpile(text)
  return { notes: [...notes, ...checkTypes(text)], ...rest }
}

const HEAD = "import { policy, AF_UNIX } from 'seccompile'\n"
const OPEN = `${HEAD}export default policy({ default: 'allow' })`

/** The words for the place that `§` marks. */
function wordsAt(source: string): WordCompletions | undefined {
  return complete(source.replace('§', ''), source.indexOf('§'))
}
const labels = (completed: WordCompletions | undefined): readonly string[] =>
  completed?.entries.map(({ label }) => label) ?? []

const MODULES: Readonly<Record<string, unknown>> = {
  seccompile: door,
  '@seccompile/policy': policies,
  '@seccompile/constants/af': af,
}

/** The policy that a script makes, as text, and the modules that it asks for. */
function madeBy(script = ''): { readonly policy: string; readonly asked: readonly string[] } {
  const asked: string[] = []
  const exports: { default?: Policy } = {}
  const require = (name: string): unknown => {
    asked.push(name)
    return MODULES[name]
  }
  runInNewContext(script, { exports, require })
  return { policy: exports.default === undefined ? '' : policies.printPolicy(exports.default), asked }
}

/** The faults in `text`, as `line:column: the words there: message`. */
function faultsIn(text: string): readonly string[] {
  const lines = text.split('\n')
  return check(text).notes.map(({ severity, line = 0, column = 0, length = 0, message }) => {
    expect(severity).toBe('error')
    return `${line}:${column}: ${lines[line - 1]?.slice(column - 1, column - 1 + length)}: ${message}`
  })
}

describe('the declarations', () => {
  it('are those of the door, of what it is made of, and of the language', () => {
    const paths = Object.keys(declarations)
    expect(paths).toContain('/node_modules/seccompile/dist/index.d.ts')
    expect(paths).toContain('/node_modules/@seccompile/policy/package.json')
    expect(paths).toContain('/node_modules/@seccompile/constants/dist/af.d.ts')
    expect(paths).toContain('/lib/lib.es2022.d.ts')
    expect(
      paths.filter(
        (path) => !/^\/lib\/lib\.[\w.]+\.d\.ts$|^\/node_modules\/.*(?:\.d\.ts|package\.json)$/.test(path),
      ),
    ).toEqual([])
    expect(paths.filter((path) => /dom|node\/|commander/.test(path))).toEqual([])
  })

  it('name no place of the machine that they were made on', () => {
    const all = Object.entries(declarations).flat()
    const root = fileURLToPath(new URL('../../../..', import.meta.url))
    expect(all.filter((text) => text.includes(root) || text.includes('sourceMappingURL'))).toEqual([])
  })
})

describe('a check', () => {
  it('finds nothing in the example, and makes the policy', () => {
    const text = EXAMPLES.find(({ title }) => title === 'A policy in TypeScript')?.text ?? ''
    const { notes, script, map = '' } = check(text)
    expect(notes).toEqual([])
    expect(madeBy(script).policy).toContain('socket')
    expect(JSON.parse(map)).toMatchObject({ version: 3, sources: ['policy.ts'] })
  })

  it('makes a script that means what the text means', () => {
    const { notes, script } = check(
      [
        "import { errno, policy, type Policy } from 'seccompile'",
        "import { AF_INET } from '@seccompile/constants/af'",
        'const refused: number = 13',
        "const made: Policy = policy({ default: 'allow' })",
        "  .deny('socket', ({ family }) => family.eq(AF_INET), errno(refused))",
        'export default made',
      ].join('\n'),
    )
    expect(notes).toEqual([])
    const same = door
      .policy({ default: 'allow' })
      .deny('socket', ({ family }) => family.eq(af.AF_INET), door.errno(13))
    expect(madeBy(script)).toEqual({
      policy: policies.printPolicy(same),
      asked: ['seccompile', '@seccompile/constants/af'],
    })
  })

  it.each([
    [`${OPEN}.deny('sokcet')`, [`2:50: 'sokcet': no system call is named "sokcet"; did you mean "socket"?`]],
    [
      `${OPEN}.deny('socket', ({ family }) => family.eq(AF_UNXI))`,
      ['2:86: AF_UNXI: unknown name "AF_UNXI"; did you mean "AF_UNIX"?'],
    ],
    [
      `${OPEN}.deny('socket', ({ famliy }) => famliy.eq(AF_UNIX))`,
      ['2:63: famliy: socket has no argument "famliy"; did you mean "family"?'],
    ],
    [`${OPEN}.deni('socket')`, ['2:45: deni: a policy has no "deni"; did you mean "deny"?']],
    [
      `${OPEN}.deny('socket', errno('EPERM'))`,
      [`2:60: errno: "errno" is not imported; import it from 'seccompile'`],
    ],
    [
      `${OPEN}.deny('socket', ({ family }) => { family.eq(AF_UNIX) })`,
      [
        '2:60: ({ family }) => { family.eq(AF_UNIX) }: the callback returns nothing, and not a condition; join conditions by all() and any(), negate them by not(), and return them',
      ],
    ],
    [
      "import { x } from 'fs'\nexport default x",
      [
        `1:19: 'fs': there is no module "fs" here; there is seccompile, @seccompile/policy, @seccompile/constants, @seccompile/presets, @seccompile/groups`,
      ],
    ],
    ['export default document', ['1:16: document: unknown name "document"']],
  ])('puts errors of types at their place, and leaves the script: %j', (text, faults) => {
    expect(faultsIn(text)).toEqual(faults)
    expect(check(text).script).toContain('exports.default')
  })

  it('makes no script of a text whose syntax has errors', () => {
    const { notes, ...rest } = check(`${HEAD}export default policy({ default: 'allow' )`)
    expect(notes).toEqual([{ severity: 'error', line: 2, column: 42, length: 1, message: 'expected ","' }])
    expect(rest).toEqual({})
  })

  it('knows the console, and nothing of a page', () => {
    expect(faultsIn("console.log(1, 'a')\nexport default 1")).toEqual([])
    expect(faultsIn('fetch\nexport default 1')).toEqual(['1:1: fetch: unknown name "fetch"'])
  })

  it('has an end for a hostile text', () => {
    expect(check('x'.repeat(MAX_POLICY + 1))).toEqual({
      notes: [
        {
          severity: 'error',
          line: 1,
          column: 1,
          message: 'the policy has 200001 characters; at most 200000 are read here',
        },
      ],
    })
    expect(check('nothing\n'.repeat(1000)).notes).toHaveLength(100)
    expect(faultsIn(`export default ${'['.repeat(20_000)}`)).toEqual([
      '1:1: : the policy is beyond TypeScript; nest it less deeply',
    ])
    expect(complete(`export default ${'('.repeat(20_000)}`, 10)).toBeUndefined()
    expect(labels(complete(`${'x'.repeat(MAX_POLICY - 1)} `, MAX_POLICY))).toContain('globalThis')
    expect(faultsIn('export default __proto__')).toHaveLength(1)
    expect(check(OPEN).notes).toEqual([])
  })
})

describe('a completion', () => {
  it('has the calls', () => {
    const found = wordsAt(`${OPEN}.allow('rea§')`)
    expect(labels(found)).toEqual(expect.arrayContaining(['read', 'readv', 'openat2', 'socket']))
    const text = `${OPEN}.allow('rea`
    expect(found).toMatchObject({ start: text.length - 3, end: text.length })
  })

  it('has the arguments of the call, also before the callback is whole', () => {
    for (const rest of ['', ')', ' })', ' }) => 1)', '\n  .allow(1)'])
      expect(labels(wordsAt(`${OPEN}.allow('socket', ({ fam§${rest}`)), rest).toEqual(
        expect.arrayContaining(['family', 'protocol', 'type']),
      )
    expect(labels(wordsAt(`${OPEN}.allow('mmap', ({ prot, fl§ }) => 1)`))).toContain('flags')
    expect(labels(wordsAt(`${OPEN}.allow('mmap', ({ prot, fl§`))).toContain('flags')
  })

  it('has the options of a policy, and their words', () => {
    expect(labels(wordsAt(`${HEAD}policy({ def§ })`))).toContain('default')
    expect(labels(wordsAt(`${HEAD}policy({ def§`))).toContain('default')
    expect(labels(wordsAt(`${HEAD}policy({ default: '§' })`))).toEqual(['allow', 'deny', 'kill', 'log'])
  })

  it('has the comparisons of an argument', () => {
    expect(labels(wordsAt(`${OPEN}.allow('socket', ({ family }) => family.§)`))).toEqual(
      expect.arrayContaining(['eq', 'notIn', 'hasAny']),
    )
  })

  it('has the constants, each once, and says which need an import', () => {
    const found = wordsAt(`${OPEN}.allow('socket', ({ family }) => family.eq(AF_§))`)
    const all = labels(found)
    expect(new Set(all).size).toBe(all.length)
    const fromOf = (name: string): unknown => found?.entries.find(({ label }) => label === name)
    expect(fromOf('AF_INET6')).toMatchObject({ from: 'seccompile' })
    expect(fromOf('AF_UNIX')).not.toHaveProperty('from')
    expect(fromOf('errno')).toMatchObject({ from: 'seccompile', kind: 'function' })
    expect(fromOf('PolicyOptions')).toBeUndefined()
  })

  it('has names of the door in an import', () => {
    expect(labels(wordsAt("import { pol§ } from 'seccompile'"))).toContain('policy')
  })

  it('has nothing in a comment', () => {
    expect(wordsAt('// imp§')).toBeUndefined()
  })

  it.each([
    ["import { policy } from 'seccompile'\nAF§", "import { policy, AF_INET } from 'seccompile'\nAF"],
    ["import { policy, } from 'seccompile'\nAF§", "import { policy, AF_INET, } from 'seccompile'\nAF"],
    ["import {} from 'seccompile'\nAF§", "import { AF_INET } from 'seccompile'\nAF"],
    [
      "import type { Policy } from 'seccompile'\nAF§",
      "import { AF_INET } from 'seccompile'\nimport type { Policy } from 'seccompile'\nAF",
    ],
    [
      "import * as s from 'seccompile'\nAF§",
      "import { AF_INET } from 'seccompile'\nimport * as s from 'seccompile'\nAF",
    ],
    ['AF§', "import { AF_INET } from 'seccompile'\nAF"],
  ])('of %j puts the import where it belongs', (source, text) => {
    const { importPlace } = wordsAt(source) ?? { importPlace: { at: 0, before: '', after: '' } }
    const { at, before, after } = importPlace
    const plain = source.replace('§', '')
    expect(`${plain.slice(0, at)}${before}AF_INET${after}${plain.slice(at)}`).toBe(text)
  })
})

describe('what is known of a word', () => {
  it('is its declaration and its comment', () => {
    const found = about(OPEN, OPEN.indexOf('policy({') + 2)
    expect(found?.text).toContain('policy(options: PolicyOptions): PolicyBuilder')
    expect(found?.documentation).toContain('A policy without rules')
    expect(found).toMatchObject({ start: OPEN.indexOf('policy({'), end: OPEN.indexOf('({') })
  })

  it('is nothing between words', () => {
    expect(about(' \n ', 1)).toBeUndefined()
  })
})
