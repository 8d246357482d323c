/*
 * The files of a new pass, as texts that prettier still has to lay out: how long a name is decides where lines break.
 *
 * The pass that they hold does nothing, which keeps every meaning, so that all tests are green before the first own
 * line is written and each red one after that is news.
 */

/** What a pass of each level is written with. */
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

/** What a pass of this name is exported as: `dead-code` as `deadCode`. */
export const identifierOf = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())

/** The texts of the package of a pass on `level`, by their paths in it. */
export function filesOf(name, level) {
  const id = identifierOf(name)
  const { noun, needs, imports, verdicts, before, input, size } = LEVELS[level]
  const self = `@seccompile/pass-${name}`
  const summary = `hands ${noun} on unchanged`
  const manifest = {
    name: self,
    version: '0.0.0',
    description: `The pass ${name}: ${summary}.`,
    seccompile: { layer: 5 },
    dependencies: { '@seccompile/pass': 'workspace:^' },
    devDependencies: { '@seccompile/testkit': 'workspace:^' },
  }
  return {
    'package.json': JSON.stringify(manifest),
    [`src/${name}.ts`]: `/*
 * Hands ${noun} on unchanged.
 *
 *   before   ${before.padEnd(24)} after   ${before}
 *
 * Say here, in this order: what the pass looks for and what it makes of it; an example as above, in the notation that
 * IRs are printed in; why every call gets the verdict that it got; where the pass is weak, in size, speed or time.
 *
 * Where there is nothing to do, \`run\` returns the very object that it was given.
 */
import { definePass } from '@seccompile/pass'
import type { Pass } from '@seccompile/pass'

/** Hands ${noun} on. */
export const ${id}: Pass<'${level}', '${level}', '${name}'> = definePass({
  name: '${name}',
  from: '${level}',
  to: '${level}',
  summary: '${summary}',
  cost: { insns: 'never-more', longestPath: 'never-longer', idempotent: true },
  run: (ir) => ir,
})
`.replace(level === 'rules' ? ", longestPath: 'never-longer'" : /$^/, ''),
    'src/index.ts': `export { ${id} } from './${name}.ts'\n`,
    [`test/${name}.test.ts`]: `import { runPass } from '@seccompile/pass'
import { conformance, edgesOf } from '@seccompile/testkit'
import { describe, expect, it } from 'vitest'
import { ${id} } from '${self}'

conformance(${id})

describe('${name}', () => {
  it.each(Object.entries(edgesOf('${level}')))('hands on an edge: %s', (_, ir) => {
    expect(runPass(${id}, ir)).toBe(ir)
  })
})
`,
    'test/exports.test.ts': `import { expect, it } from 'vitest'
import * as exported from '${self}'

it('exports exactly its public names', () => {
  expect(Object.keys(exported)).toEqual(['${id}'])
})
`,
    'test/mutations.ts': `import type { Mutation } from '@seccompile/testkit'

/** Faults that the tests of this package must catch. */
export const mutations: readonly Mutation[] = [
  {
    name: 'returns a copy for nothing',
    file: 'src/${name}.ts',
    find: 'run: (ir) => ir,',
    replace: 'run: (ir) => structuredClone(ir),',
  },
]
`,
    'README.md': `# ${self}

The pass ${name}: ${summary}.

**Use it when** you want to see where a pass of your own begins.

\`\`\`sh
npm install ${[self, ...[...needs, 'pass'].sort().map((need) => `@seccompile/${need}`)].join(' ')}
\`\`\`

\`\`\`ts
${verdicts}
${imports}
import { runPass } from '@seccompile/pass'
import { ${id} } from '${self}'

const before = ${input}
const after = runPass(${id}, before)
console.log(${size}
\`\`\`

## API

| export | what it is |
| --- | --- |
| \`${id}\` | the pass |

## The pass

| | |
| --- | --- |
| in, out | ${level} → ${level} |
| needs | nothing |
| gives | nothing |
| cost | nothing; one run is enough |
| ordering | anywhere |

## Licence

MIT
`,
  }
}

/** The changeset that announces it. */
export const changesetOf = (name, level) => `---
'@seccompile/pass-${name}': minor
---

Add the pass \`${name}\`, which hands ${LEVELS[level].noun} on unchanged.
`
