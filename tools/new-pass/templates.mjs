/*
 * The files of a new pass, as texts that prettier formats afterwards, because line breaks depend on the length of
 * names.
 *
 * The pass in these files keeps every meaning. So all tests are green before its author writes a line, and a red test
 * later is a fault of the author's code. A pass within one level does nothing; passes between levels are in
 * lowerings.mjs.
 */
import { LOWERINGS } from './lowerings.mjs'

/** The texts that differ between levels. */
export const LEVELS = {
  rules: {
    noun: 'rules',
    needs: ['abi', 'rules'],
    imports: `import { ALWAYS, ruleSet, size } from '@seccompile/rules'`,
    verdicts: `import { AUDIT_ARCH, verdictOf } from '@seccompile/abi'`,
    before: '0..1 -> ALLOW',
    input: `ruleSet({
      sections: [
        {
          arch: AUDIT_ARCH.X86_64,
          rules: [{ numbers: [{ lo: 0, hi: 1 }], when: ALWAYS, verdict: verdictOf('ALLOW') }],
          otherwise: verdictOf('ERRNO', 1),
        },
      ],
      badArch: verdictOf('KILL_THREAD'),
    })`,
    size: 'size(after)) // 1: a range',
  },
  decision: {
    noun: 'a decision graph',
    needs: ['abi', 'decision'],
    imports: `import { decisionBuilder, size } from '@seccompile/decision'`,
    verdicts: `import { verdictOf } from '@seccompile/abi'`,
    before: 'n0: ALLOW',
    input: `decisionBuilder().verdict(verdictOf('ALLOW'))`,
    size: 'size(after)) // 1: a verdict',
  },
  program: {
    noun: 'a program',
    needs: ['abi', 'cbpf'],
    imports: `import { program, size } from '@seccompile/cbpf'`,
    verdicts: `import { BPF, verdictOf } from '@seccompile/abi'`,
    before: 'ret ALLOW',
    input: `program([{ code: BPF.RET_K, jt: 0, jf: 0, k: verdictOf('ALLOW') }])`,
    size: 'size(after)) // 1: a return',
  },
}

/** The name under which the module of a pass exports it: `deadCode` for `dead-code`. */
export const identifierOf = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** The mark of the tests that hold for the code of a start alone. */
const REPLACED_TESTS = `// REPLACE: these tests hold for the code that \`pnpm new:pass\` wrote. Write worked examples of your own, and one named test
// for each bug ever found. The checks of \`conformance\` above stay: they hold for every pass.`

/** The texts for a pass that does nothing. */
function idleStart(level) {
  const { noun, needs, imports, verdicts, before, input, size } = LEVELS[level]
  const claims = level === 'rules' ? '' : ", longestPath: 'never-longer'"
  return {
    summary: `hands ${noun} on unchanged`,
    doc: `Hands ${noun} on.`,
    essay: ` * Hands ${noun} on unchanged.
 *
 *   before   ${before.padEnd(24)} after   ${before}`,
    advice: ` *
 * Where nothing changes, \`run\` returns the very object that it was given.
`,
    use: 'you want to see where a pass of your own begins',
    cost: 'nothing; one run is enough',
    ordering: 'anywhere',
    dependencies: [],
    imports: '',
    moreImports: '',
    code: '',
    passImports: 'definePass',
    fields: `cost: { insns: 'never-more'${claims}, idempotent: true },`,
    run: 'run: (ir) => ir,',
    mutations: [['returns a copy for nothing', 'run: (ir) => ir,', 'run: (ir) => structuredClone(ir),']],
    test: (id, name) => `import { runPass } from '@seccompile/pass'
import { conformance, edgesOf } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { ${id} } from '@seccompile/pass-${name}'

conformance(${id})

${REPLACED_TESTS}
describe('${name}', () => {
  it.each(Object.entries(edgesOf('${level}')))('hands on an edge: %s', (_, ir) => {
    expect(runPass(${id}, ir)).toBe(ir)
  })
})
`,
    readmeNeeds: needs,
    readmeImports: `${verdicts}
${imports}`,
    readmeMoreImports: '',
    setup: '',
    input,
    print: size,
  }
}

/** The texts for a pass from one level to another. */
function loweringStart(from, to, name) {
  const { example, ...start } = LOWERINGS[`${from} ${to}`]
  const { setup = '', testImports = example.imports, testkit = 'conformance' } = example
  const { moreTests = () => '' } = example
  return {
    advice: ` *
 * This code is a start: it is right for all inputs, and meant to be replaced.
`,
    use: 'you want to see where a pass of your own begins',
    cost: 'more instructions than necessary',
    passImports: 'definePass',
    fields: start.declines === true ? 'declines: true,' : '',
    ...start,
    run: typeof start.run === 'string' ? start.run : start.run(name),
    test: (id) => `import { readFileSync } from 'node:fs'
${testImports}
import { runPass } from '@seccompile/pass'
${example.moreImports}
import { ${testkit} } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { ${id} } from '@seccompile/pass-${name}'

conformance(${id})

${REPLACED_TESTS}
describe('${name}', () => {
  it('makes of its example what it says', () => {
    ${setup}
    const after = print(runPass(${id}, ${example.input}))
    const essay = readFileSync(new URL('../src/${name}.ts', import.meta.url), 'utf8')
    const lines = after.split('\\n').filter((line) => /^ *(?:n?\\d+): /.test(line))
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines) expect(essay).toContain(line.trim())
  })
${moreTests(id)}
})
`,
    readmeNeeds: start.dependencies,
    readmeImports: example.imports,
    readmeMoreImports: example.moreImports,
    setup,
    input: example.input,
    print: 'print(after))',
  }
}

const workspace = (names) =>
  Object.fromEntries([...names].sort().map((one) => [`@seccompile/${one}`, 'workspace:*']))

/** `package.json`, without what `pnpm sync` adds. */
function manifestOf({ name, self, start }) {
  return JSON.stringify({
    name: self,
    version: '0.0.0',
    description: `The pass ${name} ${start.summary}.`,
    seccompile: { layer: 7, stability: 'experimental' },
    dependencies: workspace([...start.dependencies, 'pass']),
    devDependencies: workspace(['testkit']),
  })
}

/** `src/NAME.ts`: the pass, below its essay. */
function sourceOf({ name, id, from, to, start }) {
  return `/*
${start.essay}
 *
 * Say here, in this order: what the pass looks for and what it makes of it; an example as above, in the notation that
 * IRs are printed in; why every call gets the verdict that it got; where the pass is weak, in size, speed or time.
${start.advice} */
${start.imports}
import { ${start.passImports} } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'
${start.moreImports}

${start.code}

/** ${start.doc} */
export const ${id}: Pass<'${from}', '${to}', '${name}'> = definePass({
  name: '${name}',
  from: '${from}',
  to: '${to}',
  summary: '${start.summary}',
  ${start.fields}
  ${start.run}
})
`
}

/** `test/exports.test.ts`: the public API. */
function exportsTestOf({ self, id }) {
  return `import { expect, it } from 'vitest'
import * as exported from '${self}'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['${id}'])
})
`
}

/** `test/mutations.ts`: faults, each as a text of the source and what replaces it. */
function mutationsOf({ name, start }) {
  const mutation = ([title, find, replace]) => `{
    name: '${title}',
    file: 'src/${name}.ts',
    find: ${JSON.stringify(find)},
    replace: ${JSON.stringify(replace)},
  },`
  return `import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  // REPLACE: these are faults of the code that \`pnpm new:pass\` wrote. Plant faults in your own.
  ${start.mutations.map(mutation).join('\n')}
]
`
}

/** `README.md`, in the order that all packages have. */
function readmeOf({ name, self, id, from, to, start }) {
  const installed = [self, ...[...start.readmeNeeds, 'pass'].sort().map((need) => `@seccompile/${need}`)]
  return `# ${self}

The pass \`${name}\` ${start.summary}.

**Use it when** ${start.use}.

\`\`\`sh
npm install ${installed.join(' ')}
\`\`\`

\`\`\`ts
${start.readmeImports}
import { runPass } from '@seccompile/pass'
import { ${id} } from '${self}'
${start.readmeMoreImports}

${start.setup}const before = ${start.input}
const after = runPass(${id}, before)
console.log(${start.print}
\`\`\`

## API

| export | what it is |
| --- | --- |
| \`${id}\` | the pass |

## The pass

| | |
| --- | --- |
| in, out | ${from} → ${to} |
| cost | ${start.cost} |
| ordering | ${start.ordering} |

## Stability

<!-- stability: written by \`pnpm sync\` -->
<!-- /stability -->

## Licence

MIT
`
}

/** The texts of the package of a pass from level `from` to `to`, by their paths in the package. */
export function filesOf(name, from, to) {
  const id = identifierOf(name)
  const start = from === to ? idleStart(from) : loweringStart(from, to, name)
  const pass = { name, id, self: `@seccompile/pass-${name}`, from, to, start }
  return {
    'package.json': manifestOf(pass),
    [`src/${name}.ts`]: sourceOf(pass),
    'src/index.ts': `export { ${id} } from './${name}.ts'\n`,
    [`test/${name}.test.ts`]: start.test(id, name),
    'test/exports.test.ts': exportsTestOf(pass),
    'test/mutations.ts': mutationsOf(pass),
    'README.md': readmeOf(pass),
  }
}

/** The changeset that announces it. */
export function changesetOf(name, from, to) {
  const { summary } = from === to ? idleStart(from) : LOWERINGS[`${from} ${to}`]
  return `---
'@seccompile/pass-${name}': minor
---

Add the pass \`${name}\`, which ${summary}.
`
}
