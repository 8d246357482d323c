import { expect, it } from 'vitest'
import { bundleProblems } from '../src/bundle-files.ts'

const TEXTS: Readonly<Record<string, string>> = {
  'dist/bundle/cli.js': 'const { main } = await import("./main.js");',
  'dist/bundle/main.js':
    'import { a } from "./a.js";\nimport { Command } from "commander";\nimport("./commands/run.js");',
  'dist/bundle/a.js': 'export {};',
  'dist/bundle/commands/run.js': "import '../b.js'",
  'dist/bundle/b.js': 'export { c } from "./gone.js";',
}
const problems = (...more: readonly string[]): readonly string[] =>
  bundleProblems([...Object.keys(TEXTS), 'dist/index.js', ...more], (file) => TEXTS[file] ?? '')

it('takes the files that the command imports, one way or another', () => {
  expect(problems()).toEqual([])
})

it('names a file that an earlier build has left', () => {
  expect(problems('dist/bundle/commands/old.js')).toEqual([
    'dist/bundle/commands/old.js: nothing of the command imports it: delete dist and build again',
  ])
})

it('finds no fault where there is no bundle, and one in each file of a bundle without a command', () => {
  expect(bundleProblems(['dist/index.js'], () => '')).toEqual([])
  expect(bundleProblems(['dist/bundle/a.js'], () => '')).toHaveLength(1)
})
