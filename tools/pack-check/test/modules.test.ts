import { describe, expect, it } from 'vitest'
import { mapComments, moduleProblems, publishedTwice } from '../src/modules.ts'

const TEXTS: Readonly<Record<string, string>> = {
  'bin/a.js': "import '../dist/bundle/cli.js'",
  'dist/bundle/cli.js': '// dist/cli.js\nconst { main } = await import("./main.js");',
  'dist/bundle/main.js':
    '// dist/main.js\nimport { a } from "./a.js";\nimport { Command } from "commander";\nimport("./commands/run.js");',
  'dist/bundle/a.js': '// ../low/dist/a.js\n// dist/io/a.js\nexport {};',
  'dist/bundle/commands/run.js': "import '../b.js'",
  'dist/bundle/b.js': "export const text = `\nimport { x } from './gone.js'\n`",
  'dist/index.js': "export { c } from './io/c.js';",
  'dist/index.d.ts': "export { c } from './io/c.ts';\nexport type { Io } from './io/io.ts';",
  'dist/io/c.js': 'export const c = 1;',
  'dist/io/c.d.ts': "export declare const c: import('./only-types.js').C;",
  'dist/io/io.d.ts': 'export interface Io {}',
  'dist/io/only-types.js': 'export {};',
  'dist/io/only-types.d.ts': 'export type C = 1;',
}
const ENTRIES = ['package.json', 'bin/a.js', 'dist/index.js', 'dist/index.d.ts']
const FILES = ['package.json', ...Object.keys(TEXTS)]

const read =
  (more: Readonly<Record<string, string>> = {}) =>
  (file: string): string =>
    ({ ...TEXTS, ...more })[file] ?? ''

describe('moduleProblems', () => {
  it('takes the modules that the command and the library import, one way or another', () => {
    expect(moduleProblems(FILES, ENTRIES, read())).toEqual([])
  })

  it.each(['dist/bundle/commands/old.js', 'dist/old.js', 'dist/old.d.ts'])(
    'names a module that an earlier build has left: %s',
    (file) => {
      expect(moduleProblems([...FILES, file], ENTRIES, read())).toEqual([
        `${file}: no entry of the package reaches it: leave it out; where a build left it, delete dist`,
      ])
    },
  )

  it('names an import of a file that is not there, in code and in types', () => {
    const without = FILES.filter((file) => !file.startsWith('dist/io/c.'))
    expect(moduleProblems(without, ENTRIES, read())).toEqual(
      expect.arrayContaining([
        'dist/index.js: imports dist/io/c.js, which is not there',
        'dist/index.d.ts: imports dist/io/c.d.ts, which is not there',
      ]),
    )
  })

  it('finds a fault in each module of a package that starts none', () => {
    expect(moduleProblems(['dist/bundle/a.js', 'man/a.1'], ['man/a.1'], read())).toHaveLength(1)
  })
})

describe('publishedTwice', () => {
  it('takes a bundle beside modules that it does not hold', () => {
    expect(publishedTwice(FILES, read())).toEqual([])
  })

  it('names a module whose code the bundle holds too', () => {
    expect(publishedTwice([...FILES, 'dist/io/a.js'], read())).toEqual([
      'dist/io/a.js: dist/bundle/a.js holds the same code: leave the module out',
    ])
  })
})

describe('mapComments', () => {
  it('names code and types that name a source map', () => {
    const more = {
      'dist/index.js': 'export {};\n//# sourceMappingURL=index.js.map',
      'dist/index.d.ts': 'export {};\n//# sourceMappingURL=index.d.ts.map',
      'dist/io/c.js': "export const c = '//# sourceMappingURL=';",
    }
    expect(mapComments(FILES, read(more))).toEqual([
      'dist/index.js: names a source map, and none is published',
      'dist/index.d.ts: names a source map, and none is published',
    ])
  })
})
